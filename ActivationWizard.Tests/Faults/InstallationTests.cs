using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>Two installations on the same systems.</summary>
public sealed class InstallationTests
{
    [Fact]
    public async Task SecondInstallation_LetterReplyAndMail_NeitherTakesTheOthersForItsOwn()
    {
        var report = new FaultReport(TextWriter.Null);

        await InstallationCells.RunAsync(
            report, [RouteCase.Named("letter"), RouteCase.Named("refusal"), RouteCase.Named("e-mail")]);

        foreach (var row in report.Rows)
            FaultPart.Note(row);
        Assert.Empty(report.Rows.SelectMany(row => row.Findings));
        Assert.All(report.Rows, row => Assert.Equal(0, row.ForPerson));
    }
}
