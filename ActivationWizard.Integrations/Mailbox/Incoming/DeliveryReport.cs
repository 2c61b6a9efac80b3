using System.Text.RegularExpressions;
using ActivationWizard.Domain.Values;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>What a mail server says became of a mail.</summary>
public enum DeliveryAction
{
    /// <summary>It says nothing that a program can read: a person looks.</summary>
    NotStated,

    /// <summary>It was delivered, or passed on to where nothing is reported.</summary>
    Delivered,

    /// <summary>It has not been delivered yet; the server goes on trying.</summary>
    Delayed,

    /// <summary>It was not and will not be delivered.</summary>
    Failed,
}

/// <summary>What a mail server says became of a mail; of several recipients, the one that fared worst.</summary>
/// <param name="Action">What became of it.</param>
/// <param name="Recipient">Whom it could not be delivered to, as the server says; null when that cannot be read.</param>
/// <param name="Status">Three numbers, such as <c>5.1.1</c> (RFC 3463); null when it has none.</param>
/// <param name="Diagnosis">The server's own words, on one line; empty when it has none.</param>
public sealed partial record DeliveryReport(DeliveryAction Action, EmailAddress? Recipient, string? Status, string Diagnosis)
{
    /// <summary>True when somebody has to see to it: also when it does not say.</summary>
    public bool NeedsAttention => Action is DeliveryAction.Failed or DeliveryAction.NotStated;

    /// <summary>What delivery reports say (RFC 3464), or nothing but the recipient.</summary>
    internal static DeliveryReport Of(IReadOnlyList<MessageDeliveryStatus> reports, string? recipient) =>
        reports.Where(report => report.Content?.Stream is { Length: <= MailBounds.LongestReport })
            .SelectMany(report => report.StatusGroups)
            .Where(fields => fields.Contains("Final-Recipient") || fields.Contains("Action"))
            .Select(Read)
            .MaxBy(one => one.Action)
        ?? new DeliveryReport(DeliveryAction.NotStated, AddressOf(recipient), null, "");

    private static DeliveryReport Read(HeaderList fields)
    {
        var status = StatusForm().Match(fields["Status"] ?? "") is { Success: true } match ? match.Value : null;
        var recipient = AddressOf(fields["Original-Recipient"]) ?? AddressOf(fields["Final-Recipient"]);
        return new(ActionOf(fields["Action"], status), recipient, status, CleanText.Line(fields["Diagnostic-Code"]));
    }

    private static DeliveryAction ActionOf(string? action, string? status) => action?.Trim().ToLowerInvariant() switch
    {
        "failed" => DeliveryAction.Failed,
        "delayed" => DeliveryAction.Delayed,
        "delivered" or "relayed" or "expanded" => DeliveryAction.Delivered,
        _ => status?[0] switch
        {
            '5' => DeliveryAction.Failed,
            '4' => DeliveryAction.Delayed,
            '2' => DeliveryAction.Delivered,
            _ => DeliveryAction.NotStated,
        },
    };

    // "rfc822; a.jansen@mail.example", sometimes with angle brackets.
    private static EmailAddress? AddressOf(string? field)
    {
        var address = (field ?? "").Split(';', ',')[^1].Trim().Trim('<', '>');
        return EmailAddress.TryParse(address, out var value) ? value : null;
    }

    [GeneratedRegex(@"\b[245]\.[0-9]{1,3}\.[0-9]{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex StatusForm();
}
