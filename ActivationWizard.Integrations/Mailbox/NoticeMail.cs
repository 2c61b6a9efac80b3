using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Mails a notice about the installation to somebody who looks after it: no mail of a case.</summary>
public sealed class NoticeMail
{
    private readonly MailWriting _writing;
    private readonly IMailDelivery? _delivery;

    internal NoticeMail(MailWriting writing, IMailDelivery? delivery) => (_writing, _delivery) = (writing, delivery);

    /// <summary>
    /// True when the mail server took it. <paramref name="name"/> begins its Message-ID: a mail that is sent twice by one name is
    /// the same mail.
    /// </summary>
    public async Task<bool> SendAsync(string to, MailText text, string name, CancellationToken cancellation)
    {
        if (_delivery is null || !EmailAddress.TryParse(to, out var address) || !MailWriting.TryAddress(address, out var mailbox))
            return false;
        using var message = _writing.WriteTest(text, mailbox, name);
        return await _delivery.SendTestAsync(message, cancellation) is EffectOutcome<NoResult>.Done;
    }
}
