using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>The disk, the database or the systems fail for a while; and the process dies between two system calls.</summary>
[Nightly("each trouble lasts its seconds, three times")]
public sealed class EnvironmentTests
{
    [Theory]
    [InlineData("disk full")]
    [InlineData("database locked")]
    public async Task Trouble_ThatEnds_LosesNothingAndDoesNothingTwice(string name)
    {
        var trouble = EnvironmentCells.OnSqlite.Single(one => one.Name == name);
        Assert.SkipWhen(trouble.NeedsStrace && Strace.Problem is not null, Strace.Problem ?? "");

        var row = await EnvironmentCells.RunAsync(trouble, []);

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
    }

    [Fact]
    public async Task Killed_AtASystemCall_NothingIsLostAndNothingTwice()
    {
        Assert.SkipWhen(Strace.Problem is not null, Strace.Problem ?? "");

        var report = new FaultReport(TextWriter.Null);
        var reached = await SweepCells.SweepAsync(most: 8, report);

        FaultPart.Note(report.Rows);
        Assert.All(report.Rows, row => Assert.Empty(row.Findings));
        Assert.True(reached > 4, "hardly a point was reached");
    }
}
