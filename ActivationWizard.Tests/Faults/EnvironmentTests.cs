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

        var report = new FaultReport(TextWriter.Null);
        var reached = await SweepCells.SweepAsync(most: 12, report);

        output.WriteLine(FaultTable.Of(report.Rows));
        Assert.All(report.Rows, row => Assert.Empty(row.Findings));
        Assert.True(reached > 6, "hardly a point was reached");
    }
}
