using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Whom a mail that was found was sent to.</summary>
internal static class Recipients
{
    /// <summary>Held against the one address that was asked for; a mail that names nobody compares with nothing.</summary>
    public static ReferenceMatch Match(InternetAddressList? to, EmailAddress asked) =>
        Match([.. to?.Mailboxes.Select(one => one.GetAddress(idnEncode: true)) ?? []], asked);

    /// <summary>The same for addresses as a system writes them; a null is one that it does not show.</summary>
    public static ReferenceMatch Match(IReadOnlyList<string?> addresses, EmailAddress asked) =>
        addresses.Count is 0 || addresses.Contains(null) ? ReferenceMatch.CannotCompare
        : addresses.All(one => EmailAddress.TryParse(one, out var shown) && shown.Equals(asked)) ? ReferenceMatch.Ours
        : ReferenceMatch.OfAnother;
}
