using System.Text.Json;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Run;
using ActivationWizard.Tests.Kit.Tools;

namespace ActivationWizard.Tests.Mutations;

/// <summary>
/// Plants mistakes in the rules and in what reads the world, one at a time, and sees whether the tests notice. The tool is pinned
/// in <c>.config/dotnet-tools.json</c>; it runs the tests of this project through the door that editors use.
/// </summary>
internal static class MutationSuite
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(2);

    /// <summary>Runs the part of this name, all of them for an empty one; the exit code.</summary>
    public static async Task<int> RunAsync(string name, TextWriter output)
    {
        var parts = MutationPart.All.Where(part => name.Length is 0 || part.Name == name).ToList();
        if (parts.Count is 0)
        {
            await output.WriteLineAsync(
                $"--mutations takes one of: {string.Join(", ", MutationPart.All.Select(part => part.Name))}");
            return 1;
        }

        var isRight = true;
        foreach (var part in parts)
        {
            var report = await RunPartAsync(part);
            await output.WriteLineAsync(report.ToString());
            foreach (var survivor in report.Survivors)
                await output.WriteLineAsync($"  {survivor}");
            isRight &= report.Scores.Values.DefaultIfEmpty(0).Min() >= MutationPart.LowestScore;
        }

        return isRight ? 0 : 1;
    }

    /// <summary>One part; what it took to get no report is in the exception.</summary>
    public static async Task<MutationReport> RunPartAsync(MutationPart part)
    {
        var folder = Path.Combine(Product.Root, "artifacts", "mutations", part.Name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var config = Path.Combine(folder, "stryker-config.json");
        await File.WriteAllTextAsync(config, ConfigOf(part));

        var restored = await RunAsync(Product.Root, null, TimeSpan.FromMinutes(5), "tool", "restore");
        if (!restored.Succeeded)
            throw new InvalidOperationException($"The tool is not there: {restored.Reason}");
        var run = await RunAsync(
            Path.Combine(Product.Root, part.Project), part.Filters, Limit,
            "tool", "run", "dotnet-stryker", "--", "-f", config, "-O", folder, "--skip-version-check");
        var report = Path.Combine(folder, "reports", "mutation-report.json");
        return File.Exists(report)
            ? MutationReport.Read(await File.ReadAllTextAsync(report), part.Project)
            : throw new InvalidOperationException($"No report: {run.Output}");
    }

    private static Task<CommandResult> RunAsync(string folder, string? filters, TimeSpan limit, params string[] arguments) =>
        CommandLine.RunAsync("dotnet", arguments, limit, start =>
        {
            start.WorkingDirectory = folder;
            start.Environment[TestRunArguments.ServedVariable] = filters;
        });

    private static string ConfigOf(MutationPart part) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["stryker-config"] = new Dictionary<string, object>
        {
            ["project"] = $"{part.Project}.csproj",
            ["test-projects"] = new[] { Path.Combine(Product.Root, "ActivationWizard.Tests", "ActivationWizard.Tests.csproj") },
            ["test-runner"] = "mtp",
            ["coverage-analysis"] = "perTest",
            // Two at once wait for each other longer than they gain, and what waits too long counts as noticed.
            ["concurrency"] = 1,
            ["mutate"] = part.Mutate,
            ["reporters"] = new[] { "json" },
        },
    });
}
