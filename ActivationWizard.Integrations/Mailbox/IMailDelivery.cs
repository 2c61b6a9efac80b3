using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>The way a finished mail leaves.</summary>
internal interface IMailDelivery
{
    /// <summary>Sends it once; sent again it is a second mail. <paramref name="name"/> is what a file of it is called.</summary>
    Task<EffectOutcome<NoResult>> SendAsync(MimeMessage message, string name, CancellationToken cancellation);

    /// <summary>What was sent with this Message-ID: to this address.</summary>
    Task<Reply<ReferenceMatch>> FindAsync(
        string messageId, EffectKey reference, EmailAddress recipient, CancellationToken cancellation);
}
