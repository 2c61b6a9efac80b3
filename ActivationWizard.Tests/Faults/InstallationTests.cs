using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>Two installations on the same systems.</summary>
public sealed class InstallationTests
{
    [Fact]
    public async Task SecondInstallation_LetterAndReply_NeitherTakesTheOthersForItsOwn()
    {
        var report = new FaultReport(TextWriter.Null);

        await InstallationCells.RunAsync(report, [RouteCase.Named("letter"), RouteCase.Named("refusal")]);

        foreach (var row in report.Rows)
            FaultPart.Note(row);
        Assert.Empty(report.Rows.SelectMany(row => row.Findings));
        Assert.All(report.Rows, row => Assert.Equal(0, row.ForPerson));
    }

    [Theory]
    [NightlyData(false)]
    [InlineData(true)]
    public async Task WentBack_ToABoundaryOfAnEffect_NothingIsDoneTwice(bool byHand)
    {
        await using var world = await FaultWorld.StartAsync();
        KillCell[] cells =
        [
            .. KillCell.Once.Where(cell => cell.Route.Name is "letter" or "refusal, block" or "e-mail, new code")
                .Where((_, at) => at % 8 == (byHand ? 1 : 3)),
        ];

        var row = await RestoredCells.RunAsync(world, cells, byHand);

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
    }

    [Fact]
    public async Task Postex_LooksAtNoReference_NoLetterGoesTwice()
    {
        await using var world = await FaultWorld.StartAsync(
            new() { [FaultHostSettings.JustBegun] = "Yes" }, new() { ["Sandbox:PostexKeepsReferences"] = "No" });
        CallCell[] cells =
        [
            .. CallCell.All.Where(cell => cell is { Before: null, Call.Method: "POST", Fault.Fault: FaultKind.TimeoutAfter or
                FaultKind.TimeoutBefore or FaultKind.ErrorAfter } && cell.Call.Path.EndsWith("raw", StringComparison.Ordinal)),
        ];

        var row = await CallCells.RunAsync("no reference kept", world, cells);

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
        Assert.NotEmpty(cells);
        Assert.Equal(cells.Length, row.ForPerson);
    }
}
