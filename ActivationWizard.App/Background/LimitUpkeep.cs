using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Counts;
using ActivationWizard.App.Security;

namespace ActivationWizard.App.Background;

/// <summary>Shows the other instances that this one lives, whose pages count, and forgets the counts that are over.</summary>
public sealed class LimitUpkeep(SharedCounts counts, TimeProvider time, ILogger<LimitUpkeep> log)
    : RepeatedWork("Keeping the counts of what has a limit", SharedCounts.Life / 3, time, log)
{
    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await counts.LeaveAsync(cancellationToken);
        }
        catch (Exception gone) when (UnusableJournalException.Explains(gone)
            || gone is OperationCanceledException or ObjectDisposedException)
        {
            // They count for a minute more.
        }
    }

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) => counts.KeepAsync(Limits.Window, cancellation);
}
