using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Integrations.Mailbox.Graph;

/// <summary>
/// Each call of a reply × fault over a real socket: how it ends, how often it was sent, and how many mails left. A question is
/// put once more, a change never.
/// </summary>
public sealed class GraphFaultTests
{
    private const string Lost = "unknown: Unreachable";
    private const string Nonsense = "unknown: Nonsense";

    /// <summary>Fault; end of a look; end of a change; attempts of a look; whether a change happens.</summary>
    public static TheoryData<string, string, string, int, bool> Faults => new()
    {
        { "timeout before", "Unreachable", Lost, 2, false },
        { "timeout after", "Unreachable", Lost, 2, true },
        { "500 before", "Unreachable", Lost, 2, false },
        { "500 after", "Unreachable", Lost, 2, true },
        { "503", "Unreachable", Lost, 2, false },
        { "reset before", "Unreachable", Lost, 2, false },
        { "reset after", "Unreachable", Lost, 2, true },
        { "429 at once", "Unreachable", "not done: Unreachable", 2, false },
        { "429 a date", "Unreachable", "not done: Unreachable", 2, false },
        { "429 absent", "Unreachable", "not done: Unreachable", 2, false },
        { "429 tomorrow", "Unreachable", "not done: Unreachable", 1, false },
        { "429 absurd", "Unreachable", "not done: Unreachable", 2, false },
        { "403", "NotAllowed", "not done: NotAllowed", 1, false },
        { "redirect", "Nonsense", Nonsense, 1, false },
        { "login page", "Nonsense", Nonsense, 1, false },
        { "404 html", "Nonsense", Nonsense, 1, false },
        { "409", "Nonsense", "refused: conflict", 1, false },
    };

    /// <summary>Faults of an answer that has a body; a sending has none.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "half a body", "Unreachable" },
        { "malformed", "Nonsense" },
        { "oversize", "Nonsense" },
        { "too deep", "Nonsense" },
        { "missing fields", "Nonsense" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Send_Fault_EndsAsThePolicySays(string fault, string look, string change, int attempts, bool happens)
    {
        _ = (look, attempts);
        await using var bench = await GraphBench.StartAsync();
        var mail = GraphBench.To() with { Draft = await bench.DraftAsync() };
        bench.Server.Script(FaultRules.Of(fault) with { Method = "POST", Path = "/v1.0/users/*/messages/*/send" });

        Assert.Equal(change, Systems.Said(await bench.Mailbox.SendAsync(mail, GraphBench.Cancellation)));

        Assert.Single(bench.Server.Calls, call => call.Path.EndsWith("/send", StringComparison.Ordinal));
        Assert.Equal(happens ? 1 : 0, bench.Sent.Count);
        LogChecks.NothingPersonal(bench.Log);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Draft_Fault_EndsAsThePolicySaysAndNothingLeaves(
        string fault, string look, string change, int attempts, bool happens)
    {
        _ = (look, attempts);
        await using var bench = await GraphBench.StartAsync();
        bench.Server.Script(FaultRules.Of(fault) with { Method = "POST", Path = "/v1.0/users/*/messages" });

        Assert.Equal(change, Systems.Said(await bench.Mailbox.DraftAsync(GraphBench.To(), GraphBench.Cancellation)));

        Assert.Equal(happens ? 1 : 0, (await bench.MailsAsync()).Count);
        Assert.Empty(bench.Sent);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Find_Fault_IsNoAnswer(string fault, string look, string change, int attempts, bool happens)
    {
        _ = (change, happens);
        await using var bench = await GraphBench.StartAsync();
        var draft = await bench.DraftAsync();
        var before = bench.Server.Calls.Count;
        bench.Server.Script(FaultRules.Of(fault) with { Method = "GET" });

        Assert.Equal($"not answered: {look}", Systems.Said(await bench.FindAsync(draft)));
        Assert.Equal(attempts, bench.Server.Calls.Count - before);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Find_BrokenBody_IsNoAnswer(string fault, string why)
    {
        await using var bench = await GraphBench.StartAsync();
        var draft = await bench.DraftAsync();
        bench.Server.Script(FaultRules.Of(fault) with { Method = "GET" });

        Assert.Equal($"not answered: {why}", Systems.Said(await bench.FindAsync(draft)));
    }

    [Theory]
    [InlineData("isDraft")]
    [InlineData("toRecipients")]
    public async Task Send_DraftThatDoesNotSayWhatItIs_IsNotSent(string missing)
    {
        await using var bench = await GraphBench.StartAsync();
        var mail = GraphBench.To() with { Draft = await bench.DraftAsync() };
        bench.Server.Script(new() { Fault = FaultKind.MissingFields, Fields = [missing], Method = "GET", Times = 0 });

        Assert.IsNotType<EffectOutcome<NoResult>.Done>(await bench.Mailbox.SendAsync(mail, GraphBench.Cancellation));

        Assert.Empty(bench.Sent);
    }

    [Fact]
    public async Task Send_MarkIsLost_TheDraftIsUsedAgain()
    {
        await using var bench = await GraphBench.StartAsync();
        bench.Server.Script(new() { Fault = FaultKind.TooManyRequests, Method = "PATCH" });

        Assert.Equal(Lost, Systems.Said(await bench.Mailbox.DraftAsync(GraphBench.To(), GraphBench.Cancellation)));
        Assert.Equal("done", Systems.Said(await bench.SendAsync()));

        Assert.Equal(["Verzonden items: Uw aanvraag"], await bench.MailsAsync());
    }
}
