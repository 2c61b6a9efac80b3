using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Turns VERA's relatie into the domain's party.</summary>
internal static class PartyMapping
{
    private const string LegalEntity = "REC";
    private const string NaturalPerson = "NAT";

    /// <summary>RELATIESOORT of a party, which VERA demands.</summary>
    public static Coded KindOf(PartyWire party) => VeraItems.Listed(VeraList.PartyKind.Read(party.Soort), VeraList.PartyKind);

    /// <summary>Whether it is somebody: a relatiegroep, such as a household, is not.</summary>
    public static bool IsSomebody(PartyWire party) => KindOf(party).Is(NaturalPerson, LegalEntity);

    /// <summary>
    /// A tenant, or who lives with one: an address that is neither privé nor zakelijk is neither of the two the rules know.
    /// </summary>
    public static Party Tenant(PartyWire party, DateOnly today) =>
        Map(party, today, contact => contact.DetailSoort is { Code: "PRI" or "ZAK" });

    /// <summary>
    /// An administrator or curator: whatever its detailSoort, an address of the office is an address of the office.
    /// </summary>
    public static Party Office(PartyWire party, DateOnly today) => Map(party, today, _ => true);

    private static Party Map(PartyWire party, DateOnly today, Func<ContactWire, bool> isRead)
    {
        var isLegalEntity = KindOf(party).Is(LegalEntity);
        var areContactsListed = Contacts.AreListed(party);
        return new Party(
            party.Id!,
            party.Code ?? "",
            isLegalEntity,
            isLegalEntity ? new PartyName(party.Naam ?? "") : NameOf(party),
            party.Geboortedatum,
            party.Overlijdensdatum is not null,
            areContactsListed ? [.. Contacts.Emails(party).Where(isRead).Select(Email).OfType<EmailContact>()] : [],
            [.. Homes(party, today).Select(home => home.Adres?.Key).OfType<AddressKey>().Distinct()],
            [.. VeraItems.Of(party.Rollen).Select(role => role.Map())])
        {
            HasUnreadableEmails = !areContactsListed,
        };
    }

    private static PartyName NameOf(PartyWire party) =>
        new(party.Achternaam ?? "", party.Tussenvoegsels, party.Voorletters ?? party.Initialen, party.Voornaam);

    // An address that cannot be read is left out: a request cannot match it, so the code goes by letter, as it does when none is
    // known. That it is there is not forgotten: see PartiesApi.CorrectAsync.
    private static EmailContact? Email(ContactWire contact) => EmailAddress.TryParse(contact.Waarde, out var address)
        ? new EmailContact(contact.Id, contact.DetailSoort?.Code is "PRI", address)
        : null;

    private static IEnumerable<PartyAddressWire> Homes(PartyWire party, DateOnly today) => VeraItems.Of(party.Adressen)
        .Where(address => address.Soort?.Code is not null
            && VeraItems.Listed(VeraList.PartyAddressKind.Read(address.Soort), VeraList.PartyAddressKind).Is("WOO")
            && new Period(address.Begindatum, address.Einddatum).Holds(today));
}
