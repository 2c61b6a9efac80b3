using System.Text;
using ActivationWizard.Domain.Values;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>
/// Reads one incoming mail and says what it is. It asks nothing of anybody and changes nothing, and it always answers: whatever a
/// mail is made of, it is read within the bounds of <see cref="MailBounds"/> or skipped with a reason.
/// </summary>
public sealed class IncomingMailReader
{
    private static readonly ParserOptions Parsing = new() { MaxMimeDepth = MailBounds.DeepestPart + 1 };

    private readonly IncomingMailOptions _options;
    private readonly OurMessageIds _ours;
    private readonly ReturnedMail _returned;
    private readonly MailSigns _signs;

    // Without it the charsets of Windows and of the east are not known, neither in a text nor in a subject.
    static IncomingMailReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A reader by these settings.</summary>
    public IncomingMailReader(IncomingMailOptions options)
    {
        _options = options;
        _ours = new OurMessageIds(options.Own.Select(address => address.Domain));
        _returned = new ReturnedMail(_ours);
        _signs = new MailSigns(options, _ours);
    }

    /// <summary>
    /// Reads a mail as it came over the wire. Prefer this: here its size is bounded before anything is made of it.
    /// </summary>
    public IncomingMail Read(byte[] mail)
    {
        if (mail.Length > MailBounds.LargestMail || mail.AsSpan().Count((byte)'\n') > MailBounds.MostLines
            || ContentHeaders.AreTooLong(mail))
            return TooLarge(mail);
        return Parsed(mail) is { } message ? Read(message) : Nothing(mail, MailSkipReason.Unreadable);
    }

    /// <summary>Reads a mail that somebody took apart.</summary>
    public IncomingMail Read(MimeMessage message)
    {
        var notes = new HashSet<MailNote>();
        try
        {
            return Sorted(message, notes);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // No kind of fault is expected, and none may keep the mails behind this one from being read.
            return new IncomingMail.Skipped(Outside(message), MailSkipReason.ReadingFailed);
        }
    }

    private IncomingMail Sorted(MimeMessage message, HashSet<MailNote> notes)
    {
        var headers = new MailHeaders(message, notes);
        var parts = MailParts.Of(message, notes);
        var text = parts.Text();
        var reference = _returned.Of(message, parts, headers);
        var sort = MailSorting.Of(_signs.Of(message, parts, headers, reference));
        var envelope = new MailEnvelope(
            MailIdentity.Of(headers, text), headers.MessageId, headers.Sender, headers.Subject, headers.Date, [.. notes.Order()])
        {
            References = headers.References,
        };
        var content = new MailContent(SafeText.Of(text), parts.Attachments);
        return sort switch
        {
            MailSort.Bounce => new IncomingMail.Bounce(envelope, reference!, ReturnedMail.ReportOf(parts, headers))
            {
                Content = content,
            },
            MailSort.FormMail => new IncomingMail.FormMail(envelope, content, FormReading.Of(text)),
            MailSort.ReplyToOurs => new IncomingMail.ReplyToOurs(envelope, content, _ours.Answered(message)!),
            MailSort.FreeMail => new IncomingMail.FreeMail(
                envelope, content, RequestGuess.Of(headers, content.Text, _options.Own)),
            _ => new IncomingMail.Skipped(envelope, MailSorting.ReasonOf(sort), _ours.Answered(message))
            {
                Content = content,
                Guess = RequestGuess.Of(headers, content.Text, _options.Own),
            },
        };
    }

    private static IncomingMail.Skipped TooLarge(byte[] mail)
    {
        if (Parsed(mail[..Math.Min(mail.Length, MailBounds.HeadOfTooLarge)]) is not { } head)
            return Nothing(mail, MailSkipReason.TooLarge);
        var envelope = Outside(head) with { Identity = MailIdentity.Of(mail) };
        return new IncomingMail.Skipped(envelope, MailSkipReason.TooLarge);
    }

    private static MimeMessage? Parsed(byte[] mail)
    {
        try
        {
            var message = MimeMessage.Load(Parsing, new MemoryStream(mail), persistent: true);
            return message.Headers.Count > 0 ? message : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Nothing of the text, which may be what cannot be read.
    private static MailEnvelope Outside(MimeMessage message)
    {
        try
        {
            var notes = new HashSet<MailNote>();
            var headers = new MailHeaders(message, notes);
            return new(
                MailIdentity.Of(headers, ""), headers.MessageId, headers.Sender, headers.Subject, headers.Date,
                    [.. notes.Order()]);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Unknown(MailIdentity.Of([.. message.Headers.SelectMany(header => header.RawValue)
                .Take(MailBounds.LongestHeader)]));
        }
    }

    private static IncomingMail.Skipped Nothing(byte[] mail, MailSkipReason reason) => new(Unknown(MailIdentity.Of(mail)),
        reason);

    private static MailEnvelope Unknown(string identity) => new(identity, "", new MailSender("", null, null), "", null, []);
}
