using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>Two cases for one tenant, two employees, two tabs, two instances, a process that is told to end.</summary>
public sealed class TogetherTests
{
    [Fact]
    public Task TwoCases_OfOneTenant_ActOneAfterTheOther() => HoldsAsync(world => TogetherCells.OneTenantAsync(world, 4));

    [Fact]
    [Nightly("apps of its own; the whole suite has it")]
    public Task Clicks_OfSeveralPeopleAtOnce_CountOnce() => HoldsAsync(TogetherCells.ManyClicksAsync);

    [Fact]
    public Task Instances_OnOneDatabase_ShareTheCases() => HoldsAsync(TogetherCells.TwoInstancesAsync);

    [Fact]
    [Nightly("a lease has to end, in real time; the whole suite has it")]
    public Task Instance_FrozenAndWokenUp_DoesNotActOnWhatItHad() => HoldsAsync(TogetherCells.FrozenAsync);

    private static async Task HoldsAsync(Func<FaultWorld, Task<FaultRow>> run)
    {
        await using var world = await FaultWorld.StartAsync();

        var row = await run(world);

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
    }
}
