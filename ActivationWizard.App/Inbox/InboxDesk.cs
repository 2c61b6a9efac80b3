using ActivationWizard.App.Background;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Inbox;

namespace ActivationWizard.App.Inbox;

/// <summary>What a person does with what is in the inbox.</summary>
public sealed class InboxDesk(
    CurrentActor current, CaseDesk desk, ICaseJournal journal, InboxNotes notes, CaseFeed feed, IJournalNews news)
{
    /// <summary>What the feed knows after a look that begins no earlier than this call.</summary>
    public Task<FeedView> LookAsync(CancellationToken cancellation) => feed.LookAsync(cancellation);

    /// <summary>
    /// Answers the colleague who asks for a case; false when that colleague asks for it no more. Throws what
    /// <see cref="CaseDesk.AnswerAsync"/> throws.
    /// </summary>
    public async Task<bool> AnswerAsync(InboxItem item, bool handsOver)
    {
        if (item.Case is not { } number
            || (await journal.LoadAsync(number, CancellationToken.None))?.TakeOver?.Person.Id != item.By.Id)
            return false;
        Answer answer = handsOver ? new HandCaseOver() : new KeepCase();
        return await desk.AnswerAsync(number, item.Sequence ?? 1, answer) is { Decision: Decision.Taken };
    }

    /// <summary>
    /// Whose cases were given to this person, and why; null where no case says so any more. Nothing of a tenant is in it, so
    /// that it opens no case.
    /// </summary>
    public async Task<PassedOn?> HandOverAsync(InboxItem item)
    {
        foreach (var part in item.Kind is InboxKind.HandedToYou ? item.Parts : [])
        {
            try
            {
                if ((await journal.LoadAsync(part.Case!, CancellationToken.None))?.PassedOn is { } passed
                    && passed.Act == item.Subject)
                    return passed;
            }
            catch (UnreadableCaseException)
            {
                // Another case of the same act says it as well.
            }
        }

        return null;
    }

    /// <summary>
    /// The person has seen these. A question stays until it is answered. A database that is gone is no reason to stop: then they
    /// are there again.
    /// </summary>
    public async Task SeenAsync(IReadOnlyCollection<InboxItem> items)
    {
        if (items.Count is 0)
            return;
        try
        {
            await notes.SeenAsync([.. items.SelectMany(item => item.Written)], await current.GetAsync(), CancellationToken.None);
        }
        catch (Exception gone) when (UnusableJournalException.IsAway(gone))
        {
            return;
        }

        feed.Wake();
        news.Tell();
    }
}
