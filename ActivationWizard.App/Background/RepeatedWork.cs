namespace ActivationWizard.App.Background;

/// <summary>
/// Work that is done after the start and once an interval until the app stops. What fails is tried again the next time, also what
/// calls itself a cancellation: the time of a query or a call that ran out is no end of ours. The log has a line when it begins
/// to fail, and one when it succeeds again. A host that lost its patience waits for what is under way before it takes away what
/// that is done with.
/// </summary>
/// <param name="what">The work, as the beginning of a sentence in the log.</param>
/// <param name="interval">From one beginning to the next; a time that takes longer is followed at once.</param>
public abstract partial class RepeatedWork(string what, TimeSpan interval, TimeProvider time, ILogger log)
    : BackgroundService, IAsyncDisposable
{
    private string? _failure;

    /// <summary>What the first time waits for; at once unless something is set before the start. It never fails.</summary>
    public Task Begins { get; set; } = Task.CompletedTask;

    /// <summary>True for what is done at once after a start, because cases or another instance wait for it.</summary>
    protected internal virtual bool IsUrgent => false;

    /// <summary>By which the interval is counted.</summary>
    protected TimeProvider Time { get; } = time;

    protected ILogger Log { get; } = log;

    /// <summary>True for what is done once more when the app stops.</summary>
    protected virtual bool IsDoneAtTheStop => false;

    /// <summary>Ends it, when what is under way has ended. Twice is as once.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Dispose();
        if (ExecuteTask is { } work)
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Does it once.</summary>
    protected abstract Task DoAsync(CancellationToken cancellation);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, Time);
        try
        {
            await Begins.WaitAsync(stoppingToken);
            do
                await TryAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (IsDoneAtTheStop)
        {
            await TryAsync(CancellationToken.None);
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        var before = _failure;
        try
        {
            await DoAsync(cancellation);
            _failure = null;
            if (before is not null)
                Succeeds(Log, what);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            _failure = failure.GetType().FullName!;
            // Not its message: that may quote what it could not handle.
            if (_failure != before)
                Fails(Log, what, _failure, failure.StackTrace);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{What} fails: {Kind}. It is tried again.\n{Trace}")]
    private static partial void Fails(ILogger logger, string what, string kind, string? trace);

    [LoggerMessage(2, LogLevel.Information, "{What} succeeds again.")]
    private static partial void Succeeds(ILogger logger, string what);
}
