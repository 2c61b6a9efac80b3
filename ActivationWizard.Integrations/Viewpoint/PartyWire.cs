using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Relatie: natuurlijk persoon, rechtspersoon or relatiegroep. BSN, marital status, nationality and income are not read.</summary>
internal sealed record PartyWire(
    string? Id = null,
    string? Code = null,
    VeraCode? Soort = null,
    string? Naam = null,
    string? Voornaam = null,
    string? Voorletters = null,
    string? Initialen = null,
    string? Tussenvoegsels = null,
    string? Achternaam = null,
    DateOnly? Geboortedatum = null,
    DateOnly? Overlijdensdatum = null,
    IReadOnlyList<ContactWire?>? Contactgegevens = null,
    IReadOnlyList<PartyAddressWire?>? Adressen = null,
    IReadOnlyList<VeraRole?>? Rollen = null) : IVeraMessage;

/// <summary>RelatieAdres.</summary>
internal sealed record PartyAddressWire(
    VeraCode? Soort = null, DateOnly? Begindatum = null, DateOnly? Einddatum = null, VeraAddress? Adres = null);

/// <summary>Contactgegeven, as it is read and as it is sent.</summary>
internal sealed record ContactWire(
    string? Id = null, VeraCode? Soort = null, VeraCode? DetailSoort = null, VeraCode? Status = null, string? Waarde = null);

/// <summary>What of <c>contactgegevens</c> is read at all.</summary>
internal static class Contacts
{
    /// <summary>Soort EMA, unless known to be wrong. A code that is not in its list makes the party unreadable, an absent one does not.</summary>
    public static IEnumerable<ContactWire> Emails(PartyWire party) => VeraItems.Of(party.Contactgegevens)
        .Where(contact => contact.Soort?.Code is not null
            && VeraItems.Listed(VeraList.ContactKind.Read(contact.Soort), VeraList.ContactKind).Is("EMA")
            && IsUsable(contact));

    private static bool IsUsable(ContactWire contact)
    {
        Check(VeraList.ContactDetail.ReadOptional(contact.DetailSoort), VeraList.ContactDetail);
        return Check(VeraList.ContactStatus.ReadOptional(contact.Status), VeraList.ContactStatus) is not { Code: "ONG" };
    }

    private static Coded? Check(Coded? code, VeraList list) => code is null ? null : VeraItems.Listed(code, list);
}
