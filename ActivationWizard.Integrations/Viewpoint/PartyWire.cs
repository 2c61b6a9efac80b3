using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// Relatie: natuurlijk persoon, rechtspersoon or relatiegroep. Needed: who it is (id, soort, the names of its soort,
/// geboortedatum, overlijdensdatum, adressen), code to find it by in Umbrella and Postex, contactgegevens for what rests on mail
/// addresses; of an administrator or curator the rollen, and no name. BSN, marital status, nationality, income and all else
/// are ignored.
/// </summary>
internal sealed record PartyWire(
    Field<string> Id = default,
    Field<string> Code = default,
    Field<VeraCode> Soort = default,
    Field<string> Naam = default,
    Field<string> Voornaam = default,
    Field<string> Voorletters = default,
    Field<string> Initialen = default,
    Field<string> Tussenvoegsels = default,
    Field<string> Achternaam = default,
    Field<DateOnly?> Geboortedatum = default,
    Field<DateOnly?> Overlijdensdatum = default,
    Items<ContactWire> Contactgegevens = default,
    Items<PartyAddressWire> Adressen = default,
    Items<VeraRole> Rollen = default) : IVeraMessage;

/// <summary>RelatieAdres: soort WOO with its dates is where the party lives.</summary>
internal sealed record PartyAddressWire(
    Field<VeraCode> Soort = default,
    Field<DateOnly?> Begindatum = default,
    Field<DateOnly?> Einddatum = default,
    Field<VeraAddress> Adres = default);

/// <summary>
/// Contactgegeven. Of soort EMA the rest is needed, unless status says that it is wrong; of another soort nothing. An id that
/// cannot be read is none: see <see cref="Contacts.WouldReplace"/>.
/// </summary>
internal sealed record ContactWire(
    Field<string> Id = default,
    Field<VeraCode> Soort = default,
    Field<VeraCode> DetailSoort = default,
    Field<VeraCode> Status = default,
    Field<string> Waarde = default);

/// <summary>Contactgegeven as it is sent.</summary>
internal sealed record ContactItem(string? Id, VeraCode Soort, VeraCode DetailSoort, string Waarde);
