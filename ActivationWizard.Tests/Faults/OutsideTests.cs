using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>
/// Systems whose certificate cannot be trusted any more, and clocks that are put right or wrong, while cases are under way.
/// </summary>
[Nightly("certificates and clocks: cells that take minutes")]
public sealed class OutsideTests
{
    [Fact]
    public Task Tls_FailsMidway_IsAsIfNotReached() => HoldsAsync(world => TlsCells.RunAsync(world, "not trusted"));

    [Fact]
    public Task Clock_PutBackWhileCasesAreUnderWay_NobodyWaitsForTheOldTime() =>
        HoldsAsync(async world =>
            await ClockCells.WhileUnderWayAsync(world, TimeSpan.FromHours(-2)) with { Name = "clock two hours back" });

    [Fact]
    public Task Clock_MovedBetweenADeathAndTheNextStart_NobodyWaitsForTheOldTime() =>
        HoldsAsync(async world =>
            await ClockCells.BetweenTwoLivesAsync(world, TimeSpan.FromHours(2), every: 13) with
            {
                Name = "clock two hours forward",
            });

    private static async Task HoldsAsync(Func<FaultWorld, Task<FaultRow>> run)
    {
        await using var world = await FaultWorld.StartAsync();

        var row = await run(world);

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
    }
}
