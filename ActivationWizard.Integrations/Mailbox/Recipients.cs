using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Whom a mail that was found was sent to.</summary>
internal static class Recipients
{
    /// <summary>Held against the one address that was asked for; a mail that names nobody compares with nothing.</summary>
    public static ReferenceMatch Match(InternetAddressList? to, EmailAddress asked)
    {
        var addresses = to?.Mailboxes.ToList() ?? [];
        return addresses.Count is 0 ? ReferenceMatch.CannotCompare
            : addresses.All(one => EmailAddress.TryParse(one.GetAddress(idnEncode: true), out var shown) && shown.Equals(asked))
                ? ReferenceMatch.Ours
                : ReferenceMatch.OfAnother;
    }
}
