using System.Diagnostics.CodeAnalysis;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Turns a reply into a mail, as RFC 5322 has it.</summary>
internal sealed class MailWriting(IOptions<MailboxOptions> options, TimeProvider time)
{
    // A name that RFC 2606 keeps free, for a sandbox without an address of its own.
    public const string SandboxFrom = "wonen@thuis.example";
    private readonly string _fromName = options.Value.FromName;
    private readonly string _from = SenderOf(options.Value.From).ToString();
    private readonly string _domain = SenderOf(options.Value.From).Domain;

    /// <summary>What the Message-ID of a test mail begins with.</summary>
    public const string TestPrefix = "test-";

    /// <summary>True for a Message-ID that this class gave, with its brackets or without; false for null.</summary>
    public bool IsOurs(string? messageId) =>
        (messageId ?? "").Trim('<', '>') is var id && id.EndsWith($"@{_domain}", StringComparison.OrdinalIgnoreCase)
        && id[..^(_domain.Length + 1)] is var name
        && (EffectKey.TryParse(name, out _) || (name.StartsWith(TestPrefix, StringComparison.Ordinal)
            && Guid.TryParseExact(name[TestPrefix.Length..], "N", out _)));

    /// <summary>The Message-ID, without brackets: the same for a retry and a recovery of one effect.</summary>
    public string MessageIdOf(EffectKey reference) => $"{reference}@{_domain}";

    /// <summary>
    /// The mail: text and the same words as HTML, in the thread of what it answers. Quoted-printable, so that no server on the
    /// way has a reason to rewrite the text under a signature. Auto-Submitted where nobody changed a word: an absence notice does
    /// not answer it (RFC 3834).
    /// </summary>
    public MimeMessage Write(OutgoingMail mail, MailboxAddress to)
    {
        var message = Write(mail.Text, to, MessageIdOf(mail.Reference));
        if (mail.Answers is { } request)
        {
            message.Headers.Add(HeaderId.InReplyTo, request.MessageId);
            message.Headers.Add(HeaderId.References, string.Join(' ', [.. request.References, request.MessageId]));
        }

        if (mail.IsAutomatic)
            message.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        return message;
    }

    /// <summary>The same for a mail that is of no case. <paramref name="name"/> begins its Message-ID.</summary>
    public MimeMessage WriteTest(MailText text, MailboxAddress to, string name) => Write(text, to, $"{name}@{_domain}");

    private MimeMessage Write(MailText text, MailboxAddress to, string messageId)
    {
        var body = new MultipartAlternative(Part("plain", text.Body), Part("html", HtmlPart.Of(text.Body)));
        // An address of its own: an address knows every mail that it stands in, and would keep each for ever.
        var message = new MimeMessage([new MailboxAddress(_fromName, _from)], [to], text.Subject, body)
        {
            Date = TimeZoneInfo.ConvertTime(time.GetUtcNow(), DutchCalendar.Zone),
        };
        // Not by the property, which writes the domain's A-label as UTF-8.
        message.Headers.Replace(HeaderId.MessageId, $"<{messageId}>");
        return message;
    }

    /// <summary>False for what RFC 5322 reads as something else than this one address, such as a comment.</summary>
    public static bool TryAddress(EmailAddress address, [NotNullWhen(true)] out MailboxAddress? mailbox)
    {
        var text = address.ToString();
        return MailboxAddress.TryParse(text, out mailbox)
            && string.IsNullOrEmpty(mailbox.Name)
            && mailbox.GetAddress(idnEncode: true) == text;
    }

    /// <summary>Whom mails are from, with the domain as A-label, which is what a Message-ID may hold.</summary>
    public static EmailAddress SenderOf(string from) =>
        EmailAddress.TryParse(from, out var address) || EmailAddress.TryParse(SandboxFrom, out address)
            ? address
            : throw new InvalidOperationException($"{SandboxFrom} is no address.");

    private static TextPart Part(string kind, string text) => new(kind)
    {
        Text = text.ReplaceLineEndings("\r\n"),
        ContentTransferEncoding = ContentEncoding.QuotedPrintable,
    };
}
