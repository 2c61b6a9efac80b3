using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>Each planted mistake makes the check fail, in the column where it belongs.</summary>
public sealed class TeethTests
{
    public static TheoryData<string> Mistakes => [.. TeethCells.All.Select(tooth => tooth.Mistake.ToString())];

    [Theory]
    [Nightly("a check changes seldom, and each mistake takes an app of its own")]
    [MemberData(nameof(Mistakes))]
    public async Task Check_PlantedMistake_IsFound(string mistake)
    {
        var tooth = TeethCells.All.Single(one => one.Mistake.ToString() == mistake);
        await using var world = await FaultWorld.StartAsync();

        var row = await tooth.RunAsync(world);

        Assert.True(row.Cells > 0);
        Assert.Contains(row.Findings, one => one.Harm == tooth.Harm);
    }

    [Fact]
    public void Mistakes_AllOfThem_ArePlanted() =>
        Assert.Equal(Enum.GetValues<Mistake>().Where(one => one is not Mistake.None),
            TeethCells.All.Select(tooth => tooth.Mistake).Order());
}
