using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>
/// The app is killed with SIGKILL in the middle of effects; the next one goes on. Every effect of every route, at the boundaries
/// in turn; the whole is <c>--faults</c>.
/// </summary>
public sealed class KillTests
{
    [Fact]
    public async Task Killed_InEveryEffect_NothingIsLostAndNothingTwice()
    {
        await using var world = await FaultWorld.StartAsync();
        var boundaries = Enum.GetValues<Boundary>();
        var cells = KillCell.Once.GroupBy(cell => (cell.Route, cell.Effect))
            .Select((same, at) => same.Single(cell => cell.First == boundaries[at % boundaries.Length]))
            .ToList();

        var row = await KillCells.RunAsync("killed once", world, cells);

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
        Assert.Equal(cells.Count, row.Cells);
    }

    [Fact]
    [Nightly("two lives more; the first death of every effect is tried every day")]
    public async Task Killed_AndAgainInTheRecovery_NothingIsLostAndNothingTwice()
    {
        await using var world = await FaultWorld.StartAsync();
        var cells = KillCell.Twice.Where((_, at) => at % 23 is 0).Take(50).ToList();

        var row = await KillCells.RunAsync("killed twice", world, cells);

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
        Assert.True(row.Cells > 0);
    }
}
