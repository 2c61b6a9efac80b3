using System.Text;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>How a mail is written out.</summary>
internal static class MailFormat
{
    /// <summary>Lines end in CRLF. An address that is not ASCII before the @ can only be written as UTF-8 (RFC 6532).</summary>
    public static FormatOptions Of(MimeMessage message)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.International = NeedsUtf8(message);
        return format;
    }

    /// <summary>Whether the mail can only go to a server that has SMTPUTF8 (RFC 6531). A domain never asks for it.</summary>
    public static bool NeedsUtf8(MimeMessage message) =>
        message.From.Mailboxes.Concat(message.To.Mailboxes).Any(mailbox => !Ascii.IsValid(mailbox.LocalPart));
}
