using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>
/// Faults and deaths together, as chance has it: always the same forty here, a thousand others with <c>--faults random</c>.
/// </summary>
public sealed class RandomTests
{
    private const int FirstSeed = 20_261_123;

    [Fact]
    [Nightly("chance finds little in one run; a thousand cells of the suite beside it")]
    public async Task Combination_OfFaultsAndDeaths_NothingIsLostAndNothingTwice()
    {
        await using var world = await FaultWorld.StartAsync();

        var row = await RandomCells.RunAsync(world, FirstSeed, 40, new FaultReport(TextWriter.Null));

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
    }

    [Fact]
    public void Cell_OfTheSameSeed_IsTheSame() => Assert.Equal(RandomCell.Of(7).ToString(), RandomCell.Of(7).ToString());
}
