using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>
/// At the first start of a version that seals records: what is there is sealed as it is, and the access records are counted. From
/// then on whatever has no seal was put there by somebody else.
/// </summary>
public sealed class RecordBaseline(RecordSeals seals)
{
    /// <summary>Does nothing where it was done. For one process at a time.</summary>
    public async Task SetAsync(JournalContext journal, CancellationToken cancellation)
    {
        if (await journal.RecordHeads.AnyAsync(cancellation))
            return;

        await using var transaction = await journal.Database.BeginTransactionAsync(cancellation);
        foreach (var epoch in await journal.Epochs.Where(row => row.Seal == null).ToListAsync(cancellation))
        {
            var seal = seals.Of(epoch);
            await journal.Epochs.Where(row => row.Number == epoch.Number)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Seal, seal), cancellation);
        }

        foreach (var erasure in await journal.Erasures.Where(row => row.Seal == null).ToListAsync(cancellation))
        {
            var left = await journal.Summaries.SingleOrDefaultAsync(row => row.Case == erasure.Case, cancellation);
            var seal = seals.Of(erasure, left);
            await journal.Erasures.Where(row => row.Case == erasure.Case)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Seal, seal), cancellation);
        }

        var head = new RecordHeadRow { Unsealed = await journal.Looks.LongCountAsync(cancellation) };
        head.Seal = seals.Of(head);
        journal.Add(head);
        await journal.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        journal.ChangeTracker.Clear();
    }
}
