using System.Net;
using System.Net.Sockets;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.Basics;
using Xunit;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

public sealed class SandboxControlTests
{
    [Fact]
    public async Task Server_ListensOnLoopbackOnly()
    {
        await using var sandbox = await StartAsync();
        Assert.All(new[] { sandbox.Server.Umbrella, sandbox.Server.Viewpoint, sandbox.Server.Postex, sandbox.Server.Control },
            address => Assert.Equal("127.0.0.1", address.Host));
        using var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(async () =>
            await socket.ConnectAsync(IPAddress.IPv6Loopback, sandbox.Server.Control.Port, Cancellation));
    }

    [Fact]
    public async Task Faults_MeetTheCallsTheyDescribe()
    {
        await using var sandbox = await StartAsync();
        var rule = new
        {
            fault = "error-before",
            system = "umbrella",
            method = "GET",
            path = "/api/v1/klanten/*/account",
            after = 1,
            times = 2,
            status = 502,
        };
        await Status(HttpStatusCode.OK, sandbox.Control("POST", "faults", rule));
        var klant = await sandbox.Customer(NumberOf("D23"));
        var statuses = new List<int>();
        for (var call = 0; call < 4; call++)
        {
            await Status(HttpStatusCode.OK, sandbox.Umbrella("GET", "klanten?relatienummer=1"));
            using var answer = await sandbox.Umbrella("GET", $"klanten/{klant}/account");
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([200, 502, 502, 200], statuses);
        Assert.Equal(4, (int?)(await Json(sandbox.Control("GET", "faults")))[0]!["met"]);
        await Status(HttpStatusCode.NoContent, sandbox.Control("DELETE", "faults"));
        Assert.Empty((await Json(sandbox.Control("GET", "faults"))).AsArray());
        await Status(HttpStatusCode.BadRequest, sandbox.Control("POST", "faults", new { fault = "gremlins" }));
    }

    [Fact]
    public async Task Calls_AreCountedBySystemAndMethod()
    {
        await using var sandbox = await StartAsync();
        await Status(HttpStatusCode.OK, sandbox.Umbrella("GET", "klanten?relatienummer=1"));
        await Status(HttpStatusCode.OK, sandbox.Umbrella("GET", "klanten?relatienummer=2"));
        await Status(HttpStatusCode.NotFound, sandbox.Postex("GET", "recipients/1/preferences"));
        var calls = await Json(sandbox.Control("GET", "calls"));

        Assert.Equal((3, 0), ((int?)calls["total"], (int?)calls["leaks"]));
        Assert.Equal(["umbrella GET 2", "postex GET 1"], calls["counts"]!.AsArray()
            .Select(one => $"{one!["system"]} {one["method"]} {one["count"]}"));
        await Status(HttpStatusCode.NoContent, sandbox.Control("DELETE", "calls"));
        Assert.Empty(sandbox.Server.Calls);
    }

    [Fact]
    public async Task Code_WhereNoneMayStand_IsCountedAsALeak()
    {
        await using var sandbox = await StartAsync();
        await Status(HttpStatusCode.Accepted, sandbox.Postex("POST", "generators/263/raw", PostexSandboxTests.Letter("R-1")));
        Assert.DoesNotContain(sandbox.Server.Calls, call => call.Leaks);
        await Status(HttpStatusCode.OK, sandbox.Postex("GET", "generator-sessions?reference=KANARIE-AAAABBBB"));
        Assert.True(sandbox.Server.Calls[^1].Leaks);
    }

    [Fact]
    public async Task Change_AtTheSource_IsWhatTheSystemsAnswerNext()
    {
        await using var sandbox = await StartAsync();
        var number = NumberOf("D22");
        var klant = await sandbox.Customer(number);
        foreach (var change in new object[]
        {
            new { kind = "contact", relatienummer = number, detailSoort = "PRI", waarde = "nieuw@mail.example" },
            new { kind = "arrangement", relatienummer = number, status = "AAN" },
            new { kind = "flag", relatienummer = number, detailSoort = "CUR" },
            new { kind = "preference", relatienummer = number, channel = "email", email = "nieuw@mail.example" },
            new { kind = "code", relatienummer = number, days = 2 },
            new { kind = "sign-in", relatienummer = number },
        })
            await Status(HttpStatusCode.NoContent, sandbox.Control("POST", "change", change));

        var person = await sandbox.Person(number);
        var party = await Json(sandbox.Viewpoint("GET", "brg/v4/relaties/" + (string?)person["id"]));
        Assert.Equal("nieuw@mail.example", Assert.Single(
            party["contactgegevens"]!.AsArray().Select(one => (string?)one!["waarde"]), value => value!.Contains('@')));
        Assert.Single((await Json(
            sandbox.Viewpoint("GET", "inc/v4/betalingsregelingen?overeenkomst.id=" + person["overeenkomsten"]![0]))).AsArray());
        Assert.Single((await Json(sandbox.Viewpoint("GET", "brg/v4/signaleringen?relatie.id=" + (string?)person["id"])))
            .AsArray());
        Assert.Equal("email", (string?)(await Json(sandbox.Postex("GET", $"recipients/{number}/preferences")))["channel"]);
        var account = await Json(sandbox.Umbrella("GET", $"klanten/{klant}/account"));
        Assert.Equal(("GEA", false), ((string?)account["status"], (bool?)account["activatiecodeAanwezig"]));
        Assert.Empty(sandbox.Server.Ledger);
    }

    [Fact]
    public async Task Change_OfAnyMessage_AddsAndMerges()
    {
        await using var sandbox = await StartAsync();
        var agreement = (string)(await sandbox.Person(NumberOf("D22")))["overeenkomsten"]![0]!;
        await Status(HttpStatusCode.NoContent, sandbox.Control("POST", "change",
            new { kind = "merge", resource = "overeenkomsten", id = agreement, merge = new { status = new { code = "BEE" } } }));
        await Status(HttpStatusCode.NoContent, sandbox.Control("POST", "change",
            new { kind = "add", resource = "betalingsregelingen", message = new { overeenkomst = new { id = agreement } } }));

        Assert.Equal("BEE", (string?)(
            await Json(sandbox.Control("GET", "state/viewpoint/overeenkomsten/" + agreement)))["status"]!["code"]);
        Assert.Single((await Json(sandbox.Viewpoint("GET", "inc/v4/betalingsregelingen?overeenkomst.id=" + agreement)))
            .AsArray());
        await Status(HttpStatusCode.BadRequest,
            sandbox.Control("POST", "change", new { kind = "contact", relatienummer = "1", detailSoort = "PRI" }));
        await Status(HttpStatusCode.BadRequest, sandbox.Control("POST", "change", new { kind = "wonder" }));
    }

    [Fact]
    public async Task Change_Another_SettlesOneMoreLikeTheSeededOne()
    {
        await using var sandbox = await StartAsync();
        var (like, number) = (NumberOf("D17", "no account; privé is empty: correct it"), "900001");
        var another = new { kind = "another", relatienummer = like, @as = number };
        await Status(HttpStatusCode.NoContent, sandbox.Control("POST", "change", another));

        var (old, person) = (await sandbox.Person(like), await sandbox.Person(number));
        var id = (string)person["id"]!;
        Assert.Equal(old["naam"] + "jaaaab", (string?)person["naam"]);
        Assert.Equal(old["dossiers"]!.AsArray().Count, person["dossiers"]!.AsArray().Count);
        var agreement = await Json(sandbox.Control("GET", "state/viewpoint/overeenkomsten/" + person["overeenkomsten"]![0]));
        Assert.NotEqual((string?)old["overeenkomsten"]![0], (string?)agreement["id"]);
        Assert.Equal(id, (string?)agreement["relaties"]![0]!["id"]);
        Assert.Single((await Json(sandbox.Viewpoint("GET", "brg/v4/signaleringen?relatie.id=" + id))).AsArray());
        var administrators = "brg/v4/relaties?rollen.soort.code=BWI&rollen.rolRelatie.id=" + id;
        Assert.Single((await Json(sandbox.Viewpoint("GET", administrators))).AsArray());
        Assert.Single((await Json(sandbox.Umbrella("GET", $"klanten?relatienummer={number}"))).AsArray());
        await Status(HttpStatusCode.BadRequest, sandbox.Control("POST", "change", another));
        await Status(HttpStatusCode.BadRequest, sandbox.Control("POST", "change", another with { @as = "1" }));
    }

    [Fact]
    public async Task Faults_AboutSomebody_MeetNobodyElse()
    {
        await using var sandbox = await StartAsync();
        List<string> about = ["300110"];
        await Status(HttpStatusCode.OK, sandbox.Control("POST", "faults", new { fault = "error-before", about, times = 0 }));

        await Status(HttpStatusCode.OK, sandbox.Umbrella("GET", "klanten?relatienummer=300100"));
        await Status(HttpStatusCode.InternalServerError, sandbox.Umbrella("GET", "klanten?relatienummer=300110"));
    }

    [Fact]
    public async Task Reset_StartsAfresh()
    {
        await using var sandbox = await StartAsync();
        var klant = await sandbox.Customer(NumberOf("D22", "no account"));
        await Status(HttpStatusCode.Created, sandbox.Umbrella("POST", $"klanten/{klant}/account", new { }, "k1"));
        await Status(HttpStatusCode.NoContent, sandbox.Control("POST", "reset"));

        Assert.Empty(sandbox.Server.Calls);
        Assert.Empty((await Json(sandbox.Control("GET", "ledger"))).AsArray());
        await Problem(HttpStatusCode.NotFound, "geen-account", sandbox.Umbrella("GET", $"klanten/{klant}/account"));
        await Status(HttpStatusCode.Created, sandbox.Umbrella("POST", $"klanten/{klant}/account", new { }, "k1"));
    }

    [Fact]
    public async Task Ledger_OverHttp_IsTheLedger()
    {
        await using var sandbox = await StartAsync();
        await Status(HttpStatusCode.Accepted, sandbox.Postex("POST", "generators/263/raw", PostexSandboxTests.Letter("R-1")));
        var entry = Assert.Single((await Json(sandbox.Control("GET", "ledger"))).AsArray())!;
        Assert.Equal((1, "postex", SandboxEffects.DispatchLetter, "R-1", 3), ((int?)entry["sequence"], (string?)entry["system"],
            (string?)entry["effect"], (string?)entry["reference"], entry["recipient"]!.AsArray().Count));
    }

    [Fact]
    public async Task Process_OfItsOwn_TellsItsAddressesAndEndsWhenTold()
    {
        using var ends = new CancellationTokenSource();
        using var output = new StringWriter();
        var running = SandboxProcess.RunAsync(new(), TimeProvider.System, output, ends.Token);
        await Waiting.ForAsync("the addresses", () => output.ToString().Contains("control", StringComparison.Ordinal));

        Assert.Matches(@"^umbrella http://127\.0\.0\.1:\d+/umbrella/\n", output.ToString());
        await ends.CancelAsync();
        await running;
    }
}
