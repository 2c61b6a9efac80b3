using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>A reply on its way by SMTP, of whose answer nobody heard.</summary>
public sealed class MailTests
{
    [Fact]
    public async Task Reply_KilledBetweenTheTextAndItsAnswer_IsFoundInSentAndNotSentAgain()
    {
        var row = await SubmissionCells.RunAsync(
            SubmissionCell.All.First(cell => cell is { Command: "END", IsSilent: true, CanLook: true }));

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
    }
}
