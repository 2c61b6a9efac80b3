using ActivationWizard.App.Journal.Queries;

namespace ActivationWizard.App.Background;

/// <summary>
/// Looks at the start, and ever again, for cases that wait for a system and that nothing goes on with: the process died, a run
/// was cut off, another case had the tenant's lease.
/// </summary>
public sealed class CaseSweep(
    CasesUnderWay cases, WaitingCases waiting, WorkSettings settings, TimeProvider time, ILogger<CaseSweep> log)
    : RepeatedWork("The sweep for cases that were left behind", settings.SweepInterval, time, log)
{
    private long _lastAt;

    /// <summary>When it last looked; null before the first time.</summary>
    public DateTimeOffset? LastAt =>
        Interlocked.Read(ref _lastAt) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Puts every such case in line; how many there were.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var found = await cases.ReadAsync(cancellation);
        foreach (var one in found)
        {
            if (one.IsArrival)
                waiting.AddArrived(one.Number);
            else
                waiting.Add(one.Number);
        }

        Interlocked.Exchange(ref _lastAt, Time.GetUtcNow().UtcTicks);
        return found.Count;
    }

    /// <inheritdoc />
    protected internal override bool IsUrgent => true;

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) => RunOnceAsync(cancellation);
}
