using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Tools;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// How many branches of the domain its own tests take, and which they leave. Code that the compiler generated is not counted.
/// </summary>
internal static partial class CoverageBenchmark
{
    private const string Domain = "ActivationWizard.Domain";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static async Task RunAsync(TextWriter output)
    {
        using var folder = new TemporaryFolder();
        var report = folder["coverage.xml"];
        // In a process of its own: what is measured must not have been loaded yet.
        var tests = await CommandLine.RunAsync("dotnet",
        [
            typeof(CoverageBenchmark).Assembly.Location, "--no-install", "--filter-namespace", "ActivationWizard.Tests.Domain*",
            "--coverage", "--coverage-output-format", "cobertura", "--coverage-output", report,
        ], Limit);
        if (!tests.Succeeded)
            await output.WriteLineAsync($"Not every test passed: {tests.Reason}");
        if (!File.Exists(report))
            return;

        var lines = Branches(XDocument.Load(report));
        foreach (var (place, taken, all) in lines.Where(one => one.Taken < one.All))
            await output.WriteLineAsync($"{place}: {taken} of {all}");
        var (sum, of) = (lines.Sum(one => one.Taken), lines.Sum(one => one.All));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{Domain}: {100.0 * sum / of:0.00} % of the branches, {sum} of {of}"));
    }

    // A line of a generic or an iterator is reported once per class that the compiler made of it.
    private static List<(string Place, int Taken, int All)> Branches(XDocument report) =>
    [
        .. from package in report.Descendants("package")
           where (string?)package.Attribute("name") == Domain
           from one in package.Descendants("class")
           where !((string)one.Attribute("filename")!).EndsWith(".g.cs", StringComparison.Ordinal)
           from line in one.Elements("lines").Elements("line")
           let covered = Covered().Match((string?)line.Attribute("condition-coverage") ?? "")
           where covered.Success
           group (Taken: Number(covered, 1), All: Number(covered, 2))
               by (File: (string)one.Attribute("filename")!, Line: (int)line.Attribute("number")!) into place
           orderby place.Key.File, place.Key.Line
           select ($"{Path.GetFileName(place.Key.File)}:{place.Key.Line}", place.Sum(one => one.Taken),
               place.Sum(one => one.All)),
    ];

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\((\d+)/(\d+)\)")]
    private static partial Regex Covered();
}
