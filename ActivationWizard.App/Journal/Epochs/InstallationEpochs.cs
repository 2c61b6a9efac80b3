using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Epochs;

/// <summary>The epochs of this installation, as its database has them.</summary>
public sealed class InstallationEpochs(TimeProvider time) : ICurrentEpoch
{
    private volatile Epoch? _now;

    /// <summary>Throws <see cref="InvalidOperationException"/> before the databases are ready.</summary>
    public Epoch Now => _now ?? throw new InvalidOperationException("No epoch is known before the databases are ready.");

    /// <summary>Reads the epoch that runs, or begins the first. For one process at a time.</summary>
    public async Task OpenAsync(JournalContext journal, CancellationToken cancellation)
    {
        if (await LastAsync(journal, cancellation) is { } last)
            _now = Read(last);
        else
            await AddAsync(journal, 1, Epoch.First(), EpochReason.FirstStart, cancellation);
    }

    private async Task AddAsync(
        JournalContext journal, int number, Epoch epoch, EpochReason reason, CancellationToken cancellation)
    {
        journal.Add(new EpochRow
        {
            Number = number,
            Epoch = epoch.ToString(),
            Reason = reason,
            BeganAt = time.GetUtcNow().UtcTicks,
        });
        await journal.SaveChangesAsync(cancellation);
        _now = epoch;
    }

    private static Task<EpochRow?> LastAsync(JournalContext journal, CancellationToken cancellation) =>
        journal.Epochs.OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);

    private static Epoch Read(EpochRow row) => Epoch.TryParse(row.Epoch, out var epoch)
        ? epoch
        : throw new InvalidDataException("The epoch in the database is none.");
}
