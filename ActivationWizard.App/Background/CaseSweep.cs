using ActivationWizard.App.Journal.Queries;

namespace ActivationWizard.App.Background;

/// <summary>
/// Looks at the start, and ever again, for cases that wait for a system and that nothing goes on with: the process died, a run
/// was cut off, another case had the tenant's lease.
/// </summary>
public sealed partial class CaseSweep(
    CasesUnderWay cases, WaitingCases waiting, WorkSettings settings, TimeProvider time, ILogger<CaseSweep> log)
    : BackgroundService
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

        Interlocked.Exchange(ref _lastAt, time.GetUtcNow().UtcTicks);
        return found.Count;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.SweepInterval, time);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure.GetType().FullName!, failure.StackTrace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Error, "The sweep for cases that were left behind failed: {Kind}. It is tried again.\n{Trace}")]
    private static partial void Failed(ILogger logger, string kind, string? trace);
}
