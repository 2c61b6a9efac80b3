using ActivationWizard.App.Background;
using ActivationWizard.App.Journal;

namespace ActivationWizard.App.MailIntake;

/// <summary>Tells the pages of every instance that the messages changed; the feed counts them.</summary>
public sealed class MessageChanges(CaseFeed feed, IJournalNews news)
{
    /// <summary>They changed, on disk.</summary>
    public void Tell()
    {
        feed.Wake();
        news.Tell();
    }
}
