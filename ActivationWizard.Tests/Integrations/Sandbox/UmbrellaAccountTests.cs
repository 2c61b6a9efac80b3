using System.Net;
using ActivationWizard.Integrations.Sandbox.World;
using Xunit;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

public sealed class UmbrellaAccountTests
{
    [Fact]
    public async Task Call_WithoutOrWithAnotherKey_IsNotLetIn()
    {
        await using var sandbox = await StartAsync();
        await Problem(HttpStatusCode.Unauthorized, "niet-geautoriseerd",
            sandbox.SendAsync(new(sandbox.Server.Umbrella, "api/v1/klanten?relatienummer=1"), "GET"));
    }

    [Fact]
    public async Task Search_ByNumberAndByAddress_FindsTheSameCustomer()
    {
        await using var sandbox = await StartAsync();
        var number = NumberOf("D25", "house letter");
        var byNumber = await Json(sandbox.Umbrella("GET", "klanten?relatienummer=" + number));
        var byAddress = await Json(sandbox.Umbrella("GET", "klanten?postcode=5643EG&huisnummer=12&toevoeging=2"));

        Assert.Equal("M. Bovenhuis", (string?)Assert.Single(byNumber.AsArray())!["naam"]);
        Assert.Equal(byNumber.ToJsonString(), byAddress.ToJsonString());
        Assert.Equal("A", (string?)byNumber[0]!["adres"]!["huisletter"]);
        Assert.Equal(1955, (int?)byNumber[0]!["geboortejaar"]);
        Assert.Empty((await Json(sandbox.Umbrella("GET", "klanten?relatienummer=999999"))).AsArray());
        await Problem(HttpStatusCode.BadRequest, "ongeldig-verzoek", sandbox.Umbrella("GET", "klanten"));
    }

    [Fact]
    public async Task Search_ForCustomersThatAreUnclear_FindsNoneAndTwo()
    {
        await using var sandbox = await StartAsync();
        Assert.Empty((await Json(sandbox.Umbrella("GET", "klanten?relatienummer=" + NumberOf("CustomerUnclear", "no customer"))))
            .AsArray());
        Assert.Equal(2, (await Json(sandbox.Umbrella("GET", "klanten?relatienummer=" + NumberOf("CustomerUnclear", "two"))))
            .AsArray().Count);
    }

    [Fact]
    public async Task Read_OfAnAccount_ShowsItWithItsTag()
    {
        await using var sandbox = await StartAsync();
        var klant = await sandbox.Customer(NumberOf("D23"));
        using var response = await sandbox.Umbrella("GET", $"klanten/{klant}/account");
        var account = await Json(Task.FromResult(response));

        Assert.NotNull(response.Headers.ETag);
        Assert.Equal((klant, "GEA", "n.nieuwenhuis@mail.example", false),
            ((string?)account["klantId"], (string?)account["status"], (string?)account["emailadres"],
                (bool?)account["activatiecodeAanwezig"]));
    }

    [Fact]
    public async Task Read_WithoutAccountOrCustomer_IsAProblemOfItsOwn()
    {
        await using var sandbox = await StartAsync();
        var klant = await sandbox.Customer(NumberOf("D22", "no account"));
        await Problem(HttpStatusCode.NotFound, "geen-account", sandbox.Umbrella("GET", $"klanten/{klant}/account"));
        await Problem(HttpStatusCode.NotFound, "klant-onbekend", sandbox.Umbrella("GET", "klanten/K0/account"));
        await Problem(HttpStatusCode.ServiceUnavailable, "storing",
            sandbox.Umbrella("GET", $"klanten/{await sandbox.Customer(NumberOf("D02"))}/account"));
    }

    [Fact]
    public async Task Create_WithoutAccount_MakesARegisteredOneOnce()
    {
        await using var sandbox = await StartAsync();
        var klant = await sandbox.Customer(NumberOf("D22", "no account"));
        using var created = await sandbox.Umbrella(
            "POST", $"klanten/{klant}/account", new { emailadres = "a@b.example" }, "sleutel-1");
        var account = await Json(Task.FromResult(created), HttpStatusCode.Created);

        Assert.Equal("GER", (string?)account["status"]);
        Assert.EndsWith($"/umbrella/api/v1/klanten/{klant}/account", created.Headers.Location!
            .ToString(), StringComparison.Ordinal);
        await Problem(HttpStatusCode.Conflict, "account-bestaat",
            sandbox.Umbrella("POST", $"klanten/{klant}/account", new { }, "sleutel-2"));
        var entry = Assert.Single(sandbox.Server.Ledger);
        Assert.Equal((SandboxEffects.CreateAccount, klant, "sleutel-1", 1L),
            (entry.Effect, entry.Subject, entry.IdempotencyKey, entry.Sequence));
    }

    [Fact]
    public async Task EndedAccount_CountsAsNone()
    {
        await using var sandbox = await StartAsync();
        var klant = await sandbox.Customer(NumberOf("D22", "BEE"));
        var read = await Json(sandbox.Umbrella("GET", $"klanten/{klant}/account"));
        Assert.Equal("BEE", (string?)read["status"]);
        await Problem(HttpStatusCode.NotFound, "geen-account",
            sandbox.Umbrella("DELETE", $"klanten/{klant}/account", ifMatch: "*"));
        await Problem(HttpStatusCode.NotFound, "geen-account",
            sandbox.Umbrella("POST", $"klanten/{klant}/account/activatie", new { verzendwijze = "geen" }));
        await Problem(HttpStatusCode.NotFound, "geen-account",
            sandbox.Umbrella("PUT", $"klanten/{klant}/account/blokkade", new { reden = "x" }));

        var made = await Json(sandbox.Umbrella("POST", $"klanten/{klant}/account", new { }), HttpStatusCode.Created);
        Assert.NotEqual((string?)read["accountId"], (string?)made["accountId"]);
    }

    [Fact]
    public async Task Delete_NeedsTheTagThatStandsNow()
    {
        await using var sandbox = await StartAsync();
        var klant = await sandbox.Customer(NumberOf("D23"));
        using var read = await sandbox.Umbrella("GET", $"klanten/{klant}/account");
        var tag = read.Headers.ETag!.ToString();
        await Status(HttpStatusCode.OK,
            sandbox.Umbrella("POST", $"klanten/{klant}/account/activatie", new { verzendwijze = "geen" }));

        await Problem(HttpStatusCode.PreconditionRequired, "if-match-ontbreekt",
            sandbox.Umbrella("DELETE", $"klanten/{klant}/account"));
        await Problem(HttpStatusCode.PreconditionFailed, "gewijzigd",
            sandbox.Umbrella("DELETE", $"klanten/{klant}/account", ifMatch: tag));
        using var again = await sandbox.Umbrella("GET", $"klanten/{klant}/account");
        await Status(HttpStatusCode.NoContent,
            sandbox.Umbrella("DELETE", $"klanten/{klant}/account", ifMatch: again.Headers.ETag!.ToString()));
        await Problem(HttpStatusCode.NotFound, "geen-account",
            sandbox.Umbrella("DELETE", $"klanten/{klant}/account", ifMatch: tag));
        Assert.Equal([SandboxEffects.ActivateAccount, SandboxEffects.DeleteAccount],
            sandbox.Server.Ledger.Select(entry => entry.Effect));
    }

    [Fact]
    public async Task Block_AndUnblock_GiveBackTheFormerStatusAndCountOnce()
    {
        await using var sandbox = await StartAsync();
        var klant = await sandbox.Customer(NumberOf("D23"));
        var path = $"klanten/{klant}/account/blokkade";
        await Problem(HttpStatusCode.BadRequest, "ongeldig-verzoek", sandbox.Umbrella("PUT", path, new { }));
        await Status(HttpStatusCode.NoContent, sandbox.Umbrella("PUT", path, new { reden = "bewind" }));
        await Status(HttpStatusCode.NoContent, sandbox.Umbrella("PUT", path, new { reden = "bewind" }));
        var blocked = await Json(sandbox.Umbrella("GET", $"klanten/{klant}/account"));
        Assert.Equal(("GEB", "bewind"), ((string?)blocked["status"], (string?)blocked["blokkadeReden"]));

        await Status(HttpStatusCode.NoContent, sandbox.Umbrella("DELETE", path));
        await Status(HttpStatusCode.NoContent, sandbox.Umbrella("DELETE", path));
        Assert.Equal("GEA", (string?)(await Json(sandbox.Umbrella("GET", $"klanten/{klant}/account")))["status"]);
        Assert.Equal([SandboxEffects.BlockAccount, SandboxEffects.UnblockAccount],
            sandbox.Server.Ledger.Select(entry => entry.Effect));
    }
}
