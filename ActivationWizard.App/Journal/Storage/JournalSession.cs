using System.Data.Common;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.Domain.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>What a case that ends is found by.</summary>
/// <param name="Rows">All of it; none for a case that stays open.</param>
/// <param name="HasEnded">The case has been at an end before, so that some of it may be there.</param>
public sealed record CaseWords(IReadOnlyList<WordPseudonymRow> Rows, bool HasEnded);

/// <summary>An open connection to the journal to write through, one transaction after another; never two at once.</summary>
public sealed class JournalSession : IAsyncDisposable
{
    private readonly Dictionary<Type, IAsyncDisposable> _inserts = [];
    private readonly RowStatement<SummaryRow> _update;

    private JournalSession(JournalContext context)
    {
        Context = context;
        _update = RowStatement<SummaryRow>.Update(
            context,
            nameof(SummaryRow.Case),
            kept: [nameof(SummaryRow.ErasedAt)],
            tokens: [nameof(SummaryRow.Version), nameof(SummaryRow.HeadHash)]);
    }

    /// <summary>For what is asked, and for rows that are written with the commit.</summary>
    public JournalContext Context { get; }

    private DbTransaction Transaction => Context.Database.CurrentTransaction!.GetDbTransaction();

    public static async Task<JournalSession> OpenAsync(IDbContextFactory<JournalContext> contexts, CancellationToken cancellation)
    {
        var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        return new JournalSession(context);
    }

    /// <summary>All of these writes, or none.</summary>
    public async Task CommitAsync(IReadOnlyList<IJournalWrite> writes, CancellationToken cancellation)
    {
        await using var transaction = await Context.Database.BeginTransactionAsync(cancellation);
        foreach (var write in writes)
            await write.StageAsync(this, cancellation);
        await Context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        Context.ChangeTracker.Clear();
    }

    /// <summary>Adds rows at once. Throws <see cref="DbUpdateException"/> when the database refuses one.</summary>
    public async Task InsertAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class
    {
        if (!_inserts.TryGetValue(typeof(TRow), out var insert))
            _inserts[typeof(TRow)] = insert = RowStatement<TRow>.Insert(Context);
        foreach (var row in rows)
            await ((RowStatement<TRow>)insert).ExecuteAsync(Transaction, row, [], cancellation);
    }

    /// <summary>
    /// Adds events, and words of a case that ends, and replaces the summary, on condition that the case was at that version with
    /// that hash. Throws <see cref="DbUpdateException"/> when it was not.
    /// </summary>
    public async Task AppendAsync(
        CaseHead before, IEnumerable<EventRow> events, SummaryRow summary, CaseWords words, CancellationToken cancellation)
    {
        await InsertAsync(events, cancellation);
        await _update.ExecuteAsync(Transaction, summary, [before.Version, before.Hash], cancellation);
        if (summary.CompletedAt is null)
            return;
        await InsertAsync(await MissingAsync(words, summary.Case, cancellation), cancellation);
        await Context.Drafts.Where(row => row.Case == summary.Case).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Closes what is over of a case and adds what is told of it; <paramref name="at"/> is UTC, in ticks.</summary>
    public async Task TellAsync(long @case, InboxChanges changes, long at, CancellationToken cancellation)
    {
        foreach (var over in changes.Over.GroupBy(end => end.PersonId))
        {
            var kinds = over.Select(end => end.Kind.ToString()).ToList();
            var open = Context.InboxItems.Where(row => row.Case == @case && row.ClosedAt == null && kinds.Contains(row.Kind));
            if (over.Key is { } person)
                open = open.Where(row => row.PersonId == person);
            await open.ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, at), cancellation);
        }

        await InsertAsync(changes.Told.Select(InboxRows.Of), cancellation);
    }

    // What a case is found by stays when it is opened again: the app takes none of it away.
    private async Task<IEnumerable<WordPseudonymRow>> MissingAsync(CaseWords words, long @case, CancellationToken cancellation)
    {
        if (!words.HasEnded)
            return words.Rows;
        var there = await Context.WordPseudonyms.Where(row => row.Case == @case).Select(row => row.Pseudonym)
            .ToListAsync(cancellation);
        return words.Rows.ExceptBy(there, row => row.Pseudonym);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in _inserts.Values)
            await insert.DisposeAsync();
        await _update.DisposeAsync();
        await Context.DisposeAsync();
    }
}
