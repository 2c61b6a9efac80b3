using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Integrations.Resilience;

/// <summary>
/// Every call × fault over real sockets: how it ends, how often it was sent, how often it was carried out, and that nothing of
/// it is in the log. The fault meets every attempt; a call that may be repeated is repeated once.
/// </summary>
public sealed class CallFaultTests
{
    private const string Lost = "unknown: Unreachable";
    private const string Nonsense = "unknown: Nonsense";

    /// <summary>Fault; end of a read; end of a change; attempts of a call that may be repeated; effects of a change.</summary>
    public static TheoryData<string, string, string, int, int> Faults => new()
    {
        { "timeout before", "not answered: Unreachable", Lost, 2, 0 },
        { "timeout after", "not answered: Unreachable", Lost, 2, 1 },
        { "500 before", "not answered: Unreachable", Lost, 2, 0 },
        { "500 after", "not answered: Unreachable", Lost, 2, 1 },
        { "503", "not answered: Unreachable", Lost, 2, 0 },
        { "reset before", "not answered: Unreachable", Lost, 2, 0 },
        { "reset after", "not answered: Unreachable", Lost, 2, 1 },
        { "429 at once", "not answered: Unreachable", "not done: Unreachable", 2, 0 },
        { "429 a date", "not answered: Unreachable", "not done: Unreachable", 2, 0 },
        { "429 absent", "not answered: Unreachable", "not done: Unreachable", 2, 0 },
        { "429 tomorrow", "not answered: Unreachable", "not done: Unreachable", 1, 0 },
        { "429 absurd", "not answered: Unreachable", "not done: Unreachable", 2, 0 },
        { "401", "not answered: NotAllowed", "not done: NotAllowed", 1, 0 },
        { "403", "not answered: NotAllowed", "not done: NotAllowed", 1, 0 },
        { "redirect", "not answered: Nonsense", Nonsense, 1, 0 },
        { "login page", "not answered: Nonsense", Nonsense, 1, 0 },
        { "404 html", "not answered: Nonsense", Nonsense, 1, 0 },
        { "409", "not answered: Nonsense", "refused: conflict", 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task EveryCall_Fault_EndsAsThePolicySays(string fault, string read, string change, int attempts, int effects)
    {
        var ends = await SystemCall.MakeAllAsync(SystemCall.All, fault);

        Assert.Equal(SystemCall.All.Select(call => call.Kind switch
        {
            CallKind.Read => (call.Name, read, attempts, 0),
            CallKind.KeyedChange => (call.Name, change, attempts, effects),
            _ => (call.Name, change, 1, effects),
        }), ends);
    }
}
