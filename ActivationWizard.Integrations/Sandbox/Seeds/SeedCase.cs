using System.Globalization;

namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>One row of the demo: the person, the request, and what else the town must hold for it.</summary>
internal sealed record SeedCase(string Row, string Scenario, Home Home, Ask Ask, Action<Town, Resident>? Besides = null)
{
    public SeededRequest Request(string partyNumber) => new(
        Ask.Nieuw ? "nieuw" : "eerste", Ask.Aanvrager, Ask.Naam ?? Home.Naam, Home.Postcode, Home.Huisnummer,
        Ask.Kanaal, Ask.MinutesAgo, Row, Scenario)
    {
        NaamAanvrager = Ask.NaamAanvrager,
        Huisletter = Home.Huisletter,
        Toevoeging = Home.Toevoeging,
        Emailadres = Ask.Email,
        Geboortedatum = Ask.WithBirthDate ? DateOnly.Parse(Home.Geboren, CultureInfo.InvariantCulture) : null,
        Relatienummer = Ask.WithNumber ? partyNumber : null,
        Opmerking = Ask.Opmerking,
        ExpectedHold = Ask.Hold,
        NeedsIdentityProof = Ask.Proof,
        PartyNumber = Ask.Nobody ? null : partyNumber,
    };
}

/// <summary>A seeded person's ids.</summary>
internal sealed record Resident(string PartyId, string Number, string? UnitId, string? AgreementId, Home Home);
