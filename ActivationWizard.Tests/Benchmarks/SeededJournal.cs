using System.Reflection;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Sqlite;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// A journal with as many finished cases as are asked, written in bulk past the journal's own door, with chains that hold.
/// </summary>
internal sealed class SeededJournal : IAsyncDisposable
{
    private const int AtATime = 2_000;
    private const int LongOneIn = 100;

    /// <summary>How many events a long case has; one case in a hundred is.</summary>
    public const int LongCase = 40;

    private readonly FinishedCaseFactory _factory;
    private int _last;

    private SeededJournal(JournalHost host) =>
        (Host, _factory) = (host, new FinishedCaseFactory(host.Get<EventSealing>(), host.Get<MasterKey>()));

    public JournalHost Host { get; }

    /// <summary>How many cases it has.</summary>
    public int Cases => _last;

    /// <summary>All of them have ended by then.</summary>
    public DateTimeOffset EndedBy => OpenedAt(_last).AddDays(1);

    /// <summary>The numbers of the long cases.</summary>
    public IEnumerable<CaseNumber> LongCases =>
        Enumerable.Range(1, _last).Where(at => at % LongOneIn is 0).Select(at => CaseNumber.Of(2025, at));

    public static async Task<SeededJournal> StartAsync(JournalProvider provider, PostgresServer? postgres) =>
        new(await JournalHost.StartAsync(provider, postgres));

    /// <summary>
    /// Adds cases until there are as many; the database knows its own statistics afterwards, as one that has run a night does.
    /// </summary>
    public async Task FillAsync(int cases)
    {
        while (_last < cases)
        {
            var first = _last + 1;
            _last = Math.Min(cases, _last + AtATime);
            await WriteAsync([.. Enumerable.Range(first, _last - first + 1).AsParallel().AsOrdered().Select(Make)]);
        }

        await using var context = Host.Open();
        await context.Counters.Where(row => row.Year == 2025).ExecuteDeleteAsync();
        context.Add(new CounterRow { Year = 2025, Last = _last });
        await context.SaveChangesAsync();
        await context.Database.ExecuteSqlAsync($"ANALYZE");
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private SeededCase Make(int at) =>
        _factory.Make(CaseNumber.Of(2025, at), OpenedAt(at), at % LongOneIn is 0 ? LongCase : null);

    // A case every four minutes, so that the last of 100,000 ends about now.
    private static DateTimeOffset OpenedAt(int at) => FixedTime.Start.AddDays(-1).AddMinutes(-4 * (100_000 - at));

    private Task WriteAsync(IReadOnlyList<SeededCase> cases) => Host.Storage.ConnectionString is { } postgres
        ? CopyAsync(postgres, cases)
        : InsertAsync(Host.Storage.Folder, cases);

    private static async Task InsertAsync(string folder, IReadOnlyList<SeededCase> cases)
    {
        await using (var keys = await OpenAsync(folder, "keys.db"))
            Insert(keys, "DataKeys", cases.Select(one => one.Key));
        await using var journal = await OpenAsync(folder, "journal.db");
        Insert(journal, "Summaries", cases.Select(one => one.Summary));
        Insert(journal, "Events", cases.SelectMany(one => one.Events));
        Insert(journal, "WordPseudonyms", cases.SelectMany(one => one.Words));
    }

    private static async Task<SqliteConnection> OpenAsync(string folder, string file)
    {
        var connection = new SqliteConnection(SqliteDatabase.ConnectionString(Path.Combine(folder, file)));
        await connection.OpenAsync();
        await using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA synchronous=OFF";
        await settings.ExecuteNonQueryAsync();
        return connection;
    }

    private static void Insert<T>(SqliteConnection connection, string table, IEnumerable<T> rows)
    {
        var insert = RowCommand<T>.Insert(connection, table);
        using var transaction = connection.BeginTransaction();
        foreach (var row in rows)
            insert.Execute(transaction, row);
        transaction.Commit();
    }

    private static async Task CopyAsync(string connectionString, IReadOnlyList<SeededCase> cases)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await CopyAsync(connection, "case_keys\".\"DataKeys", cases.Select(one => one.Key));
        await CopyAsync(connection, "Summaries", cases.Select(one => one.Summary));
        await CopyAsync(connection, "Events", cases.SelectMany(one => one.Events));
        await CopyAsync(connection, "WordPseudonyms", cases.SelectMany(one => one.Words));
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, IEnumerable<T> rows)
    {
        PropertyInfo[] columns = typeof(T).GetProperties();
        var names = string.Join(", ", columns.Select(one => $"\"{one.Name}\""));
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var column in columns)
            {
                if (column.GetValue(row) is { } value)
                    await copy.WriteAsync(value);
                else
                    await copy.WriteNullAsync();
            }
        }

        await copy.CompleteAsync();
    }
}
