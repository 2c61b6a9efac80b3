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

/// <summary>A reply to be sent. The Message-ID is made from <paramref name="Reference"/>.</summary>
public sealed record OutgoingMail(EffectKey Reference, EmailAddress To, MailText Text);

/// <summary>The Wonen mailbox and its Mailsjablonen.</summary>
public interface IMailbox
{
    /// <summary>
    /// The template with salutation and name filled in; null when there is no such template, which stops the step.
    /// </summary>
    Task<Reply<MailText?>> ComposeAsync(TemplateChoice choice, string tenantName, CancellationToken cancellation);

    /// <summary>Sends one mail (Query by Message-ID where the Sent folder can be read, else None).</summary>
    Task<EffectOutcome<NoResult>> SendAsync(OutgoingMail mail, CancellationToken cancellation);

    /// <summary>What was sent with this reference: to this address. Not answered where that cannot be asked.</summary>
    Task<Reply<ReferenceMatch>> FindMailAsync(EffectKey reference, EmailAddress recipient, CancellationToken cancellation);
}
