using System.Net;
using System.Security.Cryptography;
using ActivationWizard.Integrations.Sandbox.World;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

public sealed class PostexSandboxTests
{
    private static readonly string[] Lines = ["P. Postma", "Kerkstraat 101", "5621 AB  EINDHOVEN"];

    [Fact]
    public async Task Call_WithoutTheToken_IsNotLetIn()
    {
        await using var sandbox = await StartAsync();
        using var answer = await sandbox.SendAsync(new(sandbox.Server.Postex, "rest/v2/generator-sessions/1"), "GET");
        Assert.Equal((HttpStatusCode.Unauthorized, ""),
            (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
    }

    [Fact]
    public async Task Dispatch_OfALetter_GoesThroughItsStagesToDone()
    {
        await using var sandbox = await StartAsync(new() { Postex = new() { PollsUntilDone = 3 } });
        var sent = await Json(sandbox.Postex("POST", "generators/263/raw", Letter("R-1")), HttpStatusCode.Accepted);
        var path = "generator-sessions/" + (string)sent["data"]!["id"]!;

        Assert.Equal("queued", (string?)sent["data"]!["status"]);
        Assert.Equal("GET", (string?)sent["paths"]!["sessionStatus"]!["type"]);
        Assert.EndsWith("/postex/rest/v2/" + path, (string?)sent["paths"]!["sessionStatus"]!["href"], StringComparison.Ordinal);
        foreach (var status in new[] { "indexing", "processing", "done", "done" })
            Assert.Equal(status, (string?)(await Json(sandbox.Postex("GET", path)))["data"]!["status"]);
        var entry = Assert.Single(sandbox.Server.Ledger);
        Assert.Equal((SandboxEffects.DispatchLetter, "300900", "R-1"), (entry.Effect, entry.Subject, entry.Reference));
        Assert.Equal(Lines, entry.Recipient);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("KANARIE-AAAABBBB"u8)), entry.CodeHash);
    }

    [Fact]
    public async Task Dispatch_ByTime_IsDoneWhenItHasPassed()
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(new() { Postex = new() { TimeUntilDone = TimeSpan.FromMinutes(3) } }, time);
        var sent = await Json(sandbox.Postex("POST", "generators/263/raw", Letter("R-1")), HttpStatusCode.Accepted);
        var path = "generator-sessions/" + (string)sent["data"]!["id"]!;

        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("processing", (string?)(await Json(sandbox.Postex("GET", path)))["data"]!["status"]);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("done", (string?)(await Json(sandbox.Postex("GET", path)))["data"]!["status"]);
    }

    [Fact]
    public async Task Search_ByReference_FindsEverySessionThatCarriesIt()
    {
        await using var sandbox = await StartAsync();
        Assert.Empty((await Json(sandbox.Postex("GET", "generator-sessions?reference=R-1")))["data"]!.AsArray());
        await Status(HttpStatusCode.Accepted, sandbox.Postex("POST", "generators/263/raw", Letter("R-1")));
        await Status(HttpStatusCode.Accepted, sandbox.Postex("POST", "generators/263/raw", Letter("R-1")));
        await Status(HttpStatusCode.Accepted, sandbox.Postex("POST", "generators/263/raw", Letter("R-2")));

        var found = (await Json(sandbox.Postex("GET", "generator-sessions?reference=R-1")))["data"]!.AsArray();
        Assert.Equal(["R-1", "R-1"], found.Select(one => (string?)one!["reference"]));
        Assert.Equal(3, sandbox.Server.Ledger.Count);
    }

    [Fact]
    public async Task Search_WhenSwitchedOff_IsRefused()
    {
        await using var sandbox = await StartAsync(new() { Postex = new() { QueryByReference = false } });
        await Status(HttpStatusCode.BadRequest, sandbox.Postex("GET", "generator-sessions?reference=R-1"));
    }

    [Theory]
    [InlineData("generators/263/raw", "P. Postma|5621 AB  EINDHOVEN", "KANARIE-AAAABBBB", "address_invalid")]
    [InlineData("generators/263/raw", "P. Postma|Kerkstraat 101|5621AB EINDHOVEN", "KANARIE-AAAABBBB", "address_invalid")]
    [InlineData("generators/263/raw", "P. Postma|Kerkstraat 101|0621 AB  EINDHOVEN", "KANARIE-AAAABBBB", "address_invalid")]
    [InlineData("generators/263/raw", "P. Postma|Kerkstraat 101|5621 AB  EINDHOVEN", "", "parameter_missing")]
    public async Task Dispatch_OfAFaultyLetter_IsRefusedInPostexsShape(string path, string lines, string code, string fault)
    {
        await using var sandbox = await StartAsync();
        var answer = await Json(sandbox.Postex("POST", path, Letter("R-1", lines.Split('|'), code)), HttpStatusCode.BadRequest);
        Assert.Equal(fault, (string?)answer["error"]!["code"]);
        Assert.Empty(sandbox.Server.Ledger);
    }

    [Fact]
    public async Task Dispatch_ToAnUnknownGenerator_IsNotFound()
    {
        await using var sandbox = await StartAsync();
        await Status(HttpStatusCode.NotFound, sandbox.Postex("POST", "generators/264/raw", Letter("R-1")));
        await Status(HttpStatusCode.NotFound, sandbox.Postex("GET", "generator-sessions/12"));
    }

    [Fact]
    public async Task Preference_IsPaperUntilSetAndTurnsLettersIntoMail()
    {
        await using var sandbox = await StartAsync();
        await Status(HttpStatusCode.NotFound, sandbox.Postex("GET", "recipients/300900/preferences"));
        var wanted = new { channel = "email", email = "post@balansbewind.example" };
        var set = await Json(sandbox.Postex("PUT", "recipients/300900/preferences", wanted));
        await Status(HttpStatusCode.OK, sandbox.Postex("PUT", "recipients/300900/preferences", wanted));
        await Status(HttpStatusCode.Accepted, sandbox.Postex("POST", "generators/263/raw", Letter("R-1")));

        Assert.Equal(set.ToJsonString(), (await Json(sandbox.Postex("GET", "recipients/300900/preferences"))).ToJsonString());
        Assert.Equal(("300900", "email"), ((string?)set["recipientId"], (string?)set["channel"]));
        Assert.Equal([SandboxEffects.SetPreference, SandboxEffects.DispatchEmail],
            sandbox.Server.Ledger.Select(entry => entry.Effect));
        Assert.Equal(["post@balansbewind.example"], sandbox.Server.Ledger[1].Recipient);
        await Status(HttpStatusCode.BadRequest,
            sandbox.Postex("PUT", "recipients/300900/preferences", new { channel = "email" }));
        await Status(HttpStatusCode.BadRequest,
            sandbox.Postex("PUT", "recipients/300900/preferences", new { channel = "pigeon" }));
    }

    internal static object Letter(string reference, string[]? lines = null, string code = "KANARIE-AAAABBBB") => new
    {
        reference,
        recipient = new { id = "300900", name = "P. Postma", addressLines = lines ?? Lines },
        parameters = new { activatiecode = code },
    };
}
