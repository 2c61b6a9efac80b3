using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>
/// What an incoming mail is, and what could be read in it. Nothing in it was carried out, fetched or asked: no picture, no
/// address, no script. Every text in it is without control characters and without characters that nobody sees.
/// </summary>
public abstract record IncomingMail
{
    private IncomingMail(MailEnvelope envelope) => Envelope = envelope;

    /// <summary>Whose it is and what it is about.</summary>
    public MailEnvelope Envelope { get; }

    /// <summary>A mail of the website's form, by its sender and its subject.</summary>
    public sealed record FormMail(MailEnvelope Envelope, MailContent Content, FormReading Form) : IncomingMail(Envelope);

    /// <summary>What somebody wrote to us of their own accord.</summary>
    public sealed record FreeMail(MailEnvelope Envelope, MailContent Content, RequestGuess Guess) : IncomingMail(Envelope);

    /// <summary>
    /// An answer to a mail of ours. That it names the reference proves nothing: whoever had one mail can make up others, so the
    /// caller looks whether there is such an effect, and whether it was sent to this sender.
    /// </summary>
    public sealed record ReplyToOurs(MailEnvelope Envelope, MailContent Content, EffectKey Reference) : IncomingMail(Envelope);

    /// <summary>What a mail server says became of a mail of ours. It proves as little as a reply does.</summary>
    public sealed record Bounce(MailEnvelope Envelope, EffectKey Reference, DeliveryReport Report) : IncomingMail(Envelope)
    {
        /// <summary>What the server wrote for a person to read.</summary>
        public MailContent? Content { get; init; }
    }

    /// <summary>Opens nothing and is answered by nothing.</summary>
    /// <param name="Envelope">Whose it is and what it is about.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Reference">The mail of ours that it names; null for none.</param>
    public sealed record Skipped(MailEnvelope Envelope, MailSkipReason Reason,
        EffectKey? Reference = null) : IncomingMail(Envelope)
    {
        /// <summary>What it says, for whoever finds that it was skipped wrongly; null when it was not read.</summary>
        public MailContent? Content { get; init; }

        /// <summary>What it seems to ask; null when it was not read.</summary>
        public RequestGuess? Guess { get; init; }
    }
}

/// <summary>Why an incoming mail is skipped.</summary>
public enum MailSkipReason
{
    /// <summary>We sent it ourselves and it came back, or it goes round.</summary>
    Loop,

    /// <summary>The mail server marked it.</summary>
    Spam,

    /// <summary>A delivery report about a mail that is not ours, a receipt, or another report of a machine.</summary>
    OtherReport,

    /// <summary>It is from our own address.</summary>
    OwnMail,

    /// <summary>It went to many at once.</summary>
    MailingList,

    /// <summary>A machine wrote it: somebody is out of office.</summary>
    AutomaticAnswer,

    /// <summary>It is larger, has more lines, or a longer header about a part of it, than is read.</summary>
    TooLarge,

    /// <summary>It is no mail.</summary>
    Unreadable,

    /// <summary>A fault of ours in reading it.</summary>
    ReadingFailed,
}

/// <summary>What whoever reads the mail should know about how it was read.</summary>
public enum MailNote
{
    /// <summary>The text is longer than what is shown.</summary>
    TextCut,

    /// <summary>It has more attachments than are named.</summary>
    AttachmentsCut,

    /// <summary>It has more parts, or parts deeper within each other, than were looked at.</summary>
    PartsCut,

    /// <summary>A line of its head is too long and was left out.</summary>
    HeaderLeftOut,

    /// <summary>Its letters are not written as it says they are: some may be wrong.</summary>
    CharsetGuessed,

    /// <summary>It had signs that turn the direction of letters, which make a text look like another.</summary>
    DirectionTurned,

    /// <summary>It does not name exactly one sender with an address that a mail can be sent to.</summary>
    SenderUnclear,

    /// <summary>The sender's name looks like an e-mail address, and not like the sender's.</summary>
    NameIsAnotherAddress,

    /// <summary>The sender's address has letters of another alphabet, or a domain that is not ASCII.</summary>
    AddressNotAscii,

    /// <summary>An answer would go to another address than the sender's.</summary>
    AnswersGoElsewhere,

    /// <summary>It is encrypted, and cannot be read here.</summary>
    Encrypted,
}

/// <summary>Whose a mail is and what it is about.</summary>
/// <param name="Identity">
/// The same for the same mail, whichever way it comes and whenever, and of another mail another, whatever its Message-ID says.
/// A hash that whoever has the mail can make as well: keep a pseudonym of it.
/// </param>
/// <param name="MessageId">Without brackets; empty when it has none.</param>
/// <param name="Sender">Who sent it, as far as it says.</param>
/// <param name="Subject">On one line; empty when it has none.</param>
/// <param name="Date">When it was sent, as it says; null when it does not.</param>
/// <param name="Notes">Each at most once.</param>
public sealed record MailEnvelope(
    string Identity, string MessageId, MailSender Sender, string Subject, DateTimeOffset? Date, IReadOnlyList<MailNote> Notes)
{
    /// <summary>The mails that it refers to, without brackets, the oldest first; at most <see cref="MostReferences"/>.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The most that are kept; of a longer thread those at its begin and end.</summary>
    public const int MostReferences = MailOrigin.MostReferences;

    /// <summary>What an answer needs to stand in its thread; null when it has no Message-ID that can be answered.</summary>
    public MailOrigin? Origin => MailOrigin.Of($"<{MessageId}>", References.Select(id => $"<{id}>"), Subject);
}

/// <summary>Who sent a mail, as far as it says: nothing of it is proved.</summary>
/// <param name="Name">On one line; empty when there is none.</param>
/// <param name="Address">Null when there is not exactly one that a mail can be sent to.</param>
/// <param name="AnswersTo">Where an answer would go, when that is one other address; null otherwise.</param>
public sealed record MailSender(string Name, EmailAddress? Address, EmailAddress? AnswersTo);

/// <summary>What is in a mail.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Attachments">Their names, or their kind where they have none. What is in them is not looked at.</param>
public sealed record MailContent(SafeText Text, IReadOnlyList<string> Attachments);
