using ActivationWizard.Domain.Values;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>What is seen of a mail that says what it is. A mail may have several: the first here decides.</summary>
public enum MailSign
{
    /// <summary>A mail server reports about a mail of ours.</summary>
    Bounce,

    /// <summary>Our own Message-ID, or signs that it goes round.</summary>
    Loop,

    /// <summary>Marked as spam.</summary>
    Spam,

    /// <summary>A report of a machine about something else.</summary>
    Report,

    /// <summary>The form's sender and subject, and no mail of ours that it answers.</summary>
    Form,

    /// <summary>From our own address.</summary>
    Own,

    /// <summary>To many at once.</summary>
    List,

    /// <summary>By a machine.</summary>
    Automatic,

    /// <summary>Answers a mail of ours.</summary>
    Reply,
}

/// <summary>Finds the signs of a mail.</summary>
internal sealed class MailSigns(IncomingMailOptions options, OurMessageIds ours)
{
    // RFC 5321, 6.3: no mail goes by so many servers.
    private const int MostServers = 100;

    private static readonly string[] OfAnswers = ["X-Autoreply", "X-Autorespond", "X-Autoresponse", "X-Autoresponder"];
    private static readonly string[] OfLists = ["List-Id", "List-Post", "List-Unsubscribe"];

    /// <summary>In the order in which they decide; empty for a mail that somebody wrote of their own accord.</summary>
    public IReadOnlyList<MailSign> Of(MimeMessage message, MailParts parts, MailHeaders headers, EffectKey? returned)
    {
        var isReply = ours.Answered(message) is not null;
        (MailSign Sign, bool IsSeen)[] all =
        [
            (MailSign.Bounce, returned is not null),
            (MailSign.Loop, IsLoop(headers)),
            (MailSign.Spam, IsSpam(headers)),
            (MailSign.Report, ReturnedMail.IsReport(message, parts, headers)),
            (MailSign.Form, !isReply && IsForm(headers)),
            (MailSign.Own, headers.From.Any(from => IsOurs(from.Address))),
            (MailSign.List, IsList(headers)),
            (MailSign.Automatic, IsAutomatic(headers)),
            (MailSign.Reply, isReply),
        ];
        return [.. all.Where(one => one.IsSeen).Select(one => one.Sign)];
    }

    private bool IsLoop(MailHeaders headers) =>
        ours.Of(headers.MessageId) is not null
        || headers.All("X-Loop").Any(IsOurs)
        || headers.All("Delivered-To").Where(IsOurs)
            .GroupBy(value => value.Trim().Trim('<', '>'), StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1)
        || headers.All("Received").Count() >= MostServers;

    // The level is 0 to 9, and -1 for a sender that is trusted.
    private bool IsSpam(MailHeaders headers) =>
        headers.All("X-Spam-Flag").Any(value => value.Trim().StartsWith("yes", StringComparison.OrdinalIgnoreCase))
        || headers.All("X-MS-Exchange-Organization-SCL").Any(value => IsHigh(value))
        || headers.All("X-Forefront-Antispam-Report")
            .SelectMany(value => value.Split(';'))
            .Any(field => field.Trim().StartsWith("SCL:", StringComparison.OrdinalIgnoreCase) && IsHigh(field.Trim()[4..]));

    private bool IsHigh(string level) =>
        int.TryParse(level, System.Globalization.NumberStyles.Integer, null, out var value) && value >= options.SpamLevel;

    private bool IsForm(MailHeaders headers) =>
        headers.Sender.Address is { } sender
        && options.FormSenders.Contains(sender)
        && headers.Subject.StartsWith(options.FormSubject, StringComparison.OrdinalIgnoreCase);

    private bool IsOurs(string address) =>
        EmailAddress.TryParse(address.Trim().Trim('<', '>'), out var value) && options.Own.Contains(value);

    private static bool IsList(MailHeaders headers) =>
        OfLists.Any(headers.Has) || headers.All("Precedence").Any(value => value.Trim()
            .ToLowerInvariant() is "bulk" or "list" or "junk");

    private static bool IsAutomatic(MailHeaders headers) =>
        headers.IsWithoutReturnPath
        || OfAnswers.Any(headers.Has)
        || headers.All("Auto-Submitted").Any(value => value.Split(';', '(')[0].Trim().ToLowerInvariant() is not ("no" or ""))
        || headers.All("X-Auto-Response-Suppress").Any(value => value.Trim().ToLowerInvariant() is not ("none" or ""))
        || headers.All("Precedence").Any(value => value.Trim().ToLowerInvariant() is "auto_reply" or "auto-reply");
}
