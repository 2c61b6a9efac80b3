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
    [InlineData("""[{ "relatie": { "id": "1" }, "detailSoort": { "code": "BEW" } }]""")]
    [InlineData("""[{ "id": " ", "relatie": { "id": "1" }, "detailSoort": { "code": "BEW" } }]""")]
    [InlineData("""[{ "id": 9, "relatie": { "id": "1" } }]""")]
    [InlineData("""[{ "id": "9", "relatie": { "id": "1", "id": "1" } }]""")]
    [InlineData("""[{ "id": "9", "relatie": { "id": "2" } }]""")]
    [InlineData("""[{ "id": "9", "relatie": "1" }]""")]
    public async Task Flags_MessageThatIsNotAsAgreed_IsNoAnswer(string body)
    {
        await using var canned = await CannedViewpoint.StartAsync(body);
        Silent(FailureReason.Nonsense, await canned.Viewpoint.FlagsAsync("1", Cancellation));
    }

    [Theory]
    [InlineData($$"""{ "id": "1", {{Nat}}, "contactgegevens": [null] }""")]
    [InlineData($$"""{ "id": "1", {{Nat}}, "rollen": [null] }""")]
    [InlineData($$"""{ "id": "1", {{Nat}}, "adressen": [null] }""")]
    [InlineData($$"""{ "id": "1", {{Nat}}, "geboortedatum": "1-2-1980" }""")]
    [InlineData($$"""{ "id": "1", {{Nat}}, "adressen": [{ "soort": { "code": "ZZZ" } }] }""")]
    [InlineData($$"""{ "id": "2", {{Nat}} }""")]
    [InlineData("""{ "id": "1" }""")]
    [InlineData("""{ "id": "1", "soort": { "code": "ZZZ" } }""")]
    [InlineData("""{ "id": "1", "soort": null }""")]
    public async Task ReadParty_MessageThatIsNotAsAgreed_IsNoAnswer(string body)
    {
        await using var canned = await CannedViewpoint.StartAsync(body);
        Silent(FailureReason.Nonsense, await canned.Viewpoint.ReadPartyAsync("1", Cancellation));
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
