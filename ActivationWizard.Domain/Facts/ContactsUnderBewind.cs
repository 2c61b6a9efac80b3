using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// Under bewind privé holds the administrator's address and zakelijk keeps the tenant's own, so that it is not lost (3b). Reads
/// how it stands and what would put it right; the tenant's own address is never overwritten.
/// </summary>
public static class ContactsUnderBewind
{
    /// <summary>
    /// The finding for a tenant with a verified administrator. Of several administrator's addresses <paramref name="requested"/>,
    /// the one the request came from, is the one to set.
    /// </summary>
    public static ContactsFinding Read(
        IReadOnlyList<EmailContact> contacts, ProtectionFinding protection, EmailAddress? requested)
    {
        var current = protection.CurrentEmails.ToList();
        var former = protection.FormerEmails.ToList();
        var privates = contacts.Where(contact => contact.IsPrivate).ToList();
        var businesses = contacts.Where(contact => !contact.IsPrivate).ToList();
        var priv = privates.FirstOrDefault();
        var business = businesses.FirstOrDefault();

        if (privates.Count > 1 || businesses.Count > 1)
            return Finding(ContactsStatus.Conflict, null, null);
        if (priv is not null && current.Contains(priv.Address))
            return Finding(ContactsStatus.Ok, null, priv.Address);

        var administrator = requested is not null
            && current.Contains(requested) ? requested : current is [var only] ? only : null;
        if (administrator is null)
            return Finding(ContactsStatus.Conflict, null, null);

        var setPrivate = new EmailContact(priv?.Id, true, administrator);
        if (priv is null || former.Contains(priv.Address))
            return Finding(ContactsStatus.Correctable, new ContactCorrection(setPrivate, null), administrator);
        if (business is null || business.Address.Equals(priv.Address) || current.Contains(business.Address))
        {
            var keepOwn = new EmailContact(business?.Id, false, priv.Address);
            return Finding(ContactsStatus.Correctable, new ContactCorrection(setPrivate, keepOwn), administrator);
        }

        return Finding(ContactsStatus.Conflict, null, null);

        ContactsFinding Finding(ContactsStatus status, ContactCorrection? correction, EmailAddress? sendTo) =>
            new(status, priv?.Address, business?.Address, correction, sendTo);
    }
}
