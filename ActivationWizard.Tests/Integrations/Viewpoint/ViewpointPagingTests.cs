using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.Faults;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

public sealed class ViewpointPagingTests
{
    [Fact]
    public async Task Lists_LongerThanAPage_AreReadToTheEnd()
    {
        await using var bench = await ViewpointBench.StartAsync(new SandboxOptions { Viewpoint = new() { PageSize = 2 } });
        var party = await bench.PartyAsync("D22");
        var statuses = new[] { "ACT", "PAS", "VER", "ACT", "PAS" };
        foreach (var status in statuses)
            await bench.ChangeAsync(new { kind = "flag", relatienummer = NumberOf("D22"), detailSoort = "BEZ", status });

        var flags = Answer(await bench.Viewpoint.FlagsAsync(party, ViewpointBench.Cancellation));

        Assert.Equal(statuses, flags.Select(flag => flag.Status!.Code));
        Assert.Equal(3, bench.Server.Calls.Count(call => call.Path.EndsWith("signaleringen", StringComparison.Ordinal)));
        Assert.Empty(bench.Vera.Violations);
    }

    [Fact]
    public async Task Lists_LaterPageIsSilent_AreNoAnswer()
    {
        await using var bench = await ViewpointBench.StartAsync(new SandboxOptions { Viewpoint = new() { PageSize = 1 } });
        var tenant = await bench.PartyAsync("D17", "former");
        bench.Server.Script(new() { Fault = FaultKind.ErrorBefore, After = 1, System = "viewpoint" });
        Silent(FailureReason.Unreachable,
            await bench.Viewpoint.PartiesActingForAsync(tenant, "BWI", ViewpointBench.Cancellation));
    }
}
