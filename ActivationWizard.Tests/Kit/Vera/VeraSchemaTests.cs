using System.Text.Json.Nodes;
using static ActivationWizard.Tests.Kit.Vera.VeraDirection;

namespace ActivationWizard.Tests.Kit.Vera;

public sealed class VeraSchemaTests
{
    private const string Tenant =
        """
        {
          "id": "1001", "soort": { "code": "NAT" }, "achternaam": "Jansen", "geboortedatum": "1980-02-29",
          "contactgegevens": [{ "soort": { "code": "EMA" }, "detailSoort": { "code": "PRI" }, "waarde": "a@example.nl" }],
          "rollen": [{ "soort": { "code": "HUU" }, "begindatum": "2020-01-01", "rolRelatie": { "id": "1002" } }],
          "adressen": [{ "begindatum": "2020-01-01" }]
        }
        """;

    [Fact]
    public void Validate_WholeTenant_FindsNothing() =>
        Assert.Empty(VeraSchema.Validate("BRG", "Relaties-Relatiebericht", JsonNode.Parse(Tenant), Answer));

    [Theory]
    [InlineData("""{ "soort": { "code": "NAT" }, "achternaam": 7 }""", "$.achternaam: Number where string is asked")]
    [InlineData("""{ "soort": { "code": "NAT" }, "achternaam": null }""", "$.achternaam: Null where string is asked")]
    [InlineData("""{ "soort": { "code": "NAT" }, "rollen": {} }""", "$.rollen: Object where array is asked")]
    [InlineData("""{ "soort": "NAT" }""", "$.soort: String where object is asked")]
    [InlineData("""[]""", "$: Array where object is asked")]
    [InlineData("""{ "soort": { "code": "NAT" }, "geboortedatum": "29-02-1980" }""", "$.geboortedatum: '29-02-1980' is no date")]
    [InlineData("""{ "soort": { "code": "NAT" }, "geboortedatum": "1981-02-29" }""", "$.geboortedatum: '1981-02-29' is no date")]
    [InlineData("""{ "soort": { "code": "XXX" } }""", "$.soort.code: XXX is not in RELATIESOORT")]
    [InlineData("""{ "soort": { "code": "NAT" }, "rollen": [{}, { "soort": { "code": "XXX" } }] }""",
        "$.rollen[1].soort.code: XXX is not in RELATIEROLSOORT")]
    public void Validate_OneThingWrong_NamesPlaceAndReason(string message, string violation) =>
        Assert.Equal([violation], VeraSchema.Validate("BRG", "Relaties-Relatiebericht", JsonNode.Parse(message), Answer));

    [Theory]
    [InlineData("NAT", "voorletters")]
    [InlineData("REC", "kvkNummer")]
    public void Validate_PropertyOfAnotherBranch_IsReadBySoort(string soort, string property)
    {
        var message = JsonNode.Parse($$"""{ "soort": { "code": "{{soort}}" }, "{{property}}": "x" }""")!;
        var other = message.DeepClone();
        other["soort"]!["code"] = "GRO";

        Assert.Empty(VeraSchema.Validate("BRG", "Relaties-Relatiebericht", message, Sent));
        Assert.Equal([$"$.{property}: is not in the standard"],
            VeraSchema.Validate("BRG", "Relaties-Relatiebericht", other, Sent));
    }

    [Fact]
    public void Validate_WithoutSoort_AnyBranchWillDo()
    {
        var person = JsonNode.Parse("""{ "voorletters": "J." }""");
        var chimera = JsonNode.Parse("""{ "voorletters": "J.", "kvkNummer": "1" }""");

        Assert.Empty(VeraSchema.Validate("BRG", "Relaties-Relatiebericht", person, SentInPart));
        Assert.Single(VeraSchema.Validate("BRG", "Relaties-Relatiebericht", chimera, SentInPart));
    }

    [Theory]
    [InlineData("EEN", """{ "naam": "Utrecht" }""", true)]
    [InlineData("BUI", "\"Antwerpen\"", true)]
    [InlineData("BUI", """{ "naam": "Utrecht" }""", false)]
    [InlineData("EEN", "\"Antwerpen\"", false)]
    public void Validate_Address_IsReadBySoort(string soort, string town, bool fits)
    {
        var address = JsonNode.Parse($$"""{ "soort": { "code": "{{soort}}" }, "woonplaats": {{town}} }""");

        Assert.Equal(fits, VeraSchema.Validate("BRG", "Relaties-Adres", address, Sent).Count == 0);
    }

    [Theory]
    [InlineData("HUU", "$.huurHerzieningsdatum: 'x' is no date")]
    [InlineData("KOO", "$.huurHerzieningsdatum: is not in the standard")]
    public void Validate_PropertyOfALease_IsReadBySoort(string soort, string violation)
    {
        var agreement = JsonNode.Parse($$"""{ "soort": { "code": "{{soort}}" }, "huurHerzieningsdatum": "x" }""");

        Assert.Equal([violation], VeraSchema.Validate("BOG", "Overeenkomsten-Overeenkomstbericht", agreement, Sent));
    }

    [Fact]
    public void Validate_UnknownProperty_IsWrongOnlyInWhatWeSend()
    {
        var message = JsonNode.Parse("""{ "soort": { "code": "NAT" }, "lievelingskleur": "blauw" }""");

        Assert.Equal(["$.lievelingskleur: is not in the standard"],
            VeraSchema.Validate("BRG", "Relaties-Relatiebericht", message, SentInPart));
        Assert.Empty(VeraSchema.Validate("BRG", "Relaties-Relatiebericht", message, Answer));
    }

    [Fact]
    public void Validate_WhatTheDescriptionCallsVerplicht_IsMissedOnlyInWhatWeSendWhole()
    {
        var message = JsonNode.Parse("""{ "id": "1" }""");

        Assert.Equal(["$.soort: is missing"], VeraSchema.Validate("BRG", "Contactmomenten-Relatie", message, Sent));
        Assert.Empty(VeraSchema.Validate("BRG", "Contactmomenten-Relatie", message, SentInPart));
        Assert.Empty(VeraSchema.Validate("BRG", "Contactmomenten-Relatie", message, Answer));
    }
}
