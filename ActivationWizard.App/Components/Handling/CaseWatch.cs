namespace ActivationWizard.App.Components.Handling;

/// <summary>While a case waits its page asks, every so often, whether it moved on: the same on one instance or five.</summary>
public sealed class CaseWatch : IAsyncDisposable
{
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _leaving = new();
    private readonly SemaphoreSlim _answered = new(0);
    private Task _watching = Task.CompletedTask;

    /// <summary>Looks until the page is left; often while <paramref name="isBusy"/>.</summary>
    public void Start(Func<bool> isBusy, Func<Task> look) => _watching = WatchAsync(isBusy, look);

    /// <summary>Somebody answered: look at once.</summary>
    public void LookNow() => _answered.Release();

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _watching;
        _leaving.Dispose();
        _answered.Dispose();
    }

    private async Task WatchAsync(Func<bool> isBusy, Func<Task> look)
    {
        try
        {
            while (!_leaving.IsCancellationRequested)
            {
                await _answered.WaitAsync(isBusy() ? Busy : Quiet, _leaving.Token);
                await look();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
