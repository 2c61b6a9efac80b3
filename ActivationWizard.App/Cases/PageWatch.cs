using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Cases;

/// <summary>
/// Tells the page of a case that the case went on. It asks for the version only: the same on one instance or five. Often while
/// a system is at work, seldom while the case waits for a person, and no more once it has ended.
/// </summary>
/// <param name="desk">Where the version is asked.</param>
/// <param name="shown">The case that is on the page now; null while there is none.</param>
/// <param name="changed">Called when the journal has another version than the page.</param>
public sealed class PageWatch(CaseDesk desk, Func<ActivationCase?> shown, Func<Task> changed) : IAsyncDisposable
{
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _leaving = new();
    private readonly SemaphoreSlim _answered = new(0);
    private Task _watching = Task.CompletedTask;

    /// <summary>Begins, to be called once: what is too old of an own case is read again, while it is on the page as it is.</summary>
    public void Start() => _watching = WatchAsync();

    /// <summary>An answer was given: the next look is now.</summary>
    public void LookNow() => _answered.Release();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _watching;
        _leaving.Dispose();
        _answered.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            if (shown() is { } opened && await desk.ResumeAsync(opened))
                await changed();
            while (!_leaving.IsCancellationRequested)
            {
                await _answered.WaitAsync(shown() is { IsUnderWay: true } ? Busy : Quiet, _leaving.Token);
                if (shown() is { State.IsFinal: false } open && await desk.VersionAsync(open.Number) != open.Version)
                    await changed();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
