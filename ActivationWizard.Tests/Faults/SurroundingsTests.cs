using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>Machines of other countries, and one that is told to stop while everybody is at work.</summary>
[Nightly("an app of its own for each language, and fifty circuits")]
public sealed class SurroundingsTests
{
    public static TheoryData<string, string> Machines
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (language, zone) in SurroundingsCells.All)
                all.Add(language, zone);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task Routes_OnAMachineOfAnotherLanguageAndZone_GoAsEverywhere(string language, string zone)
    {
        var row = await SurroundingsCells.ElsewhereAsync(language, zone);

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
    }

    [Fact]
    public async Task Sigterm_WithTwentyEffectsAndFiftyCircuits_EndsInOrderAndLosesNothing()
    {
        var (row, exitCode) = await SurroundingsCells.ToldToEndAsync();

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
        Assert.Equal(0, exitCode);
    }
}
