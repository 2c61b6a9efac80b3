using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Integrations.Resilience;

/// <summary>
/// Answers that come, and cannot be used: cut off, too slow, too long, too deep, not JSON, incomplete, about another. A change
/// has happened then, and is not known to have.
/// </summary>
public sealed class AnswerFaultTests
{
    private static readonly IReadOnlyList<SystemCall> Answered =
        [.. SystemCall.All.Where(call => call.Name is not ("delete account" or "block account" or "unblock account"))];

    /// <summary>Fault; why it cannot be used; attempts of a call that may be repeated.</summary>
    public static TheoryData<string, string, int> Faults => new()
    {
        { "half a body", "Unreachable", 2 },
        { "slow drip", "Unreachable", 2 },
        { "malformed", "Nonsense", 1 },
        { "oversize", "Nonsense", 1 },
        { "too deep", "Nonsense", 1 },
        { "missing fields", "Nonsense", 1 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task EveryCall_UnusableAnswer_IsNoAnswer(string fault, string why, int attempts)
    {
        var ends = await SystemCall.MakeAllAsync(Answered, fault);

        Assert.Equal(Answered.Select(call => (
            call.Name,
            call.Kind is CallKind.Read ? $"not answered: {why}" : $"unknown: {why}",
            call.Kind is CallKind.Change ? 1 : attempts,
            call.Effect is null ? 0 : 1)), ends);
    }

    [Fact]
    public async Task EveryCall_AnswerAboutAnother_IsNonsense()
    {
        // The answer to an activation names no customer that could be compared.
        SystemCall[] calls = [.. Answered.Where(call => call.Name != "activate account")];

        var ends = await SystemCall.MakeAllAsync(calls, "wrong subject");

        Assert.Equal(
            calls.Select(call => (call.Name, call.Kind is CallKind.Read ? "not answered: Nonsense" : "unknown: Nonsense", 1)),
            ends.Select(end => (end.Name, end.End, end.Sent)));
    }

    [Theory]
    [InlineData("timeout after")]
    [InlineData("500 after")]
    [InlineData("reset after")]
    [InlineData("half a body")]
    [InlineData("500 before")]
    [InlineData("timeout before")]
    public async Task KeyedChange_AnswerLostOnce_IsDoneOnce(string fault)
    {
        await using var systems = await Systems.StartAsync();

        foreach (var call in SystemCall.All.Where(call => call.Kind is CallKind.KeyedChange))
            Assert.Equal((call.Name, ("done", 2, 1)), (call.Name, await call.MakeAsync(systems, fault, times: 1)));
    }

    [Theory]
    [InlineData("timeout after")]
    [InlineData("500 after")]
    public async Task KeyedChange_KeysNotHonoured_IsSentOnce(string fault)
    {
        await using var systems = await Systems.StartAsync(
            new() { Umbrella = new() { HonourKeys = false } }, ("Umbrella:Recovery:Create", "None"),
            ("Umbrella:Recovery:Activate", "None"));

        foreach (var call in SystemCall.All.Where(call => call.Kind is CallKind.KeyedChange))
            Assert.Equal(
                (call.Name, ("unknown: Unreachable", 1, 1)), (call.Name, await call.MakeAsync(systems, fault, times: 1)));
    }

    [Fact]
    public async Task Read_AnswerLostOnce_IsAnswered()
    {
        await using var systems = await Systems.StartAsync();

        foreach (var call in SystemCall.All.Where(call => call.Kind is CallKind.Read))
            Assert.Equal((call.Name, ("answered", 2, 0)), (call.Name, await call.MakeAsync(systems, "half a body", times: 1)));
    }
}
