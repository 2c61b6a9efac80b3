using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.App.MailIntake;

/// <summary>What came of opening a message. Closed.</summary>
public abstract record MessageOpening
{
    private MessageOpening()
    {
    }

    /// <summary>It was read in the mailbox.</summary>
    public sealed record Opened(OpenedMessage Message) : MessageOpening;

    /// <summary>It does not lie in the mailbox where it was: somebody moved or deleted it.</summary>
    public sealed record Gone(StoredMessage Message) : MessageOpening;

    /// <summary>It lies in the mailbox, and is larger than is read here.</summary>
    public sealed record TooLarge(StoredMessage Message) : MessageOpening;

    /// <summary>The mailbox gives no answer now.</summary>
    public sealed record NoAnswer(StoredMessage Message, FailureReason Why) : MessageOpening;

    /// <summary>There is no such message.</summary>
    public sealed record NoSuchMessage : MessageOpening;
}

/// <summary>A message as whoever handles it sees it.</summary>
/// <param name="Known">What the journal knows of it.</param>
/// <param name="Envelope">Whose it is and what it is about, with what should be known about how it was read.</param>
/// <param name="Text">What it says, made safe; null when that cannot be read.</param>
/// <param name="Attachments">Names only.</param>
/// <param name="Fields">
/// What could be read of a request, to fill in a new one with. It carries the mail, so that the answer goes in its thread: give
/// it to the intake under <see cref="StoredMessage.IntakeKey"/>.
/// </param>
public sealed record OpenedMessage(
    StoredMessage Known, MailEnvelope Envelope, SafeText? Text, IReadOnlyList<string> Attachments, IntakeFields Fields);
