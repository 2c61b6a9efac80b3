using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>What a message of the mailbox is. The names are in the database.</summary>
public enum MessageKind
{
    /// <summary>The website's form, sent as a mail.</summary>
    Form,

    /// <summary>What somebody wrote of their own accord.</summary>
    Free,

    /// <summary>It answers a mail of ours, as it says.</summary>
    Reply,

    /// <summary>A mail server says what became of a mail of ours.</summary>
    Bounce,

    /// <summary>None of these: it opens nothing and is answered by nothing.</summary>
    Other,
}

/// <summary>What became of a message. The names are in the database.</summary>
public enum MessageState
{
    /// <summary>It waits for somebody who says what it is.</summary>
    Open,

    /// <summary>It became a case.</summary>
    BecameCase,

    /// <summary>It belongs to a case that was there.</summary>
    OfCase,

    /// <summary>Somebody said that it is no request.</summary>
    NoRequest,

    /// <summary>It opens nothing and is answered by nothing.</summary>
    Skipped,
}

/// <summary>Why a message is no request: the list to choose from. The names are in the database.</summary>
public enum NoRequestReason
{
    /// <summary>It asks for something else; a colleague answers it.</summary>
    OtherQuestion,

    /// <summary>What it asks for was done already.</summary>
    AlreadyHandled,

    /// <summary>It cannot be made out what it asks, and a colleague answers it.</summary>
    Unclear,

    /// <summary>Nobody we know wants anything: advertising, or somebody who wants to deceive.</summary>
    Unwanted,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Why a message is taken back: the list to choose from. The names are in the database.</summary>
public enum TakeBackReason
{
    /// <summary>It asks for a code.</summary>
    IsRequest,

    /// <summary>It belongs to a case.</summary>
    BelongsToCase,

    /// <summary>Somebody has to look at it after all.</summary>
    NeedsLook,

    /// <summary>It was said of the wrong message.</summary>
    Mistake,
}

/// <summary>That a message waits for somebody again.</summary>
/// <param name="From">What had become of it.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who took it back.</param>
/// <param name="At">When.</param>
public sealed record TakenBack(MessageState From, TakeBackReason Reason, string By, DateTimeOffset At);

/// <summary>Where a message was put in the mailbox. The names are in the database.</summary>
public enum MessageFiling
{
    /// <summary>Nowhere: it lies where it came in, or is still to be put.</summary>
    None,

    /// <summary>With those of open cases.</summary>
    InProgress,

    /// <summary>With those that nothing more is done with.</summary>
    Done,

    /// <summary>It was to be put somewhere, and is in none of our folders any more: somebody moved or deleted it.</summary>
    Lost,
}

/// <summary>Whose a message is and what it is about.</summary>
/// <param name="Sender">The sender's name, as the message says; empty for none.</param>
/// <param name="Address">The sender's address; null when it has not exactly one.</param>
/// <param name="Subject">On one line; empty for none.</param>
public sealed record MessageHead(string Sender, string? Address, string Subject);

/// <summary>A message of the mailbox as the journal knows it; what it says is in the mailbox.</summary>
/// <param name="Id">Its name in addresses of pages; it says nothing about the message.</param>
/// <param name="Version">Grows with each decision: a decision counts for the version that was seen.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">What became of it.</param>
/// <param name="ReceivedAt">When it came into the mailbox, by the mail server's clock.</param>
/// <param name="ReadAt">When the wizard read it.</param>
public sealed record StoredMessage(
    Guid Id, int Version, MessageKind Kind, MessageState State, DateTimeOffset ReceivedAt, DateTimeOffset ReadAt)
{
    /// <summary>Null once it is dealt with: nobody has to see it in a list any more.</summary>
    public MessageHead? Head { get; init; }

    /// <summary>
    /// The name of a <see cref="NoRequestReason"/>, or of an <c>Integrations.Mailbox.Incoming.MailSkipReason</c>: why it was
    /// skipped, or why one that is open could not be read; of one that was taken back, what was said before. Null for anything
    /// else.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The case that it became or belongs to; of an open one the case that it seems to belong to. Null for none.
    /// </summary>
    public CaseNumber? Case { get; init; }

    /// <summary>The effect whose mail it answers or returns, as it says; null for none.</summary>
    public EffectKey? Effect { get; init; }

    /// <summary>
    /// Who decided what becomes of it, of one that was taken back what became of it before; null while nobody did.
    /// </summary>
    public string? DecidedBy { get; init; }

    /// <summary>When; null while nobody did.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The last time that it was taken back; null when it never was.</summary>
    public TakenBack? TakenBack { get; init; }

    /// <summary>Somebody said too soon, or the wizard, that nothing is to be done with it.</summary>
    public bool CanBeTakenBack => State is MessageState.NoRequest or MessageState.Skipped;

    /// <summary>Where it was put.</summary>
    public MessageFiling Filing { get; init; }

    /// <summary>Under this key the intake opens one case for it, whoever opens it and how often.</summary>
    public required string IntakeKey { get; init; }
}

/// <summary>One page of a list of messages.</summary>
/// <param name="Messages">Those of the page.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Page">Which page it is, the first being 1.</param>
public sealed record MessagePage(IReadOnlyList<StoredMessage> Messages, int Count, int Page);
