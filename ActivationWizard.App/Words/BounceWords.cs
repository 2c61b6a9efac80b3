using System.Globalization;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Words;

/// <summary>What mail servers and people say of a reply, in words.</summary>
public static class BounceWords
{
    /// <summary>Why it was not delivered, in a sentence: what the three numbers mean (RFC 3463).</summary>
    public static string Why(DeliveryNotice? notice) => BounceText.ResourceManager.Word($"Why{Reason(notice?.Status)}");

    /// <summary>What became of it.</summary>
    public static string Of(DeliveryEnd end) => BounceText.ResourceManager.Word($"End{end}");

    /// <summary>Why a mail is on a case.</summary>
    public static string Of(MailTie tie) => BounceText.ResourceManager.Word($"Tie{tie}");

    /// <summary>How a case ended whose reply did not arrive.</summary>
    public static string Of(BounceEnd end) => BounceText.ResourceManager.Word($"BounceEnd{end}");

    /// <summary>Who sent a mail, as it says.</summary>
    public static string Sender(CaseMail mail) => (mail.FromName, mail.From) switch
    {
        ({ Length: > 0 } name, { } address) => $"{name} ({address})",
        (_, { } address) => address.ToString(),
        ({ Length: > 0 } name, _) => name,
        _ => BounceText.MailNobody,
    };

    // The first number says whether it is for now or for ever, which the report itself says as well.
    private static string Reason(string? status) => Numbers(status) switch
    {
        (1, 2) or (4, 4) => "NoDomain",
        (1, 3) => "Misspelt",
        (1, 6) => "Moved",
        (1, _) => "NoMailbox",
        (2, 1) => "Disabled",
        (2, 2) => "Full",
        (2, 3) or (3, 4) => "TooLarge",
        (3, _) or (4, _) => "NotReached",
        (6, _) => "Content",
        (7, _) => "Refused",
        _ => "NotStated",
    };

    private static (int Subject, int Detail) Numbers(string? status) =>
        status?.Split('.') is [_, var subject, var detail]
        && int.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(detail, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? (first, second)
            : (0, 0);
}
