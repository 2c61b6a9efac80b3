using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>What of <c>contactgegevens</c> is read, and what is set.</summary>
internal static class Contacts
{
    private const string Email = "EMA";
    private const string Wrong = "ONG";

    /// <summary>
    /// The mail addresses that are not known to be wrong; null when one cannot be read: which addresses the party has is then not
    /// known. Details that <paramref name="isRead"/> passes over, such as whom to call in case of need, are ignored.
    /// </summary>
    public static IReadOnlyList<ContactWire>? Emails(PartyWire party, Func<Coded?, bool> isRead)
    {
        var emails = new List<ContactWire>();
        foreach (var contact in party.Contactgegevens)
        {
            if (contact is null || VeraList.ContactKind.ReadOptional(contact.Soort) is { Listed: false })
                return null;
            if (contact.Soort.Value?.Code is not Email)
                continue;

            var status = VeraList.ContactStatus.ReadOptional(contact.Status);
            if (status is { Listed: true, Code: Wrong })
                continue;
            var detail = VeraList.ContactDetail.ReadOptional(contact.DetailSoort);
            if (status is { Listed: false } || detail is { Listed: false })
                return null;
            if (!isRead(detail))
                continue;
            if (contact.Waarde.IsUnreadable)
                return null;
            emails.Add(contact);
        }

        return emails;
    }

    /// <summary>Numbers to call, as they are registered; those that are known to be wrong are left out.</summary>
    public static IReadOnlyList<string> Telephones(PartyWire party) =>
    [
        .. party.Contactgegevens.OfType<ContactWire>()
            .Where(contact => contact.Soort.Value?.Code is "TEL" or "MOB" && contact.Status.Value?.Code is not Wrong)
            .Select(contact => contact.Waarde.Value?.Trim())
            .OfType<string>()
            .Where(number => number.Length > 0)
            .Distinct(),
    ];

    /// <summary>The item to send.</summary>
    public static ContactItem Wanted(EmailContact contact) =>
        new(contact.Id, new VeraCode(Email), new VeraCode(contact.IsPrivate ? "PRI" : "ZAK"), contact.Address.ToString());

    /// <summary>Another address stands where this one would come, and the item does not name it by id.</summary>
    public static bool WouldReplace(IEnumerable<ContactWire> emails, ContactItem wanted) =>
        wanted.Id is null && emails.Any(contact => contact.DetailSoort.Value == wanted.DetailSoort
        && !string.Equals(contact.Waarde.Value?.Trim(), wanted.Waarde, StringComparison.OrdinalIgnoreCase));
}
