using System.Diagnostics;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Sqlite;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.Data.Sqlite;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// The baseline: the journal's own tables, one open connection, prepared commands, the same rows as the journal writes, encrypted
/// and chained beforehand. Nothing that plain ADO.NET could do without is left in it.
/// </summary>
internal sealed class PlainJournal : IAsyncDisposable
{
    private readonly JournalHost _host;
    private readonly SqliteConnection _connection;
    private readonly RowCommand<EventRow> _insert;
    private readonly RowCommand<SummaryRow> _update;
    private readonly RowCommand<WordPseudonymRow> _word;

    private PlainJournal(JournalHost host, SqliteConnection connection)
    {
        (_host, _connection) = (host, connection);
        _insert = RowCommand<EventRow>.Insert(connection, "Events");
        _update = RowCommand<SummaryRow>.Update(connection, "Summaries", nameof(SummaryRow.Case));
        _word = RowCommand<WordPseudonymRow>.Insert(connection, "WordPseudonyms");
    }

    public static async Task<PlainJournal> StartAsync()
    {
        var host = await JournalHost.StartAsync(JournalProvider.Sqlite, null);
        var connection = new SqliteConnection(SqliteDatabase.ConnectionString(Path.Combine(host.Storage.Folder, "journal.db")));
        await connection.OpenAsync();
        await using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=10000;";
        await settings.ExecuteNonQueryAsync();
        return new PlainJournal(host, connection);
    }

    /// <summary>Transitions per second over that many cases.</summary>
    public async Task<double> MeasureAsync(int cases)
    {
        var written = new List<Rows>();
        for (var index = 0; index < cases; index++)
            written.AddRange(await RowsOfACaseAsync());

        var since = Stopwatch.GetTimestamp();
        foreach (var (fact, summary, words) in written)
        {
            using var transaction = _connection.BeginTransaction();
            _insert.Execute(transaction, fact);
            _update.Execute(transaction, summary);
            foreach (var word in words)
                _word.Execute(transaction, word);
            transaction.Commit();
        }

        return written.Count / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _host.DisposeAsync();
    }

    private async Task<IReadOnlyList<Rows>> RowsOfACaseAsync()
    {
        var number = (await _host.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, CancellationToken.None)).Number;
        var activation = (await _host.Journal.LoadAsync(number, CancellationToken.None))!;
        var head = await _host.Get<CaseHeads>().FindAsync(number, 1, CancellationToken.None);
        var rows = new List<Rows>();
        foreach (var (actor, fact) in Story.ToTheEnd(number, DemoPeople.Sanne))
        {
            var entry = new RecordedEvent(number, activation.Version + 1, fact, actor, FixedTime.Start);
            activation = activation.After(entry);
            var sealing = _host.Get<EventSealing>();
            (var events, var summary, head) = sealing.Seal(head!, [entry], activation);
            rows.Add(new(events[0], summary, sealing.WordsOf(summary)));
        }

        return rows;
    }

    private sealed record Rows(EventRow Event, SummaryRow Summary, IReadOnlyList<WordPseudonymRow> Words);
}
