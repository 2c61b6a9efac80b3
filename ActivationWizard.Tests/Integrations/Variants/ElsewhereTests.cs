using System.Text.Json.Nodes;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Messages;
using ActivationWizard.Tests.Kit.Run;
using CsCheck;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>
/// The same people in a world that differs only elsewhere fare the same: whatever the register holds of namesakes at other
/// addresses, of flats with another letter and of an administrator's other tenants, in whatever shape.
/// </summary>
public sealed class ElsewhereTests
{
    private static readonly VariantRequest Letter = new(Requester.Tenant, null);
    private static readonly VariantRequest Court = new(Requester.CourtAdministrator, "post@bewind.nl");

    private static readonly string[] Shapes =
    [
        "null", "\"tekst\"", "7", "true", "{}", "[]", "[null]", "[{\"id\":5}]", "{\"code\":\"ZZZ\"}", "{\"code\":7}",
        "{\"code\":\"NAT\"}",
        "{\"code\":\"REC\"}", "\"2020-01-01\"", "\"\"",
    ];

    private static readonly string[] PartyFields =
    [
        "code", "soort", "naam", "voornaam", "voorletters", "initialen", "tussenvoegsels", "geboortedatum", "overlijdensdatum",
        "contactgegevens", "rollen", "groepen", "bsn", "burgerlijkeStaat",
    ];

    private static readonly string[] Addresses =
    [
        """{ "soort": { "code": "BUI" }, "woonplaats": "Aachen", "postcode": 52062 }""",
        """{ "soort": { "code": "BUI" }, "woonplaats": { "naam": 7 }, "huisnummer": [] }""",
        """{ "soort": { "code": "POS" }, "postbusnummer": 12, "postcode": "5600AA", "woonplaats": "Eindhoven" }""",
        """{ "postcode": "5611AC", "huisnummer": "12", "woonplaats": false }""",
        """{ "soort": 7, "postcode": "5611AB", "huisnummer": "121", "straatnaam": {} }""",
        """{ "postcode": "5611AB", "huisnummer": "12", "huisletter": "B", "land": 7 }""",
    ];

    private static readonly Gen<string> Shape = Gen.OneOf(Shapes);

    private static readonly Gen<JsonObject[]> Namesakes = Gen.Select(
        Fields(PartyFields),
        Gen.OneOf("\"Bergman\"", "\"Bergman\"", "\"Bergman\"", "7", "{}", "[]", "true"),
        Gen.OneOf(Addresses),
        Fields("soort", "begindatum", "einddatum", "omschrijving"),
        Gen.Bool,
        (party, name, address, home, hasId) =>
            (Party: party, Name: name, Address: address, Home: home, HasId: hasId)).Array[0, 4].Select(all =>
            all.Select((one, index) => With(
                one.Party,
                ("id", one.HasId ? $"\"90{index}\"" : "7"),
                ("achternaam", one.Name),
                ("adressen", $"[{With(one.Home, ("adres", one.Address)).ToJsonString()}]"))).ToArray());

    private static readonly Gen<JsonObject[]> Flats = Gen.Select(
        Fields("soort", "id", "omschrijving", "prijscomponenten"), Gen.OneOf("\"B\"", "\"c\""), Shape,
        (unit, letter, street) => (unit, letter, street)).Array[0, 3].Select(all =>
            all.Select(one => With(one.unit, ("adres",
                $$"""
                { "postcode": "5611AB", "huisnummer": "12", "huisletter": {{one.letter}},
                  "straatnaam": {{one.street}}, "woonplaats": {{one.street}} }
                """)))
            .Select((unit, index) => unit["id"] is JsonValue id && id.GetValueKind() is System.Text.Json.JsonValueKind.String
                ? With(unit, ("id", $"\"80{index}\"")) : unit).ToArray());

    private static readonly Gen<JsonObject[]> OtherRoles = Gen.Select(
        Fields("soort", "begindatum", "einddatum", "contactgegevens", "naam"), Gen.Int[90, 99],
        (role, tenant) => With(role, ("rolRelatie", $$"""{ "id": "{{tenant}}", "soort": 7 }"""))).Array[0, 5];

    [Fact]
    [Lengthy("a namesake who is or may be here")]
    public async Task Tenant_WhateverIsElsewhere_FaresTheSame()
    {
        using var bench = new VariantBench();
        var usual = await bench.ReadAsync(MessageWorld.Tenant, Letter);
        Assert.Equal(Row.D25, usual.Row);

        await Gen.Select(Namesakes, Flats).SampleAsync(
            async (namesakes, flats) =>
            {
                var world = MessageWorld.Tenant.WithBeside("tenant", namesakes).WithBeside("unit", flats);
                AssertSame(usual, await bench.ReadAsync(world, Letter), namesakes.Concat(flats));
            },
            iter: 300, threads: 1);
    }

    [Fact]
    [Lengthy("a few shapes of the office")]
    public async Task TenantUnderBewind_WhateverTheOfficeDoesForOthers_FaresTheSame()
    {
        using var bench = new VariantBench();
        var usual = await bench.ReadAsync(MessageWorld.UnderBewind, Court);
        Assert.Equal(Row.D17, usual.Row);

        await Gen.Select(OtherRoles, Namesakes).SampleAsync(
            async (roles, namesakes) =>
            {
                var office = MessageWorld.Changed(MessageWorld.UnderBewind["office"]!, one =>
                {
                    foreach (var role in roles)
                        one["rollen"]!.AsArray().Add(role.DeepClone());
                });
                var world = MessageWorld.UnderBewind.With("office", office).WithBeside("tenant", namesakes);
                AssertSame(usual, await bench.ReadAsync(world, Court), roles.Concat(namesakes));
            },
            iter: 300, threads: 1);
    }

    // The relation would hold of a reader that sees nothing: somebody at the address does make a difference.
    [Theory]
    [InlineData("""{ "postcode": "5611AB", "huisnummer": "12" }""", "Several")]
    [InlineData("""{ "postcode": "5611AB", "huisnummer": 12 }""", null)]
    [InlineData("7", null)]
    public async Task Tenant_NamesakeWhoIsOrMayBeHere_FaresOtherwise(string address, string? person)
    {
        using var bench = new VariantBench();
        var namesake = MessageWorld.Json($$"""
            { "id": "900", "soort": { "code": "NAT" }, "achternaam": "Bergman",
              "adressen": [{ "soort": { "code": "WOO" }, "adres": {{address}} }] }
            """);

        var came = await bench.ReadAsync(MessageWorld.Tenant.WithBeside("tenant", [namesake]), Letter);

        Assert.Equal(person, came.Facts[FactKind.Person]);
    }

    private static void AssertSame(
        (Dictionary<FactKind, string?> Facts, Row Row, FactKind? Missing) usual,
        (Dictionary<FactKind, string?> Facts, Row Row, FactKind? Missing) came,
        IEnumerable<JsonObject> elsewhere) =>
        Assert.True(
            usual.Row == came.Row && usual.Facts.OrderBy(fact => fact.Key).SequenceEqual(came.Facts.OrderBy(fact => fact.Key)),
            $"{came.Row} {came.Missing}: {string.Join('\n', elsewhere.Select(one => one.ToJsonString()))}");

    private static Gen<JsonObject> Fields(params string[] names) =>
        Gen.Select(Gen.OneOf(names), Shape).Array[0, names.Length].Select(all =>
        With(new JsonObject(), [.. all.DistinctBy(one => one.Item1)]));

    private static JsonObject With(
        JsonObject message, params (string Name, string Json)[] fields) => MessageWorld.Changed(message, copy =>
    {
        foreach (var (name, json) in fields)
            copy[name] = JsonNode.Parse(json);
    });
}
