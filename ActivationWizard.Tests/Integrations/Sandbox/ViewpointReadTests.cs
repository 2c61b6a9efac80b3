using System.Net;
using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Tests.Kit.Systems;
using Xunit;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

public sealed class ViewpointReadTests
{
    [Fact]
    public async Task Units_ByAddress_AreFoundIgnoringCase()
    {
        await using var sandbox = await StartAsync();
        var units = await List(sandbox, "bvg/v4/eenheden?adres.postcode=5643eg&adres.huisnummer=12&adres.huisletter=a");
        var address = Assert.Single(units)!["adres"]!;
        Assert.Equal(("Hoogstraat", "A", "2", "Eindhoven"), ((string?)address["straatnaam"], (string?)address["huisletter"],
            (string?)address["huisnummerToevoeging"], (string?)address["woonplaats"]!["naam"]));
        Assert.Empty(await List(sandbox, "bvg/v4/eenheden?adres.postcode=5643%20EG&adres.huisnummer=12"));
        Assert.NotEmpty(await List(sandbox, "bvg/v4/eenheden?soort.code=INT"));
    }

    [Fact]
    public async Task Path_FromObjectToDossier_IsTheInstructions()
    {
        await using var sandbox = await StartAsync();
        var unit = (await List(sandbox, "bvg/v4/eenheden?adres.postcode=5611CD&adres.huisnummer=12"))[0]!["id"];
        var agreement = Assert.Single(await List(sandbox, $"bog/v4/overeenkomsten?eenheden.id={unit}"))!;
        var party = (string)agreement["relaties"]![0]!["id"]!;
        var person = await Json(sandbox.Viewpoint("GET", "brg/v4/relaties/" + party));
        var dossier = Assert.Single(await List(sandbox, "bdo/v4/dossiers?relaties.id=" + party))!;

        Assert.Equal("HUU", (string?)agreement["relaties"]![0]!["rollen"]![0]!["soort"]!["code"]);
        Assert.Equal(("Mailstra", "1984-03-02"), ((string?)person["achternaam"], (string?)person["geboortedatum"]));
        Assert.Equal(party, (string?)dossier["relaties"]![0]!["id"]);
        Assert.Equal(agreement.ToJsonString(), (await List(sandbox, "bog/v4/overeenkomsten?relaties.id=" + party))[0]!
            .ToJsonString());
        Assert.Equal(person.ToJsonString(), Assert.Single(await List(sandbox, "brg/v4/relaties?achternaam=MAILSTRA"))!
            .ToJsonString());
    }

    [Fact]
    public async Task Agreements_OfEveryStatusAndDate_AreReturned()
    {
        await using var sandbox = await StartAsync();
        async Task<string?> Status(string row)
        {
            var party = (string)(await sandbox.Person(NumberOf(row)))["id"]!;
            return (string?)(await List(sandbox, "bog/v4/overeenkomsten?relaties.id=" + party))[0]!["status"]!["code"];
        }

        Assert.Equal(("BEE", "VOO", "LOP"), (await Status("D07"), await Status("D08"), await Status("D22")));
    }

    [Fact]
    public async Task Administrators_AreAskedByOneRoleThatMeetsBothFilters()
    {
        await using var sandbox = await StartAsync();
        var tenant = (string)(await sandbox.Person(NumberOf("D17", "former")))["id"]!;
        var curated = (string)(await sandbox.Person(NumberOf("D10", "curator")))["id"]!;
        var offices = await List(sandbox, $"brg/v4/relaties?rollen.soort.code=BWI&rollen.rolRelatie.id={tenant}");

        Assert.Equal(["Balans Bewind B.V.", "Oud & Trouw Bewind"], offices.Select(one => (string?)one!["naam"]));
        Assert.NotNull(offices[1]!["rollen"]![0]!["einddatum"]);
        Assert.Single(await List(sandbox, $"brg/v4/relaties?rollen.soort.code=CUR&rollen.rolRelatie.id={curated}"));
        Assert.Empty(await List(sandbox, $"brg/v4/relaties?rollen.soort.code=CUR&rollen.rolRelatie.id={tenant}"));
    }

    [Fact]
    public async Task FlagsAndArrangements_AreAskedByPartyAndAgreement()
    {
        await using var sandbox = await StartAsync();
        var protectedOne = (string)(await sandbox.Person(NumberOf("D11")))["id"]!;
        var indebted = (string)(await sandbox.Person(NumberOf("D18")))["overeenkomsten"]![0]!;
        var flag = Assert.Single(await List(sandbox, "brg/v4/signaleringen?relatie.id=" + protectedOne))!;
        var arrangement = Assert.Single(await List(sandbox, "inc/v4/betalingsregelingen?overeenkomst.id=" + indebted))!;

        Assert.Equal(("BEW", "ACT"), ((string?)flag["detailSoort"]!["code"], (string?)flag["status"]!["code"]));
        Assert.Matches(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$", (string?)flag["begindatum"]);
        Assert.Equal("ACT", (string?)arrangement["status"]!["code"]);
    }

    [Fact]
    public async Task Lists_LongerThanAPage_GoOnByCursor()
    {
        await using var sandbox = await StartAsync(new() { Viewpoint = new ViewpointSandboxOptions { PageSize = 40 } });
        var seen = new List<string?>();
        string? cursor = null;
        do
        {
            using var page = await sandbox.Viewpoint(
                "GET", "brg/v4/relaties?soort.code=NAT" + (cursor is null ? "" : "&cursor=" + cursor));
            seen.AddRange((await Json(Task.FromResult(page))).AsArray().Select(one => (string?)one!["id"]));
            cursor = page.Headers.TryGetValues("X-Parameters-Cursor", out var values) ? values.Single() : null;
        }
        while (cursor is not null);

        Assert.InRange(seen.Count, 41, 1000);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task Cursor_WithOtherFilters_IsRefused()
    {
        await using var sandbox = await StartAsync(new() { Viewpoint = new ViewpointSandboxOptions { PageSize = 5 } });
        using var page = await sandbox.Viewpoint("GET", "brg/v4/relaties?soort.code=NAT");
        var cursor = page.Headers.GetValues("X-Parameters-Cursor").Single();
        await Foutbericht("cursor", sandbox.Viewpoint("GET", $"brg/v4/relaties?soort.code=REC&cursor={cursor}"));
        await Foutbericht("filter", sandbox.Viewpoint("GET", "brg/v4/relaties?acternaam=Mailstra"));
    }

    [Fact]
    public async Task Party_ThatIsUnknown_IsNotFoundWithoutABody()
    {
        await using var sandbox = await StartAsync();
        using var answer = await sandbox.Viewpoint("GET", "brg/v4/relaties/1");
        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        using var wrong = await sandbox.Viewpoint("GET", "brg/v4/relatie/1");
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (wrong.StatusCode, wrong.Content.Headers.ContentType?.MediaType));
    }

    internal static async Task<JsonArray> List(SandboxFixture sandbox, string path) =>
        (await Json(sandbox.Viewpoint("GET", path))).AsArray();

    internal static async Task Foutbericht(string code, Task<HttpResponseMessage> sending)
    {
        var answer = await Json(sending, HttpStatusCode.BadRequest);
        Assert.Equal(code, (string?)answer["code"]);
        Assert.NotEmpty((string)answer["omschrijving"]!);
    }
}
