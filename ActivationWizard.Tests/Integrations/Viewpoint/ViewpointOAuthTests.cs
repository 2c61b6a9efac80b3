using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.Basics;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>The other way in: OAuth2 client credentials.</summary>
public sealed class ViewpointOAuthTests
{
    private static readonly (string, string?)[] Client =
    [
        ("ApiKey", null),
        ("ClientId", new ViewpointSandboxOptions().ClientId),
        ("ClientSecret", new ViewpointSandboxOptions().ClientSecret),
    ];

    [Fact]
    public async Task Token_IsAskedForOnceAndKept()
    {
        await using var bench = await StartAsync(settings: Client);
        var party = await bench.PartyAsync("D22");

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bench.Viewpoint.ReadPartyAsync(party, Cancellation)));

        Assert.All(replies, reply => Assert.NotNull(Answer(reply)));
        Assert.Equal(1, Tokens(bench));
        Assert.Empty(bench.Vera.Violations);
    }

    [Theory]
    [InlineData(3600, 3500, 1)]
    [InlineData(3600, 3545, 2)]
    [InlineData(60, 25, 1)]
    [InlineData(60, 31, 2)]
    public async Task Token_ShortlyBeforeItExpires_IsReplaced(int lifetime, int later, int tokens)
    {
        var clock = FixedTime.Clock();
        var options = new SandboxOptions { Viewpoint = new() { TokenLifetime = TimeSpan.FromSeconds(lifetime) } };
        await using var bench = await StartAsync(options, clock, Client);
        var party = await bench.PartyAsync("D22");
        Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation));

        clock.Advance(TimeSpan.FromSeconds(later));
        Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation));

        Assert.Equal(tokens, Tokens(bench));
    }

    [Fact]
    public async Task Token_Refused_IsReplacedOnceEvenForAnEffect()
    {
        await using var bench = await StartAsync(settings: Client);
        var party = await bench.PartyAsync("D22");
        bench.Server.Script(new() { Fault = FaultKind.Unauthorized, Method = "POST", Path = "/brg/**" });

        Assert.IsType<EffectOutcome<NoResult>.Done>(await RegisterAsync(bench, party));

        Assert.Single(bench.Server.Ledger);
        Assert.Equal(2, Tokens(bench));
    }

    [Fact]
    public async Task Token_RefusedAgain_IsNotAllowed()
    {
        await using var bench = await StartAsync(settings: Client);
        bench.Script(FaultKind.Unauthorized, "/brg/**");
        Silent(FailureReason.NotAllowed, await bench.Viewpoint.ReadPartyAsync("1", Cancellation));
        Assert.Equal((2, 2), (Tokens(bench), bench.Server.Calls.Count(call => call.Path == "/brg/v4/relaties/1")));
    }

    [Theory]
    [InlineData("ClientSecret", "onjuist")]
    [InlineData("Scope", "BRG.Alles.Read")]
    public async Task Client_ThatIsNotLetIn_IsNotAllowedAndSendsNothing(string key, string value)
    {
        await using var bench = await StartAsync(settings: [.. Client, (key, value)]);
        Silent(FailureReason.NotAllowed, await bench.Viewpoint.ReadPartyAsync("1", Cancellation));
        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.NotAllowed), await RegisterAsync(bench, "1"));
        Assert.All(bench.Server.Calls.Where(call => call.System == "viewpoint"), call => Assert.Equal("/oauth/token", call.Path));
    }

    [Fact]
    public async Task Scope_ThatIsTooNarrow_IsNotAllowed()
    {
        await using var bench = await StartAsync(settings: [.. Client, ("Scope", "BRG.Relaties.Read")]);
        var party = await bench.PartyAsync("D22");
        Assert.NotNull(Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation)));
        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.NotAllowed), await RegisterAsync(bench, party));
    }

    [Theory]
    [InlineData(FaultKind.ErrorBefore)]
    [InlineData(FaultKind.ResetBefore)]
    [InlineData(FaultKind.HalfBody)]
    [InlineData(FaultKind.TimeoutBefore)]
    [InlineData(FaultKind.LoginPage)]
    [InlineData(FaultKind.MalformedJson)]
    [InlineData(FaultKind.Redirect)]
    [InlineData(FaultKind.TooManyRequests)]
    [InlineData(FaultKind.NotFoundHtml)]
    [InlineData(FaultKind.Oversize)]
    public async Task Token_ThatCannotBeHad_LeavesTheEffectNotDone(FaultKind fault)
    {
        await using var bench = await StartAsync(settings: Client);
        var party = await bench.PartyAsync("D22");
        bench.Script(fault, "/oauth/token");
        Silent(FailureReason.Unreachable, await bench.Viewpoint.ReadPartyAsync(party, Cancellation));
        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.Unreachable), await RegisterAsync(bench, party));
        bench.Server.ClearFaults();
        Assert.NotNull(Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation)));
    }

    private static int Tokens(ViewpointBench bench) => bench.Server.Calls.Count(call => call.Path == "/oauth/token");

    private static Task<EffectOutcome<NoResult>> RegisterAsync(ViewpointBench bench, string party) =>
        bench.Viewpoint.RegisterContactAsync(
            new ContactRecord(Key(), party, ContactSubject.CodeByEmail, Channel.Mailbox, FixedTime.Start, null), Cancellation);
}
