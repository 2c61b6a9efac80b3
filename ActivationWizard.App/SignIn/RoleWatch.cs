namespace ActivationWizard.App.SignIn;

/// <summary>
/// Asks the identity provider, for every session that is open, whether its person still has the role: in one place, and at
/// several instances one of them for each session.
/// </summary>
public sealed partial class RoleWatch(
    Sessions sessions, RoleCheck check, OpenSessions open, SessionSettings settings, TimeProvider time,
    ILogger<RoleWatch> log) : BackgroundService
{
    // What is due is at most so much too late.
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>Asks for every session that is due; how many were ended.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // Not for those whose time is over: to ask would keep them alive at the provider.
        var due = (await sessions.OpenAsync(cancellation))
            .Where(one => one.AskedAt is { } asked && now - asked >= settings.Recheck);
        var ended = 0;
        foreach (var session in due)
        {
            if (await check.CheckAsync(session, cancellation))
                ended++;
        }

        if (ended > 0)
            await open.TellAsync();
        return ended;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
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
    }

    [LoggerMessage(1, LogLevel.Error, "Looking up again who has which role failed: {Kind}. It is tried again.\n{Trace}")]
    private static partial void Failed(ILogger logger, string kind, string? trace);
}
