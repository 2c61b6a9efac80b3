using System.Globalization;
using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.Umbrella;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>Writes people, units and agreements into an empty state, with dates relative to today.</summary>
internal sealed class Town(SandboxState state, DateTimeOffset now)
{
    private const string TownId = "1";

    private int _extraNumber = 800_000;

    public SandboxState State => state;

    public DateTimeOffset Now => now;

    public DateOnly Today => DateOnly.FromDateTime(now.Date);

    public Resident Settle(Home home, string? number = null)
    {
        number ??= (++_extraNumber).ToString(CultureInfo.InvariantCulture);
        var party = Party(home, number);
        var unit = home.NoUnit ? null : Unit(home.Address, home.UnitSoort, home.NoTown);
        var agreement = home.Role is null || unit is null
            ? null
            : Agreement(unit, home.Status, home.BeginsInDays, home.EndsInDays, (party, home.Role));
        if (!home.NoDossier) Dossier(party);
        Customers(home, number);
        return new(party.Text("id")!, number, unit, agreement, home);
    }

    public JsonObject Find(string partyId) => state.Find("relaties", partyId)!;

    public string Unit(SeedAddress address, string soort = "WOO", bool withoutTown = false)
    {
        var id = state.NextId();
        state.Of("eenheden").Add(new()
        {
            ["id"] = id,
            ["code"] = "E" + id,
            ["soort"] = VeraMessages.Ref(soort),
            ["status"] = VeraMessages.Ref("VEH"),
            ["adres"] = VeraMessages.Address(state.NextId(), address, withoutTown, TownId),
        });
        return id;
    }

    public string Agreement(
        string unit, string status, int beginsInDays, int? endsInDays, params (JsonObject Party, string Role)[] parties)
    {
        var id = state.NextId();
        var agreement = new JsonObject
        {
            ["id"] = id,
            ["code"] = "H" + id,
            ["soort"] = VeraMessages.Ref("HUU"),
            ["status"] = VeraMessages.Ref(status),
            ["begindatum"] = VeraMessages.Date(Today.AddDays(beginsInDays)),
            ["brutohuur"] = SandboxSeeds.CanaryAmount,
            ["eenheden"] = new JsonArray(new JsonObject { ["id"] = unit, ["code"] = "E" + unit }),
            ["relaties"] = new JsonArray(
                [.. parties.Select(JsonNode (one) => OnAgreement(one.Party, one.Role, beginsInDays, endsInDays))]),
        };
        if (endsInDays is { } ends) agreement["einddatum"] = VeraMessages.Date(Today.AddDays(ends));
        state.Of("overeenkomsten").Add(agreement);
        return id;
    }

    /// <summary>Adds somebody to a resident's agreement.</summary>
    public void Join(Resident resident, Home other, string role)
    {
        var party = Find(Settle(other with { Role = null, NoUnit = true }).PartyId);
        state.Find("overeenkomsten", resident.AgreementId)!["relaties"]!.AsArray().Add(OnAgreement(party, role, -1000, null));
    }

    public void Flag(Resident resident, string detailSoort, string? status = "ACT") =>
        state.Of("signaleringen").Add(VeraMessages.Flag(state.NextId(), Find(resident.PartyId), detailSoort, status, now));

    public void Arrangement(Resident resident, string status) =>
        state.Of("betalingsregelingen").Add(VeraMessages.Arrangement(state.NextId(), resident.AgreementId!, status, Today));

    private void Dossier(JsonObject party)
    {
        var id = state.NextId();
        state.Of("dossiers").Add(new()
        {
            ["id"] = id,
            ["code"] = "D" + id,
            ["omschrijving"] = "Huurdersdossier",
            ["relaties"] = new JsonArray(VeraMessages.PartyKey(party)),
        });
    }

    private JsonObject OnAgreement(JsonObject party, string role, int beginsInDays, int? endsInDays)
    {
        var item = VeraMessages.PartyKey(party);
        foreach (var name in new[] { "naam", "initialen", "tussenvoegsels", "achternaam" })
            if (party.Text(name) is { } text) item[name] = text;
        var rol = new JsonObject
        {
            ["id"] = state.NextId(),
            ["soort"] = VeraMessages.Ref(role),
            ["begindatum"] = VeraMessages.Date(Today.AddDays(beginsInDays)),
        };
        if (endsInDays is { } ends) rol["einddatum"] = VeraMessages.Date(Today.AddDays(ends));
        item["rollen"] = new JsonArray(rol);
        return item;
    }

    private JsonObject Party(Home home, string number)
    {
        var party = new JsonObject
        {
            ["id"] = state.NextId(),
            ["code"] = number,
            ["soort"] = VeraMessages.Ref(home.Company ? "REC" : "NAT"),
        };
        if (home.Company) party["naam"] = home.Naam;
        else Person(party, home);

        var contacts = new (string Kind, string? Address)[] { ("PRI", home.Private), ("ZAK", home.Business) };
        party["contactgegevens"] = new JsonArray([.. contacts.Where(one => one.Address is not null)
            .Select(one => (JsonNode)VeraMessages.Email(state.NextId(), one.Kind, one.Address!))]);
        if (home.Telephone is { } telephone)
            party["contactgegevens"]!.AsArray().Add(VeraMessages.Telephone($"90{party.Text("id")}", telephone));
        party["adressen"] = new JsonArray(new JsonObject
        {
            ["id"] = state.NextId(),
            ["soort"] = VeraMessages.Ref(home.Company ? "BEZ" : "WOO"),
            ["begindatum"] = VeraMessages.Date(Today.AddDays(Math.Min(home.BeginsInDays, -30))),
            ["adres"] = VeraMessages.Address(state.NextId(), home.Address, home.NoTown),
        });
        party["rollen"] = new JsonArray();
        state.Of("relaties").Add(party);
        return party;
    }

    private static void Person(JsonObject party, Home home)
    {
        var name = SeedName.Of(home.Naam);
        party["initialen"] = name.Initialen;
        party["voorletters"] = name.Initialen;
        if (name.Tussenvoegsels is { } prefixes) party["tussenvoegsels"] = prefixes;
        party["achternaam"] = name.Achternaam;
        party["geboortedatum"] = home.Geboren;
        party["bsn"] = SandboxSeeds.CanaryBsn;
    }

    private void Customers(Home home, string number)
    {
        for (var count = 0; count < home.Customers; count++)
            state.Customers.Add(new()
            {
                KlantId = "K" + state.NextId(),
                Naam = home.Naam,
                Geboortejaar = int.Parse(home.Geboren[..4], CultureInfo.InvariantCulture),
                Relatienummer = number,
                Postcode = home.Postcode,
                Huisnummer = home.Huisnummer,
                Huisletter = home.Huisletter,
                Toevoeging = home.Toevoeging,
                Account = home.Account is { } status ? Account(home, status) : null,
            });
    }

    private UmbrellaAccount Account(Home home, string status) => new()
    {
        AccountId = "A" + state.NextId(),
        Status = status,
        StatusBeforeBlock = status == "GEB" ? "GEA" : null,
        BlokkadeReden = status == "GEB" ? "Geblokkeerd door een medewerker" : null,
        Emailadres = home.PortalEmail,
        Code = home.CodeDays is { } days ? new(UmbrellaActivation.NewCode(), now.AddDays(days)) : null,
    };
}
