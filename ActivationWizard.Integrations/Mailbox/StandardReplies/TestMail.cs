using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox.StandardReplies;

/// <summary>
/// Mails a standard reply to the mailbox's own address, filled in for somebody who does not exist: nobody else can be mailed this
/// way.
/// </summary>
public sealed class TestMail
{
    private readonly MailWriting _writing;
    private readonly IMailDelivery? _delivery;
    private readonly string _to;

    internal TestMail(MailWriting writing, IMailDelivery? delivery, IOptions<MailboxOptions> options) =>
        (_writing, _delivery, _to) = (writing, delivery, options.Value.From);

    /// <summary>Where it goes; empty where the mailbox has no address, or people send by hand.</summary>
    public string To => _delivery is null ? "" : _to;

    /// <summary>True when it was taken in by the mail server.</summary>
    public async Task<bool> SendAsync(MailText text, CancellationToken cancellation)
    {
        if (_delivery is null
            || !EmailAddress.TryParse(_to, out var address)
            || !MailWriting.TryAddress(address, out var mailbox))
            return false;
        using var message = _writing.WriteTest(text, mailbox, $"{MailWriting.TestPrefix}{Guid.NewGuid():N}");
        return await _delivery.SendTestAsync(message, cancellation) is EffectOutcome<NoResult>.Done;
    }
}
