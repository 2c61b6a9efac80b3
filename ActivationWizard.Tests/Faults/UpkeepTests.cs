using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>A night of retention and a rotation of the master key die midway, beside an app at work, and are run again.</summary>
public sealed class UpkeepTests
{
    [Fact]
    public async Task Command_KilledAtSomeOfItsWrites_GoesOnWhenItIsRunAgain()
    {
        var rows = await UpkeepCells.RunAsync([], [RouteCase.Named("e-mail")], every: 18);

        FaultPart.Note(rows);
        Assert.All(rows, row => Assert.Empty(row.Findings));
        Assert.All(rows, row => Assert.NotEqual(0, row.Cells));
    }
}
