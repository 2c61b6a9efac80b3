using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>A call goes wrong in each of the ways in which calls go wrong.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task Call_GoesWrong_NothingIsLostAndNothingTwice()
    {
        await using var world = await FaultWorld.StartAsync();

        var row = await CallCells.RunAsync("call × fault", world, [.. CallCell.All.Where((_, at) => at % 12 is 0)]);

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
    }
}
