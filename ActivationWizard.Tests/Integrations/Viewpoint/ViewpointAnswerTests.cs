using ActivationWizard.Domain.Ports;
using Microsoft.AspNetCore.Http;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>Answers that the simulator never gives: filters met in another way, broken messages, cursors without end.</summary>
public sealed class ViewpointAnswerTests
{
    private const string Nat = """ "soort": { "code": "NAT" } """;

    [Fact]
    public async Task PartiesActingFor_FiltersMetByTwoRoles_IsLeftOut()
    {
        await using var canned = await CannedViewpoint.StartAsync(
            """
            [
              { "id": "7", "soort": { "code": "REC" }, "rollen": [
                { "soort": { "code": "BWI" }, "rolRelatie": { "id": "5" } },
                { "soort": { "code": "CUR" }, "rolRelatie": { "id": "1" } } ] },
              { "id": "8", "soort": { "code": "REC" }, "rollen": [
                { "soort": { "code": "BWI" }, "rolRelatie": { "id": "1" } },
                { "soort": { "code": "BWI" }, "rolRelatie": { "id": "5" } } ] }
            ]
            """);

        var office = Assert.Single(Answer(await canned.Viewpoint.PartiesActingForAsync("1", "BWI", Cancellation)));

        Assert.Equal(("8", "1"), (office.Id, Assert.Single(office.Roles).PlayedFor));
        Assert.Equal(["/brg/v4/relaties?rollen.soort.code=BWI&rollen.rolRelatie.id=1"], canned.Requests);
    }

    [Theory]
    [InlineData("""[{ "soort": { "code": "ZZZ" }, "rolRelatie": { "id": "1" } }]""")]
    [InlineData("""[{ "soort": { "code": "BWI" }, "rolRelatie": { "id": "2" } }]""")]
    [InlineData("""[{ "soort": { "code": "BWI" } }]""")]
    [InlineData("[]")]
    public async Task PartiesActingFor_FiltersNotMet_AreNoAnswer(string roles)
    {
        await using var canned = await CannedViewpoint.StartAsync(
            $$"""[{ "id": "7", "soort": { "code": "REC" }, "rollen": {{roles}} }]""");
        Silent(FailureReason.Nonsense, await canned.Viewpoint.PartiesActingForAsync("1", "BWI", Cancellation));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("")]
    [InlineData("""[{ "id": "9", "relatie": { "id": "1" } }, null]""")]
    [InlineData("""[{ "id": "9", "relatie": { "id": "1", "id": "1" } }]""")]
    [InlineData("""[{ "id": "9", "relatie": { "id": "2" } }]""")]
    [InlineData("""[{ "id": "9", "relatie": "1" }]""")]
    public async Task Flags_MessageThatIsNotAsAgreed_IsNoAnswer(string body)
    {
        await using var canned = await CannedViewpoint.StartAsync(body);
        Silent(FailureReason.Nonsense, await canned.Viewpoint.FlagsAsync("1", Cancellation));
    }

    [Theory]
    [InlineData("""[{ "relatie": { "id": "1" }, "detailSoort": { "code": "BEZ" } }]""")]
    [InlineData("""[{ "id": " ", "relatie": { "id": "1", "id2": 7 }, "detailSoort": { "code": "BEZ", "naam": [] } }]""")]
    [InlineData(
        """[{ "id": 9, "relatie": { "id": "1", "soort": 8 }, "detailSoort": { "code": "BEZ" }, "begindatum": "ooit" }]""")]
    public async Task Flags_FieldsNobodyNeeds_DoNotMatter(string body)
    {
        await using var canned = await CannedViewpoint.StartAsync(body);
        Assert.Equal([new Flag(new("BEZ"), null)], Answer(await canned.Viewpoint.FlagsAsync("1", Cancellation)));
    }

    [Theory]
    [InlineData($$"""{ "id": "1", {{Nat}}, "adressen": [null] }""", PartyParts.Homes)]
    [InlineData($$"""{ "id": "1", {{Nat}}, "adressen": "Dorpsstraat 1" }""", PartyParts.Homes)]
    [InlineData($$"""{ "id": "1", {{Nat}}, "adressen": [{ "soort": { "code": "ZZZ" }, "adres": 7 }] }""", PartyParts.Homes)]
    [InlineData($$"""{ "id": "1", {{Nat}}, "geboortedatum": "1-2-1980" }""", PartyParts.BirthDate)]
    [InlineData($$"""{ "id": "1", {{Nat}}, "overlijdensdatum": true }""", PartyParts.Death)]
    [InlineData($$"""{ "id": "1", {{Nat}}, "achternaam": ["Mens"] }""", PartyParts.Name)]
    [InlineData($$"""{ "id": "1", {{Nat}}, "code": 100001 }""", PartyParts.Code)]
    [InlineData("""{ "id": "1" }""", PartyParts.Kind)]
    [InlineData("""{ "id": "1", "soort": { "code": "ZZZ" } }""", PartyParts.Kind)]
    [InlineData("""{ "id": "1", "soort": null }""", PartyParts.Kind)]
    public async Task ReadParty_PartThatCannotBeRead_IsSaidToBe(string body, PartyParts unreadable)
    {
        await using var canned = await CannedViewpoint.StartAsync(body);
        Assert.Equal(unreadable, Answer(await canned.Viewpoint.ReadPartyAsync("1", Cancellation))!.Unreadable);
    }

    [Theory]
    [InlineData($$"""{ "id": "2", {{Nat}} }""")]
    [InlineData($$"""{ "id": 1, {{Nat}} }""")]
    [InlineData($$"""{ {{Nat}} }""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task ReadParty_MessageThatIsNotAboutTheParty_IsNoAnswer(string body)
    {
        await using var canned = await CannedViewpoint.StartAsync(body);
        Silent(FailureReason.Nonsense, await canned.Viewpoint.ReadPartyAsync("1", Cancellation));
    }

    [Theory]
    [InlineData("""{ "soort": { "code": "BUI" }, "woonplaats": "Aachen", "postcode": "52062", "land": { "code": "DEU" } }""")]
    [InlineData("""{ "soort": { "code": "BUI" }, "woonplaats": 7, "postcode": 52062, "huisnummer": null }""")]
    [InlineData("""{ "soort": { "code": "POS" }, "postbusnummer": "12", "postcode": "5600AA", "woonplaats": "Eindhoven" }""")]
    [InlineData("""{ "soort": "EEN", "adres": "Bergweg 7 Aachen" }""")]
    public async Task ReadParty_HomeThatIsNoAddressInTheNetherlands_IsReadAndNowhere(string address)
    {
        await using var canned = await CannedViewpoint.StartAsync(
            $$"""
            { "id": "1", {{Nat}}, "achternaam": "Mens",
              "adressen": [{ "soort": { "code": "WOO" }, "adres": {{address}} }] }
            """);
        var party = Answer(await canned.Viewpoint.ReadPartyAsync("1", Cancellation))!;
        Assert.Equal(("Mens", PartyParts.None), (party.Name.OnEnvelope, party.Unreadable));
        Assert.Empty(party.HomeAddresses);
        Assert.False(party.LivesAt(Address("5611CD", "12")));
    }

    [Theory]
    [InlineData(""" "soort": { "code": "ZZZ" } """, "5611CD", null)]
    [InlineData(""" "soort": { "code": "WOO" }, "begindatum": "ooit" """, "5611CD", null)]
    [InlineData(""" "soort": { "code": "ZZZ" } """, "5611CE", false)]
    [InlineData(""" "soort": { "code": "WOO" }, "begindatum": "ooit" """, "5611CE", false)]
    [InlineData(""" "soort": { "code": "POS" }, "begindatum": "ooit" """, "5611CD", false)]
    [InlineData(""" "soort": { "code": "WOO" }, "omschrijving": 7 """, "5611CD", true)]
    public async Task LivesAt_HomeThatCannotAllBeRead_IsDoubtfulAtItsOwnAddressOnly(string fields, string postcode, bool? lives)
    {
        await using var canned = await CannedViewpoint.StartAsync(
            $$"""
            { "id": "1", {{Nat}},
              "adressen": [{ {{fields}}, "adres": { "postcode": "{{postcode}}", "huisnummer": "12" } }] }
            """);
        Assert.Equal(lives, Answer(await canned.Viewpoint.ReadPartyAsync("1", Cancellation))!.LivesAt(Address("5611CD", "12")));
    }

    [Fact]
    public async Task ReadParty_FieldsNobodyReads_DoNotMatter()
    {
        await using var canned = await CannedViewpoint.StartAsync(
            $$"""
            { "id": "1", {{Nat}}, "achternaam": "Mens", "burgerlijkeStaat": { "code": "ZZZ" }, "bsn": 7,
              "nieuw": [{ "diep": null }], "rollen": null }
            """);
        Assert.Equal("Mens", Answer(await canned.Viewpoint.ReadPartyAsync("1", Cancellation))!.Name.OnEnvelope);
    }

    [Theory]
    [InlineData(404, "", true)]
    [InlineData(404, """{ "code": "relatie", "omschrijving": "J. Jansen" }""", true)]
    [InlineData(404, "<html>Niet gevonden</html>", false)]
    [InlineData(404, """{ "status": "404" }""", false)]
    [InlineData(400, """{ "code": "id" }""", false)]
    [InlineData(204, "", false)]
    public async Task ReadParty_WithoutAParty_IsNullOnlyWhenViewpointItselfSaysSo(int status, string body, bool isAnswer)
    {
        await using var canned = await CannedViewpoint.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return status is 204 ? Task.CompletedTask : context.Response.WriteAsync(body);
        });
        var reply = await canned.Viewpoint.ReadPartyAsync("1", Cancellation);
        if (isAnswer)
            Assert.Null(Answer(reply));
        else
            Silent(FailureReason.Nonsense, reply);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("1/../../bdo")]
    public async Task ReadParty_IdThatIsNone_LeadsNowhereElse(string id)
    {
        await using var canned = await CannedViewpoint.StartAsync("{}");
        Silent(FailureReason.Nonsense, await canned.Viewpoint.ReadPartyAsync(id, Cancellation));
        Assert.All(canned.Requests, request => Assert.Equal("/brg/v4/relaties/1%2F..%2F..%2Fbdo", request));
    }

    [Theory]
    [InlineData("altijd dezelfde")]
    [InlineData(null)]
    public async Task Lists_CursorWithoutEnd_StopAndAreNoAnswer(string? cursor)
    {
        var page = 0;
        await using var canned = await CannedViewpoint.StartAsync(context =>
        {
            context.Response.Headers["X-Parameters-Cursor"] = cursor ?? $"{Interlocked.Increment(ref page)}";
            return context.Response.WriteAsync("[]");
        });

        Silent(FailureReason.Nonsense, await canned.Viewpoint.FlagsAsync("1", Cancellation));

        Assert.InRange(canned.Requests.Count, 2, 50);
    }

    [Fact]
    public async Task Requests_OfEveryKind_CarryVerasHeadersAndOurKey()
    {
        var seen = new List<Dictionary<string, string>>();
        await using var canned = await CannedViewpoint.StartAsync(context =>
        {
            seen.Add(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()));
            return context.Response.WriteAsync("[]");
        });

        Answer(await canned.Viewpoint.FlagsAsync("1", Cancellation));

        var headers = Assert.Single(seen);
        Assert.Equal("sleutel", headers["X-API-KEY"]);
        Assert.Equal(headers["X-Correlation-Id"], headers["X-Stuurgegevens-Referentienummer"]);
        Assert.Matches("^[0-9a-f]{32}$", headers["X-Correlation-Id"]);
        Assert.Matches(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$", headers["X-Stuurgegevens-Tijdstip-Bericht"]);
    }
}
