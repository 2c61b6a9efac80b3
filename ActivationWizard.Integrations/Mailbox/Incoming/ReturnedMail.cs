using System.Text.RegularExpressions;
using ActivationWizard.Domain.Values;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>
/// Which mail a mail server returns: as the standard has it (RFC 3464), or with no more than a message of ours in it, from one
/// that is a mail server by its name or by sending without an address to answer.
/// </summary>
internal sealed partial class ReturnedMail(OurMessageIds ours)
{
    private static readonly string[] ServerNames = ["mailer-daemon", "mailerdaemon", "postmaster", "mail-daemon", "bounce",
        "bounces"];

    /// <summary>A report of a machine about a mail, whosever that is.</summary>
    public static bool IsReport(MimeMessage message, MailParts parts, MailHeaders headers) =>
        message.Body is MultipartReport || parts.Reports.Count > 0 || IsFromServer(headers);

    /// <summary>The mail of ours that is returned or reported about; null when there is none.</summary>
    public EffectKey? Of(MimeMessage message, MailParts parts, MailHeaders headers)
    {
        var isStandard = message.Body is MultipartReport { ReportType: { } type }
            && type.Equals("delivery-status", StringComparison.OrdinalIgnoreCase);
        var isServer = isStandard || parts.Reports.Count > 0 || IsFromServer(headers);
        if (!isServer && !headers.IsWithoutReturnPath)
            return null;
        if (parts.Returned is [{ MessageId: { Length: > 0 } returned }, ..])
            return ours.Of(returned);
        return isServer ? ours.Of(WrittenId(parts)) ?? ours.Answered(message) : null;
    }

    /// <summary>What the mail server says became of it.</summary>
    public static DeliveryReport ReportOf(MailParts parts, MailHeaders headers) =>
        DeliveryReport.Of(parts.Reports, headers.Of("X-Failed-Recipients"));

    private static bool IsFromServer(MailHeaders headers) =>
        headers.Has("X-Failed-Recipients")
        || headers.From.Any(from => ServerNames.Contains(from.LocalPart, StringComparer.OrdinalIgnoreCase));

    // Servers that know no MIME write the head of the mail below their words.
    private static string? WrittenId(MailParts parts) =>
        MessageIdLine().Match(parts.Text()) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^[> ]{0,4}Message-ID: ?<([^<>\s]{1,200})>", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageIdLine();
}
