namespace ActivationWizard.App.Background;

/// <summary>
/// Who asks for a page right after a start does not wait for rounds that can be a moment later: what is repeated and not urgent
/// begins once the first request was answered, or a little after the app listens when nobody asked.
/// </summary>
public sealed class FirstPage(IServiceProvider services) : IHostedLifecycleService, IDisposable
{
    // People wait in the machine's time, whatever clock the app goes by.
    private static readonly TimeProvider Patience = TimeProvider.System;

    private readonly TaskCompletionSource _isOver = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _limit;

    /// <summary>How long after the app listens the rounds begin at the latest.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Lets a request through, and the rounds begin when it was answered.</summary>
    public Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        if (!_isOver.Task.IsCompleted)
            context.Response.OnCompleted(EndAsync);
        return next(context);
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // Asked for here: a hosted service cannot be handed the others.
        foreach (var work in services.GetServices<IHostedService>().OfType<RepeatedWork>().Where(work => !work.IsUrgent))
            work.Begins = _isOver.Task;
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _limit = Patience.CreateTimer(_ => _isOver.TrySetResult(), null, Longest, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _limit?.Dispose();

    private Task EndAsync()
    {
        _isOver.TrySetResult();
        return Task.CompletedTask;
    }
}
