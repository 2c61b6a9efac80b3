using Microsoft.AspNetCore.Components;

namespace ActivationWizard.App.Background;

/// <summary>
/// A part of a page that is told of changes by the feed, and is drawn again only when there is something else to see.
/// </summary>
public abstract class Watching : ComponentBase, IDisposable
{
    private IDisposable? _watch;

    [Inject]
    private CaseFeed Feed { get; set; } = null!;

    /// <summary>The database did not answer the last look.</summary>
    protected bool IsDatabaseAway => Feed.IsAway;

    /// <summary>What of the feed it shows.</summary>
    protected virtual FeedPart Part => FeedPart.Cases;

    /// <summary>After how long it looks again although no case changed; null for never.</summary>
    protected virtual TimeSpan? AtLeastEvery => null;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Dispose(disposing: true);
    }

    /// <summary>Ends the watching; what derives from it ends its own there too.</summary>
    protected virtual void Dispose(bool disposing) => _watch?.Dispose();

    /// <summary>Looks at the cases as they are; true when something else is to be shown.</summary>
    protected abstract Task<bool> LookAsync(FeedView view);

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _watch = Feed.Watch(Part, TellAsync, AtLeastEvery);
    }

    private Task TellAsync() => InvokeAsync(async () =>
    {
        if (await LookAsync(Feed.View))
            StateHasChanged();
    });
}
