using System.Globalization;
using ActivationWizard.Domain.Ports;
using MailKit;
using MailKit.Net.Smtp;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>How far one mail got, which decides what a failure means.</summary>
internal sealed class Transmission : ITransferProgress
{
    private bool _begun;

    /// <summary>True from the first byte of the mail itself: only then can it have been taken.</summary>
    public bool DataStarted { get; private set; }

    /// <summary>We are let in; from here on a refusal is about this mail.</summary>
    public void Begin() => _begun = true;

    /// <inheritdoc />
    public void Report(long bytesTransferred, long totalSize) => DataStarted = true;

    /// <inheritdoc />
    public void Report(long bytesTransferred) => DataStarted = true;

    /// <summary>
    /// A reply of the server settles it, before the text and after it. A connection that broke when the text had begun
    /// settles nothing: the server may have taken it.
    /// </summary>
    public EffectOutcome<NoResult> EndedBy(Exception fault) => fault switch
    {
        SmtpCommandException { StatusCode: var status } when _begun && (int)status >= 500 =>
            new EffectOutcome<NoResult>.Refused(
                string.Create(CultureInfo.InvariantCulture, $"{RefusalCodes.SmtpPrefix}{(int)status}")),
        SmtpCommandException { StatusCode: var status } when (int)status >= 400 =>
            new EffectOutcome<NoResult>.NotDone(FailureReason.Unreachable),
        _ when DataStarted => new EffectOutcome<NoResult>.Unknown(MailFault.Why(fault)),
        _ => new EffectOutcome<NoResult>.NotDone(MailFault.Why(fault)),
    };
}
