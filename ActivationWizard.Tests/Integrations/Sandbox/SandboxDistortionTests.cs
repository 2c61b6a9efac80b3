using ActivationWizard.Integrations.Sandbox.Faults;
using Xunit;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

/// <summary>Answers that are well delivered and wrong: about somebody else, doubled, or of another schema.</summary>
public sealed class SandboxDistortionTests
{
    [Fact]
    public async Task WrongSubject_IsAboutAnotherCustomer()
    {
        await using var sandbox = await StartAsync();
        var number = NumberOf("D23");
        var klant = await sandbox.Customer(number);
        var right = await Json(sandbox.Umbrella("GET", $"klanten/{klant}/account"));
        sandbox.Server.Script(new() { Fault = FaultKind.WrongSubject, Times = 0 });
        var wrong = await Json(sandbox.Umbrella("GET", $"klanten/{klant}/account"));

        Assert.NotEqual(klant, (string?)wrong["klantId"]);
        Assert.NotEqual((string?)right["accountId"], (string?)wrong["accountId"]);
        Assert.NotEqual(number,
            (string?)(await Json(sandbox.Umbrella("GET", "klanten?relatienummer=" + number)))[0]!["relatienummer"]);
    }

    [Fact]
    public async Task WrongSubject_InViewpointAndPostex_IsAboutAnotherPartyOrLetter()
    {
        await using var sandbox = await StartAsync();
        var party = (string)(await sandbox.Person(NumberOf("D11")))["id"]!;
        sandbox.Server.Script(new() { Fault = FaultKind.WrongSubject, Times = 0 });

        Assert.NotEqual(party, (string?)(await Json(sandbox.Viewpoint("GET", "brg/v4/relaties/" + party)))["id"]);
        var flags = await Json(sandbox.Viewpoint("GET", "brg/v4/signaleringen?relatie.id=" + party));
        Assert.NotEqual(party, (string?)flags[0]!["relatie"]!["id"]);
        var office = await Json(sandbox.Viewpoint("GET", $"brg/v4/relaties?rollen.soort.code=BWI&rollen.rolRelatie.id={party}"));
        Assert.Equal("BWI", (string?)office[0]!["rollen"]![0]!["soort"]!["code"]);
        var unit = await Json(sandbox.Viewpoint("GET", "bvg/v4/eenheden?adres.postcode=5611CD&adres.huisnummer=12"));
        Assert.NotEqual("5611CD", (string?)unit[0]!["adres"]!["postcode"]);
        var letter = await Json(
            sandbox.Postex("POST", "generators/263/raw", PostexSandboxTests.Letter("R-1")), System.Net.HttpStatusCode.Accepted);
        Assert.NotEqual("R-1", (string?)letter["data"]!["reference"]);
    }

    [Fact]
    public async Task Duplicate_DoublesTheFirstItemOfAList()
    {
        await using var sandbox = await StartAsync();
        sandbox.Server.Script(new() { Fault = FaultKind.Duplicate });
        var found = (await Json(sandbox.Umbrella("GET", "klanten?relatienummer=" + NumberOf("D22")))).AsArray();
        Assert.Equal(2, found.Count);
        Assert.Equal(found[0]!.ToJsonString(), found[1]!.ToJsonString());
    }

    [Fact]
    public async Task Drift_TouchesTheFieldsThatAreNamed()
    {
        await using var sandbox = await StartAsync();
        var klant = await sandbox.Customer(NumberOf("D23"));
        var agreements = "bog/v4/overeenkomsten?relaties.id=" + (string?)(await sandbox.Person(NumberOf("D23")))["id"];
        sandbox.Server.Script(new() { Fault = FaultKind.UnknownCode, System = "umbrella" });
        sandbox.Server.Script(new() { Fault = FaultKind.UnknownCode, System = "viewpoint" });
        sandbox.Server.Script(
            new() { Fault = FaultKind.MissingFields, System = "viewpoint", Fields = ["status", "begindatum"], After = 1 });

        Assert.Equal("ZZZ", (string?)(await Json(sandbox.Umbrella("GET", $"klanten/{klant}/account")))["status"]);
        Assert.Equal("ZZZ", (string?)(await Json(sandbox.Viewpoint("GET", agreements)))[0]!["status"]!["code"]);
        var lacking = (await Json(sandbox.Viewpoint("GET", agreements)))[0]!.AsObject();
        Assert.False(lacking.ContainsKey("status") || lacking.ContainsKey("begindatum"));
        Assert.Equal("LOP", (string?)(await Json(sandbox.Viewpoint("GET", agreements)))[0]!["status"]!["code"]);
    }
}
