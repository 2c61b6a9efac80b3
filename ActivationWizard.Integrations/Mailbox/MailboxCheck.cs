using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>
/// Looks whether the mailbox can be read, and whether a mail of ours is in Sent, which shows that what is sent is filed. It
/// sends nothing: where no mail was sent yet, it is not known.
/// </summary>
public sealed class MailboxCheck
{
    private readonly IMailStore _store;
    private readonly IMailDelivery? _delivery;
    private readonly MailPulse _pulse;

    internal MailboxCheck(IMailStore store, IMailDelivery? delivery, MailPulse pulse) =>
        (_store, _delivery, _pulse) = (store, delivery, pulse);

    /// <summary>Looks now; what came of it is in <see cref="MailPulse"/>.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await _store.ListAsync(MailFolderPath.Inbox, 1, cancellation);
        if (_delivery is not null && await _delivery.HasFiledAsync(cancellation) is Reply<bool>.Answered { Value: var isSeen })
            _pulse.Looked(isSeen);
    }
}
