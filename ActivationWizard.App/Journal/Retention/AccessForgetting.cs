using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Retention;

/// <summary>
/// Removes the first access records, up to the first that is not past its term, and seals in the head how far: what is removed by
/// anybody else is still missed. Does nothing where the records or their head were meddled with, which that would cover up.
/// </summary>
internal sealed class AccessForgetting(long before, RecordSeals seals) : IJournalWrite
{
    public string Subject => "access records past their term";

    /// <summary>How many were removed.</summary>
    public long Removed { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var context = session.Context;
        // Until no other instance was first.
        while (await context.RecordHeads.SingleOrDefaultAsync(cancellation) is { } head
            && RecordSeals.Fits(head.Seal, seals.Of(head))
            && !await TryAsync(context, head, cancellation))
        {
        }
    }

    // False when the head has moved on. From the update to the commit the row is this transaction's.
    private async Task<bool> TryAsync(JournalContext context, RecordHeadRow head, CancellationToken cancellation)
    {
        Removed = 0;
        var since = head.Forgotten ?? 0;
        var kept = await context.Looks.Where(row => row.Number != null && row.At >= before)
            .MinAsync(row => row.Number, cancellation);
        var upTo = Math.Max(since, (kept ?? (head.Accesses + 1)) - 1);
        var numbered = context.Looks.Where(row => row.Number <= upTo);
        var unsealed = context.Looks.Where(row => row.Number == null && row.At < before);
        var (old, early) = (await numbered.LongCountAsync(cancellation), await unsealed.LongCountAsync(cancellation));
        if (old + early is 0 || old != upTo - since)
            return true;

        var last = old is 0
            ? head.ForgottenSeal
            : await context.Looks.Where(row => row.Number == upTo).Select(row => row.Seal).SingleAsync(cancellation);
        var after = new RecordHeadRow
        {
            Accesses = head.Accesses,
            LastAccess = head.LastAccess,
            Unsealed = head.Unsealed - early,
            Forgotten = upTo,
            ForgottenSeal = last ?? [],
        };
        var seal = seals.Of(after);
        if (await context.RecordHeads.Where(row => row.Accesses == head.Accesses && row.LastAccess == head.LastAccess
                && row.Forgotten == head.Forgotten && row.Unsealed == head.Unsealed)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Unsealed, after.Unsealed)
                    .SetProperty(row => row.Forgotten, after.Forgotten)
                    .SetProperty(row => row.ForgottenSeal, after.ForgottenSeal)
                    .SetProperty(row => row.Seal, seal),
                cancellation) is 0)
            return false;
        Removed = await numbered.ExecuteDeleteAsync(cancellation) + await unsealed.ExecuteDeleteAsync(cancellation);
        return true;
    }
}
