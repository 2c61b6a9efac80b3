using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Messages;
using ActivationWizard.App.Words;

namespace ActivationWizard.App.AccessRequest;

/// <summary>What is known about a message, for its sender: everything but what it says, which is in the mailbox.</summary>
internal static class MessageLine
{
    public static string Of(StoredMessage message) => string.Join(' ', Sentences(message));

    private static IEnumerable<string> Sentences(StoredMessage message)
    {
        yield return AccessRequestText.MessageCame.With(Moments.InFull(message.ReceivedAt), StepWords.Of(message.Kind));
        if (message.Head is { } head)
            yield return AccessRequestText.MessageHead.With(
                MessageWords.Sender(head.Address, head.Sender), MessageWords.Subject(head.Subject));
        if (message.TakenBack is { } back)
            yield return AccessRequestText.MessageBack.With(back.By, Moments.InFull(back.At), MessageWords.Of(back.Reason));
        if (message.State is MessageState.Open)
            yield return AccessRequestText.MessageWaits;
        else
            yield return AccessRequestText.MessageOutcome.With(
                MessageWords.Outcome(message), message.DecidedBy ?? MessagesText.OutcomeWizard,
                Moments.InFull(message.DecidedAt ?? message.ReadAt));
    }
}
