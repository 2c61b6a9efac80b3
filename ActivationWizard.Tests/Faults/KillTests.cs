using ActivationWizard.Domain;
using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>The app is killed with SIGKILL in the middle of an effect; the next one goes on.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(nameof(Boundary.BeforeRequested))]
    [InlineData(nameof(Boundary.AfterRequested))]
    [InlineData(nameof(Boundary.DuringCall))]
    [InlineData(nameof(Boundary.AfterEffect))]
    [InlineData(nameof(Boundary.AfterAnswer))]
    [InlineData(nameof(Boundary.AfterDone))]
    public async Task Killed_AtTheBoundaryOfEveryEffect_NothingIsLostAndNothingTwice(string boundary)
    {
        await using var world = await FaultWorld.StartAsync();
        var cells = KillCell.Once.Where(cell => cell.First == Enum.Parse<Boundary>(boundary)).ToList();

        var row = await KillCells.RunAsync(boundary, world, cells);

        output.WriteLine(FaultTable.Of([row]));
        Assert.Empty(row.Findings);
        Assert.Equal(cells.Count, row.Cells);
    }
}
