using ActivationWizard.App.Background;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.App.Shell;

/// <summary>A part of every page that looks every few seconds, and is drawn again only when there is something else to see.</summary>
public abstract class Watching : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private Task _watching = Task.CompletedTask;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _leaving.CancelAsync();
        await _watching;
        _leaving.Dispose();
    }

    /// <summary>Looks; true when something else is to be shown.</summary>
    protected abstract Task<bool> LookAsync(CancellationToken cancellation);

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _watching = WatchAsync();
    }

    // A database that is away for a while is no reason to take the page away: the next look tells.
    private async Task WatchAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(CaseWatch.Interval, Clock);
            do
            {
                await InvokeAsync(async () =>
                {
                    if (await LookSafelyAsync())
                        StateHasChanged();
                });
            }
            while (await timer.WaitForNextTickAsync(_leaving.Token));
        }
        catch (OperationCanceledException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }

    private async Task<bool> LookSafelyAsync()
    {
        try
        {
            return await LookAsync(_leaving.Token);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or TimeoutException)
        {
            return false;
        }
    }
}
