namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// Relatie: natuurlijk persoon, rechtspersoon or relatiegroep. BSN, marital status, nationality and income are not read.
/// </summary>
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
