using System.Net;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

public sealed class UmbrellaActivationTests
{
    [Fact]
    public async Task Activate_ByMail_MailsTheCodeThatCanBeRead()
    {
        await using var sandbox = await StartAsync();
        var klant = await sandbox.Customer(NumberOf("D25"));
        var before = await Json(sandbox.Umbrella("GET", $"klanten/{klant}/account"));
        var activated = await Json(sandbox.Umbrella("POST", $"klanten/{klant}/account/activatie",
            new { verzendwijze = "email", emailadres = "p.postma@mail.example" }, "k1"));
        var after = await Json(sandbox.Umbrella("GET", $"klanten/{klant}/account"));
        var code = await Json(sandbox.Umbrella("GET", $"klanten/{klant}/account/activatiecode"));

        Assert.True((bool?)activated["verzonden"]);
        Assert.Equal((string?)before["emailadres"], (string?)after["emailadres"]);
        Assert.Equal(("GER", true), ((string?)after["status"], (bool?)after["activatiecodeAanwezig"]));
        Assert.Matches("^KANARIE-[A-Z0-9]{8}$", (string?)code["code"]);
        var mail = sandbox.Server.Ledger[^1];
        Assert.Equal((SandboxEffects.MailCode, 1, "p.postma@mail.example"),
            (mail.Effect, mail.Number, Assert.Single(mail.Recipient)));
        Assert.Equal(await Hash(sandbox, NumberOf("D25")), mail.CodeHash);
    }

    [Fact]
    public async Task Activate_OfASignedInAccount_LeavesItSignedIn()
    {
        await using var sandbox = await StartAsync();
        var klant = await sandbox.Customer(NumberOf("D23"));
        await Status(HttpStatusCode.OK,
            sandbox.Umbrella("POST", $"klanten/{klant}/account/activatie", new { verzendwijze = "geen" }));

        var account = await Json(sandbox.Umbrella("GET", $"klanten/{klant}/account"));
        Assert.Equal(("GEA", "n.nieuwenhuis@mail.example"), ((string?)account["status"], (string?)account["emailadres"]));
        Assert.Equal(SandboxEffects.ActivateAccount, Assert.Single(sandbox.Server.Ledger).Effect);
    }

    [Fact]
    public async Task Activate_AgainstTheRules_SaysWhichOne()
    {
        await using var sandbox = await StartAsync();
        var path = $"klanten/{await sandbox.Customer(NumberOf("D25"))}/account/activatie";
        await Problem(HttpStatusCode.UnprocessableEntity, "emailadres-ontbreekt",
            sandbox.Umbrella("POST", path, new { verzendwijze = "email" }));
        await Problem(HttpStatusCode.UnprocessableEntity, "emailadres-in-gebruik",
            sandbox.Umbrella("POST", path, new { verzendwijze = "email", emailadres = "Gezin.Gedeeld@mail.example" }));
        await Problem(HttpStatusCode.BadRequest, "ongeldig-verzoek",
            sandbox.Umbrella("POST", path, new { verzendwijze = "duif" }));
        await Problem(HttpStatusCode.BadRequest, "ongeldig-verzoek", sandbox.Umbrella("POST", path, new StringContent("{ half")));
        await Problem(HttpStatusCode.Conflict, "account-geblokkeerd", sandbox.Umbrella(
            "POST", $"klanten/{await sandbox.Customer(NumberOf("D20"))}/account/activatie", new { verzendwijze = "geen" }));
        await Problem(HttpStatusCode.NotFound, "geen-account", sandbox.Umbrella(
            "POST", $"klanten/{await sandbox.Customer(NumberOf("D22", "no account"))}/account/activatie",
                new { verzendwijze = "geen" }));
        Assert.Empty(sandbox.Server.Ledger);
    }

    [Fact]
    public async Task Activate_ToAnUnreachableAddress_MakesACodeAndMailsNothing()
    {
        await using var sandbox = await StartAsync();
        var klant = await sandbox.Customer(NumberOf("D22", "cannot mail"));
        var activated = await Json(sandbox.Umbrella("POST", $"klanten/{klant}/account/activatie",
            new { verzendwijze = "email", emailadres = "g.bounce@onbereikbaar.example" }));

        Assert.False((bool?)activated["verzonden"]);
        Assert.Equal(SandboxEffects.ActivateAccount, Assert.Single(sandbox.Server.Ledger).Effect);
    }

    [Fact]
    public async Task ReadCode_WithoutOneOrAfterItsTime_SaysSo()
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(new() { Umbrella = new() { CodeLifetime = TimeSpan.FromDays(30) } }, time);
        var klant = await sandbox.Customer(NumberOf("D25"));
        await Problem(HttpStatusCode.NotFound, "geen-code", sandbox.Umbrella("GET", $"klanten/{klant}/account/activatiecode"));
        var activated = await Json(sandbox.Umbrella("POST", $"klanten/{klant}/account/activatie", new { verzendwijze = "geen" }));
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 11, 0, 0, TimeSpan.FromHours(2)),
            (DateTimeOffset)activated["codeVerlooptOp"]!);

        time.Advance(TimeSpan.FromDays(30));
        await Problem(HttpStatusCode.Gone, "code-verlopen", sandbox.Umbrella("GET", $"klanten/{klant}/account/activatiecode"));
    }

    [Fact]
    public async Task Repeat_WithTheSameKey_GetsTheFirstAnswerAndNoSecondEffect()
    {
        await using var sandbox = await StartAsync();
        var path = $"klanten/{await sandbox.Customer(NumberOf("D25"))}/account/activatie";
        var first = await Json(sandbox.Umbrella("POST", path, new { verzendwijze = "geen" }, "k1"));
        using var repeat = await sandbox.Umbrella("POST", path, new { verzendwijze = "geen" }, "k1");

        Assert.Equal("true", Assert.Single(repeat.Headers.GetValues("Idempotent-Replayed")));
        Assert.Equal(first.ToJsonString(), (await Json(Task.FromResult(repeat))).ToJsonString());
        Assert.Single(sandbox.Server.Ledger);
    }

    [Fact]
    public async Task Key_UsedForAnotherBody_IsRefusedUntilItsDayIsOver()
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time);
        var path = $"klanten/{await sandbox.Customer(NumberOf("D25"))}/account/activatie";
        var other = new { verzendwijze = "email", emailadres = "p@mail.example" };
        await Status(HttpStatusCode.OK, sandbox.Umbrella("POST", path, new { verzendwijze = "geen" }, "k1"));
        await Problem(HttpStatusCode.UnprocessableEntity, "sleutel-hergebruikt", sandbox.Umbrella("POST", path, other, "k1"));
        await Problem(HttpStatusCode.BadRequest, "sleutel-ongeldig", sandbox.Umbrella("POST", path, other, new string('x', 65)));

        time.Advance(TimeSpan.FromHours(24));
        await Status(HttpStatusCode.OK, sandbox.Umbrella("POST", path, other, "k1"));
    }

    [Fact]
    public async Task Key_OfARefusal_IsNotKept()
    {
        await using var sandbox = await StartAsync();
        var path = $"klanten/{await sandbox.Customer(NumberOf("D25"))}/account/activatie";
        await Status(HttpStatusCode.UnprocessableEntity, sandbox.Umbrella("POST", path, new { verzendwijze = "email" }, "k1"));
        await Status(HttpStatusCode.OK, sandbox.Umbrella("POST", path, new { verzendwijze = "geen" }, "k1"));
    }

    [Fact]
    public async Task Repeat_WhenKeysAreNotHonoured_HappensTwice()
    {
        await using var sandbox = await StartAsync(new() { Umbrella = new UmbrellaSandboxOptions { HonourKeys = false } });
        var path = $"klanten/{await sandbox.Customer(NumberOf("D25"))}/account/activatie";
        await Status(HttpStatusCode.OK, sandbox.Umbrella("POST", path, new { verzendwijze = "geen" }, "k1"));
        await Status(HttpStatusCode.OK, sandbox.Umbrella("POST", path, new { verzendwijze = "geen" }, "k1"));
        Assert.Equal(2, sandbox.Server.Ledger.Count);
    }

    private static async Task<string?> Hash(SandboxFixture sandbox, string number) =>
        (string?)(await sandbox.Person(number))["klanten"]![0]!["account"]!["codeHash"];
}
