using ActivationWizard.Domain;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Turns a reply into a mail, as RFC 5322 has it.</summary>
internal sealed class MailWriting(IOptions<MailboxOptions> options, TimeProvider time)
{
    // A name that RFC 2606 keeps free, for a sandbox without an address of its own.
    private const string SandboxFrom = "wonen@thuis.example";
    private readonly MailboxAddress _from = new(options.Value.FromName, Canonical(options.Value.From));

    /// <summary>The Message-ID, without brackets: the same for a retry and a recovery of one effect.</summary>
    public string MessageIdOf(EffectKey reference) => $"{reference}@{_from.Domain}";

    /// <summary>
    /// The mail. There is no Auto-Submitted in it: an employee read it and agreed to it, and its answer is welcome. Quoted-printable,
    /// so that no server on the way has a reason to rewrite the text under a signature.
    /// </summary>
    public MimeMessage Write(OutgoingMail mail) => new(
        [_from], [new MailboxAddress("", mail.To.ToString())], mail.Text.Subject, new TextPart("plain")
        {
            Text = mail.Text.Body.ReplaceLineEndings("\r\n"),
            ContentTransferEncoding = ContentEncoding.QuotedPrintable,
        })
    {
        MessageId = MessageIdOf(mail.Reference),
        Date = TimeZoneInfo.ConvertTime(time.GetUtcNow(), DutchCalendar.Zone),
    };

    // With the domain as A-label, which is what a Message-ID may hold.
    private static string Canonical(string from) => EmailAddress.TryParse(from, out var address) ? address.ToString() : SandboxFrom;
}
