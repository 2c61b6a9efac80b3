using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>The way a finished mail leaves.</summary>
internal interface IMailDelivery
{
    /// <summary>Makes it ready as a draft, whose id is given; null where a mail leaves without one. Sends nothing.</summary>
    Task<EffectOutcome<string?>> DraftAsync(MimeMessage message, OutgoingMail mail, CancellationToken cancellation) =>
        Task.FromResult<EffectOutcome<string?>>(new EffectOutcome<string?>.Done(null));

    /// <summary>Sends it once; sent again without a draft it is a second mail.</summary>
    Task<EffectOutcome<NoResult>> SendAsync(MimeMessage message, OutgoingMail mail, CancellationToken cancellation);

    /// <summary>Sends a mail that is of no case, and is not looked for afterwards.</summary>
    Task<EffectOutcome<NoResult>> SendTestAsync(MimeMessage message, CancellationToken cancellation);

    /// <summary>Signs in as if to send, and sends nothing.</summary>
    Task<Reply<NoResult>> SignInAsync(CancellationToken cancellation);

    /// <summary>What was sent of this: to this address.</summary>
    Task<Reply<ReferenceMatch>> FindAsync(MailTrace trace, CancellationToken cancellation);

    /// <summary>Whether one of the mails that came into Sent last is of ours, of a case or of a test.</summary>
    Task<Reply<bool>> HasFiledAsync(CancellationToken cancellation);
}

/// <summary>What a mail is found by afterwards.</summary>
/// <param name="MessageId">Without its brackets.</param>
/// <param name="Reference">The effect that it was sent for.</param>
/// <param name="Recipient">Whom it was to go to.</param>
/// <param name="Draft">The draft it was to be sent from; null for none.</param>
internal sealed record MailTrace(string MessageId, EffectKey Reference, EmailAddress Recipient, string? Draft);
