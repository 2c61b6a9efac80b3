using ActivationWizard.App.Journal;

namespace ActivationWizard.App.Background;

/// <summary>Has the feed look as soon as another instance tells that it wrote something.</summary>
public sealed class NewsOfOthers(IJournalNews news, CaseFeed feed) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await news.ListenAsync(feed.Wake, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }
}
