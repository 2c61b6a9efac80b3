using ActivationWizard.App.Background;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Counts;
using ActivationWizard.App.Journal.Leases;
using ActivationWizard.App.Journal.Notes;

namespace ActivationWizard.App.Watch;

/// <summary>
/// Shows that this instance lives, and has one of all instances look at what is wrong. What the database could not be told while
/// it was gone is noted when it is back.
/// </summary>
public sealed class WatchWork(
    WatchRound round, WatchLease lease, LivingInstances instances, AlertSettings settings, WatchNotes away,
    ILogger<WatchWork> log)
    : RepeatedWork("Looking at what is wrong", settings.Interval, away.Time, log)
{
    // So many looks in which another one shows no life.
    private const int Patience = 3;

    private volatile bool _isHere;

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // A start that failed has shown nobody that it is there, and may have no tables.
        if (!_isHere)
            return;
        try
        {
            await lease.LeaveAsync(cancellationToken);
            await instances.LeaveAsync(cancellationToken);
        }
        catch (Exception gone) when (UnusableJournalException.Explains(gone)
            || gone is OperationCanceledException or ObjectDisposedException)
        {
            // It counts for a while more.
        }
    }

    /// <inheritdoc />
    protected override async Task DoAsync(CancellationToken cancellation)
    {
        try
        {
            await instances.BeatAsync(cancellation);
            _isHere = true;
            if (!await lease.HoldAsync(settings.Interval * Patience, cancellation))
                return;
            await away.BackAsync(cancellation);
            await round.RunAsync(cancellation);
        }
        catch (Exception gone) when (UnusableJournalException.IsAway(gone))
        {
            away.Gone();
            throw;
        }
    }
}

/// <summary>Since when the database gives no answer.</summary>
public sealed class WatchNotes(DisturbanceNotes notes, TimeProvider time)
{
    private DateTimeOffset? _since;

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>It gave none now.</summary>
    public void Gone() => _since ??= time.GetUtcNow();

    /// <summary>It answers: what was is noted, with its end.</summary>
    public async Task BackAsync(CancellationToken cancellation)
    {
        if (_since is not { } since)
            return;
        await notes.BeginAsync(DisturbanceKind.Database, "", since, time.GetUtcNow(), cancellation);
        _since = null;
    }
}
