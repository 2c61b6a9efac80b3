using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>Every cell of the suite, part by part; <see cref="TeethTests"/> has the planted mistakes.</summary>
[Nightly("5,000 cells take an hour")]
public sealed class WholeSuiteTests
{
    public static TheoryData<string> Parts => [.. FaultSuite.Parts.Where(part => part is not "teeth")];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Part_EveryCell_FindsNothing(string part)
    {
        var report = new FaultReport(Console.Out);

        await FaultSuite.RunPartAsync(part, seed: null, report);

        FaultPart.Note(report.Rows);
        Assert.NotEmpty(report.Rows);
        Assert.All(report.Rows, row => Assert.Empty(row.Findings));
    }
}
