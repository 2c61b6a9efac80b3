using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>What of <c>contactgegevens</c> is read, and what is set.</summary>
internal static class Contacts
{
    /// <summary>
    /// False when a contact has a code that is not in its list: which mail addresses the party has is then not known. An absent code is not such a one.
    /// </summary>
    public static bool AreListed(PartyWire party) => VeraItems.Of(party.Contactgegevens).All(contact =>
        IsListed(VeraList.ContactKind, contact.Soort)
        && (contact.Soort?.Code is not "EMA"
            || (IsListed(VeraList.ContactDetail, contact.DetailSoort) && IsListed(VeraList.ContactStatus, contact.Status))));

    /// <summary>Soort EMA, unless known to be wrong. Throws for a code that is not in its list.</summary>
    public static IEnumerable<ContactWire> Emails(PartyWire party) => VeraItems.Of(party.Contactgegevens)
        .Where(contact => contact.Soort?.Code is not null
            && VeraItems.Listed(VeraList.ContactKind.Read(contact.Soort), VeraList.ContactKind).Is("EMA")
            && IsUsable(contact));

    /// <summary>The party itself, its contacts read to the end, so that one that cannot be read shows here.</summary>
    public static PartyWire Checked(PartyWire party) => party with { Contactgegevens = [.. Emails(party)] };

    /// <summary>The item to send.</summary>
    public static ContactWire Wanted(EmailContact contact) => new(
        contact.Id, new VeraCode("EMA"), new VeraCode(contact.IsPrivate ? "PRI" : "ZAK"), null, contact.Address.ToString());

    /// <summary>Another address stands where this one would come, and the item does not name it by id.</summary>
    public static bool WouldReplace(PartyWire party, ContactWire wanted) => wanted.Id is null && Emails(party).Any(contact =>
        contact.DetailSoort == wanted.DetailSoort
        && !string.Equals(contact.Waarde?.Trim(), wanted.Waarde, StringComparison.OrdinalIgnoreCase));

    private static bool IsUsable(ContactWire contact)
    {
        Check(VeraList.ContactDetail.ReadOptional(contact.DetailSoort), VeraList.ContactDetail);
        return Check(VeraList.ContactStatus.ReadOptional(contact.Status), VeraList.ContactStatus) is not { Code: "ONG" };
    }

    private static bool IsListed(VeraList list, VeraCode? code) => list.ReadOptional(code) is null or { Listed: true };

    private static Coded? Check(Coded? code, VeraList list) => code is null ? null : VeraItems.Listed(code, list);
}
