using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.AccessLog;

/// <summary>
/// Adds access records: numbered over all cases, each sealed together with the one before it, and the head sealed anew. One that
/// is removed, altered or added is seen by that.
/// </summary>
internal sealed class AccessAppending(IReadOnlyList<AccessRow> rows, RecordSeals seals) : IJournalWrite
{
    public string Subject { get; } = $"access {Guid.NewGuid()}";

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        if (rows.Count is 0)
            return;
        var context = session.Context;
        // Until no other instance was first; without a head they are written all the same: who looked matters more, and verifying
        // names the head that is gone.
        while (await context.RecordHeads.SingleOrDefaultAsync(cancellation) is { } head
            && !await TrySealAsync(context, head, cancellation))
        {
        }

        await session.InsertAsync(rows, cancellation);
    }

    // False when the head has moved on. From the update to the commit the row is this transaction's.
    private async Task<bool> TrySealAsync(JournalContext context, RecordHeadRow head, CancellationToken cancellation)
    {
        var (number, last) = (head.Accesses, head.LastAccess);
        foreach (var row in rows)
        {
            row.Number = ++number;
            row.Seal = last = seals.Of(row, last);
        }

        var after = new RecordHeadRow
        {
            Accesses = number,
            LastAccess = last,
            Unsealed = head.Unsealed,
            Forgotten = head.Forgotten,
            ForgottenSeal = head.ForgottenSeal,
        };
        // A head that somebody meddled with is not sealed anew: that would cover it up.
        after.Seal = RecordSeals.Fits(head.Seal, seals.Of(head)) ? seals.Of(after) : head.Seal;
        return await context.RecordHeads.Where(row => row.Accesses == head.Accesses && row.LastAccess == head.LastAccess
                && row.Forgotten == head.Forgotten && row.Unsealed == head.Unsealed)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Accesses, after.Accesses)
                    .SetProperty(row => row.LastAccess, after.LastAccess)
                    .SetProperty(row => row.Seal, after.Seal),
                cancellation) is 1;
    }
}
