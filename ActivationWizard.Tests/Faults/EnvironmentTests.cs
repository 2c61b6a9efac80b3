using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>The disk, the database or the systems fail for a while; and the process dies between two system calls.</summary>
public sealed class EnvironmentTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("disk full")]
    [InlineData("database locked")]
    public async Task Trouble_ThatEnds_LosesNothingAndDoesNothingTwice(string name)
    {
        var trouble = EnvironmentCells.OnSqlite.Single(one => one.Name == name);
        Assert.SkipWhen(trouble.NeedsStrace && Strace.Problem is not null, Strace.Problem ?? "");

        var row = await EnvironmentCells.RunAsync(trouble, []);

        output.WriteLine(FaultTable.Of([row]));
        Assert.Empty(row.Findings);
    }

    [Fact]
    public async Task Killed_AtASystemCall_NothingIsLostAndNothingTwice()
    {
        Assert.SkipWhen(Strace.Problem is not null, Strace.Problem ?? "");
        await using var world = await FaultWorld.StartAsync();

        var row = await SweepCells.SweepAsync(world, RouteCase.Named("letter"), "pwrite64", from: 1, most: 4, step: 7);

        output.WriteLine(FaultTable.Of([row]));
        Assert.Empty(row.Findings);
        Assert.True(row.Cells > 0, "no point was reached");
    }
}
