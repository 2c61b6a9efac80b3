using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// Makes a finished case's personal data unreadable everywhere: its key is deleted, its comments and the words it is found by
/// too, its summary overwritten, and SQLite's log emptied. Who asked for it and why is kept. The events stay, as ciphertext that
/// nobody can open, so that the chain still verifies.
/// </summary>
public sealed class CaseErasure(
    IDbContextFactory<JournalContext> journals, IJournalWriter writer, CaseKeys keys, CaseHeads heads, DatabaseLogs logs,
    TimeProvider time)
{
    /// <summary>
    /// Erases the case; again is harmless, and finishes what a crash left half done. Throws <see
    /// cref="InvalidOperationException"/> for a case that is still open, or that is not there.
    /// </summary>
    public async Task EraseAsync(CaseNumber number, string by, string reason, CancellationToken cancellation)
    {
        var key = CaseKey.Of(number);
        await using var journal = await journals.CreateDbContextAsync(cancellation);
        if (!await journal.Summaries.AnyAsync(row => row.Case == key && row.CompletedAt != null, cancellation))
            throw new InvalidOperationException($"Case {number} is not a finished case: only those can be erased.");

        // The key first: a row that says erased, while the key is still there, would never be looked at again.
        var ids = await journal.Events.Where(row => row.Case == key)
            .Select(row => row.KeyId)
            .Distinct()
            .ToListAsync(cancellation);
        await keys.DeleteAsync(ids, cancellation);
        heads.Forget(number);
        var erasure = new ErasureRow { Case = key, At = time.GetUtcNow().UtcTicks, By = by, Reason = reason };
        await writer.WriteAsync(new Overwriting(key, number.ToString(), erasure), cancellation);
        await logs.EmptyAsync(cancellation);
    }

    private sealed class Overwriting(long @case, string number, ErasureRow erasure) : IJournalWrite
    {
        public string Subject { get; } = $"case {@case}";

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            var context = session.Context;
            await context.SearchWords.Where(row => row.Case == @case).ExecuteDeleteAsync(cancellation);
            await context.Comments.Where(row => row.Case == @case).ExecuteDeleteAsync(cancellation);
            await context.Drafts.Where(row => row.Case == @case).ExecuteDeleteAsync(cancellation);
            if (!await context.Erasures.AnyAsync(row => row.Case == @case, cancellation))
                context.Add(erasure);
            await context.Summaries
                .Where(row => row.Case == @case)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Name, "")
                        .SetProperty(row => row.Address, "")
                        .SetProperty(row => row.Search, number)
                        .SetProperty(row => row.SortName, "")
                        .SetProperty(row => row.PartyId, (string?)null)
                        .SetProperty(row => row.Household, (string?)null)
                        .SetProperty(row => row.ErasedAt, row => row.ErasedAt ?? erasure.At),
                    cancellation);
        }
    }
}
