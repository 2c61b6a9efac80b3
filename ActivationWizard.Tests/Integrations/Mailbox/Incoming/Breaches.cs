using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.Tests.Integrations.Mailbox.Incoming;

/// <summary>What is promised of every mail that was read, whatever it was.</summary>
internal static class Breaches
{
    /// <summary>What does not hold, in words; empty for what is as promised.</summary>
    public static IReadOnlyList<string> In(IncomingMail mail)
    {
        var envelope = mail.Envelope;
        var content = ContentOf(mail);
        return
        [
            .. new (string What, bool IsBroken)[]
            {
                ("a fault of ours", mail is IncomingMail.Skipped { Reason: MailSkipReason.ReadingFailed }),
                ("no identity", envelope.Identity.Length is not 66),
                ("notes twice", envelope.Notes.Distinct().Count() != envelope.Notes.Count),
                ("a text too long", content?.Text.All.Length > MailBounds.LongestText),
                ("too many attachments", content?.Attachments.Count > MailBounds.MostAttachments),
                ("an attachment's name", content?.Attachments.Any(name => !IsLine(name,
                    MailBounds.LongestAttachmentName)) is true),
                ("a text with what nobody sees", content is not null && !IsText(content.Text.All)),
                ("a passage of the same kind", content?.Text.Passages.Zip(content.Text.Passages.Skip(1))
                    .Any(pair => pair.First.Kind == pair.Second.Kind) is true),
            }.Where(one => one.IsBroken).Select(one => one.What),
            .. Lines(mail).Where(line => !IsLine(line, MailBounds.LongestLine)).Select(line => $"not a line: {line}"),
        ];
    }

    private static string[] Lines(IncomingMail mail) => mail switch
    {
        IncomingMail.Bounce bounce => [bounce.Report.Diagnosis, bounce.Report.Status ?? "", .. OfEnvelope(mail)],
        IncomingMail.FreeMail free => [free.Guess.Name ?? "", .. OfEnvelope(mail)],
        _ => OfEnvelope(mail),
    };

    private static string[] OfEnvelope(IncomingMail mail) =>
        [mail.Envelope.Subject, mail.Envelope.MessageId, mail.Envelope.Sender.Name, $"{mail.Envelope.Sender.Address}"];

    public static MailContent? ContentOf(IncomingMail mail) => mail switch
    {
        IncomingMail.FormMail form => form.Content,
        IncomingMail.FreeMail free => free.Content,
        IncomingMail.ReplyToOurs reply => reply.Content,
        _ => null,
    };

    private static bool IsLine(string text, int longest) =>
        text.Length <= longest && !text.Contains('\n', StringComparison.Ordinal) && text.Trim() == text && IsText(text);

    // Joiners are part of how some names and signs are written.
    private static bool IsText(string text) => UnseenCharacters.Drop(text, Unseen.Joiner) == text
        && !text.Any(sign => sign is '\r' or '\u2028' or '\u2029' or '\f' or '\v' or '\u0085');
}
