using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Ports;

/// <summary>The language a standard reply is written in.</summary>
public enum MailLanguage
{
    Dutch,
    English,
}

/// <summary>Which standard reply: the ground's own text, or the neutral one that does not say why.</summary>
public sealed record TemplateChoice(RefusalGround Ground, bool Neutral, MailLanguage Language);

/// <summary>A standard reply, its placeholders filled: plain text.</summary>
public sealed record MailText(string Subject, string Body);

/// <summary>What the placeholders of a standard reply stand for.</summary>
/// <param name="Name">Whom it is addressed to; empty for nobody by name.</param>
/// <param name="Number">The case that it is about.</param>
public sealed record ReplyFilling(string Name, CaseNumber Number);

/// <summary>Which text of a standard reply it was that was filled in.</summary>
/// <param name="Mark">The same for the same text, and another for every other text.</param>
/// <param name="WrittenAt">When that text came into the mailbox.</param>
/// <param name="KeptSince">
/// When the mailbox was last read, if it gave no answer since: there may be another text by now. Null when it did.
/// </param>
public sealed record TemplateVersion(string Mark, DateTimeOffset WrittenAt, DateTimeOffset? KeptSince);

/// <summary>A standard reply, filled in. <paramref name="Version"/> is null for one out of a file.</summary>
public sealed record FilledReply(MailText Text, TemplateVersion? Version = null);

/// <summary>A reply to be sent. The Message-ID is made from <paramref name="Reference"/>.</summary>
public sealed record OutgoingMail(EffectKey Reference, EmailAddress To, MailText Text)
{
    /// <summary>The mail that it answers; null when it answers none.</summary>
    public MailOrigin? Answers { get; init; }

    /// <summary>Nobody changed a word of what the wizard wrote.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The draft that it is sent from; null where a mailbox needs none.</summary>
    public string? Draft { get; init; }
}

/// <summary>The Wonen mailbox and its Mailsjablonen.</summary>
public interface IMailbox
{
    /// <summary>The folder of the mailbox in which the templates are; null where they are files.</summary>
    string? TemplateFolder { get; }

    /// <summary>
    /// The template with its placeholders filled in; null when there is no such template, which stops the step.
    /// </summary>
    Task<Reply<FilledReply?>> ComposeAsync(TemplateChoice choice, ReplyFilling filling, CancellationToken cancellation);

    /// <summary>
    /// Puts the mail ready in the mailbox, and gives the draft's id; null where a mail is sent without one. Nothing leaves with
    /// it, and for one reference there is one draft, however often it is asked for.
    /// </summary>
    Task<EffectOutcome<string?>> DraftAsync(OutgoingMail mail, CancellationToken cancellation);

    /// <summary>
    /// Sends one mail (State with a draft, Query by Message-ID where the Sent folder can be read, else None).
    /// </summary>
    Task<EffectOutcome<NoResult>> SendAsync(OutgoingMail mail, CancellationToken cancellation);

    /// <summary>
    /// What was sent with this reference, or from this draft: to this address. Not answered where that cannot be asked, nor while
    /// the draft is gone and the mail is not to be seen yet.
    /// </summary>
    Task<Reply<ReferenceMatch>> FindMailAsync(
        EffectKey reference, EmailAddress recipient, string? draft, CancellationToken cancellation);
}
