using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// Makes a finished case's personal data unreadable everywhere: that it is erased is noted outside every store, its key is
/// deleted, its mails in files, its comments and the words it is found by too, and its summary overwritten. Who asked for it
/// and why is kept. The events stay, as ciphertext that nobody can open, so that the chain still verifies.
/// </summary>
public sealed class CaseErasure(
    ErasureStores stores, ErasedKeys keys, ErasedFiles files, Tombstones tombstones, RecordSeals seals, TimeProvider time)
{
    /// <summary>
    /// Erases the case; again is harmless, and finishes what a crash left half done. Throws <see
    /// cref="CaseNotErasableException"/> for a case that is still open, that a process acts for, or that is not there, <see
    /// cref="DatabaseRightsException"/> when the account may not erase, and <see cref="IOException"/> when it cannot be noted:
    /// then nothing is erased.
    /// </summary>
    public async Task EraseAsync(CaseNumber number, string by, string reason, CancellationToken cancellation)
    {
        await TakeAwayAsync(number, by, reason, cancellation);
        await EmptyLogsAsync(cancellation);
    }

    /// <summary>What the databases still hold of what was taken away. See <see cref="DatabaseLogs"/>.</summary>
    public Task EmptyLogsAsync(CancellationToken cancellation) => keys.EmptyLogsAsync(cancellation);

    /// <summary>
    /// The same as <see cref="EraseAsync"/>, for who takes several away and calls <see cref="EmptyLogsAsync"/> at the end.
    /// </summary>
    public async Task TakeAwayAsync(CaseNumber number, string by, string reason, CancellationToken cancellation)
    {
        var key = CaseKey.Of(number);
        await using var journal = await stores.Journals.CreateDbContextAsync(cancellation);
        if (!await journal.Summaries.AnyAsync(row => row.Case == key && row.CompletedAt != null, cancellation))
            throw new CaseNotErasableException($"Case {number} is not a finished case: only those can be erased.");
        var now = time.GetUtcNow().UtcTicks;
        if (await journal.Leases.AnyAsync(row => row.Case == key && row.HeldUntil > now, cancellation))
            throw new CaseNotErasableException($"Case {number} is being worked on at this moment: erase it again in a minute.");

        var ids = await journal.Events.Where(row => row.Case == key)
            .Select(row => row.KeyId)
            .Distinct()
            .ToListAsync(cancellation);
        var erasure = new ErasureRow { Case = key, At = now, By = by, Reason = reason };
        await keys.RefuseForbiddenAsync(journal, cancellation);
        // Outside the stores first, then the key: whatever dies in between, the next start finishes it.
        await tombstones.AddAsync(journal, [new Tombstone(key, erasure.At, ids)], cancellation);
        await keys.DeleteAsync(ids, [number], cancellation);
        files.Delete([number]);
        await stores.Writer.WriteAsync(new ErasureWriting(number, erasure, seals), cancellation);
    }
}
