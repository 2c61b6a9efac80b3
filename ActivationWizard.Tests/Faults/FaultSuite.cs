using System.Diagnostics;
using System.Globalization;
using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>
/// The whole fault suite, <c>--faults</c>, or a part of it, <c>--faults NAME</c>. Prints its table; the exit code says whether
/// every column is 0.
/// </summary>
internal static class FaultSuite
{
    /// <summary>The fewest random combinations of a full run.</summary>
    private const int RandomCombinations = 1000;

    /// <summary>A part that takes longer hangs: that is a finding, and the others still get their turn.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private static readonly Dictionary<string, Func<int?, FaultReport, Task>> ByName = new()
    {
        ["kill"] = (_, report) => KillAsync("killed once, effect × boundary", KillCell.Once, report),
        ["kill-twice"] = (_, report) => KillAsync("killed again in the recovery", KillCell.Twice, report),
        ["calls"] = (_, report) => CallsAsync(report),
        ["tls"] = (_, report) => TlsCells.RunAsync(report),
        ["downgraded"] = (_, report) => DowngradedCells.RunAsync(report),
        ["environment"] = (_, report) => EnvironmentCells.RunAsync(report),
        ["surroundings"] = (_, report) => SurroundingsCells.RunAsync(report),
        ["clock"] = (_, report) => ClockCells.RunAsync(report),
        ["installations"] = (_, report) => InstallationCells.RunAsync(report, RouteCase.All),
        ["restored"] = (_, report) => RestoredCells.RunAsync(report),
        ["instances"] = (_, report) => InstanceCells.RunAsync(report),
        ["failover"] = (_, report) => FailoverCells.RunAsync(report),
        ["versions"] = (_, report) => VersionCells.RunAsync(report),
        ["upkeep"] = (_, report) => UpkeepCells.RunAsync(report),
        ["together"] = (_, report) => TogetherCells.RunAsync(report),
        ["browser"] = (_, report) => BrowserCells.RunAsync(report),
        ["random"] = RandomAsync,
        ["sweep"] = (_, report) => SweepCells.RunAsync(report),
        ["teeth"] = (_, report) => TeethCells.RunAsync(report),
    };

    /// <summary>The names of the parts.</summary>
    public static IEnumerable<string> Parts => ByName.Keys;

    /// <summary>Runs one part; that it broke off is a finding.</summary>
    public static Task RunPartAsync(string name, int? seed, FaultReport report) =>
        RunAsync(name, () => ByName[name](seed, report), report);

    /// <summary>Runs the part with this name, or all of it; the exit code.</summary>
    public static async Task<int> RunAsync(string name, int? seed, TextWriter output)
    {
        if (name.Length > 0 && !ByName.ContainsKey(name))
        {
            await output.WriteLineAsync($"--faults takes one of: {string.Join(", ", ByName.Keys)}");
            return 1;
        }

        var clock = Stopwatch.StartNew();
        var report = new FaultReport(output);
        foreach (var part in Parts.Where(part => name.Length is 0 || part == name))
            await RunPartAsync(part, seed, report);

        var findings = report.Rows.SelectMany(row => row.Findings).ToList();
        await output.WriteLineAsync(FaultTable.Of(report.Rows));
        foreach (var finding in findings)
            await output.WriteLineAsync(finding.ToString());
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{findings.Count} findings, {clock.Elapsed.TotalMinutes:0.0} minutes"));
        return findings.Count is 0 ? 0 : 2;
    }

    private static async Task RunAsync(string part, Func<Task> run, FaultReport report)
    {
        var clock = Stopwatch.StartNew();
        report.Say($"{part} …");
        try
        {
            await run().WaitAsync(Limit);
        }
        catch (Exception failure)
        {
            var broke = new Finding(Harm.Broken, null, $"{part} broke off: {failure.GetType().Name}: {failure.Message}");
            report.Add(new FaultRow($"{part}, broken off", 0, 0, 0, [broke], TimeSpan.Zero));
            report.Say(failure.ToString());
        }

        report.Say(string.Create(CultureInfo.InvariantCulture, $"{part}: {clock.Elapsed.TotalSeconds:0} s"));
    }

    private static async Task KillAsync(string name, IReadOnlyList<KillCell> cells, FaultReport report)
    {
        await using var world = await FaultWorld.StartAsync();
        foreach (var batch in cells.Chunk(KillCells.AtOnce))
        {
            await world.Sandbox.ResetAsync();
            report.Add(await KillCells.RunAsync(name, world, batch));
        }
    }

    private static async Task CallsAsync(FaultReport report)
    {
        await using var world = await FaultWorld.StartAsync();
        await CallCells.RunAsync("call × fault", world, CallCell.All, told: report.Add);
    }

    private static async Task RandomAsync(int? seed, FaultReport report)
    {
        await using var world = await FaultWorld.StartAsync();
        var first = seed ?? Random.Shared.Next(1_000_000);
        report.Say(
            seed is null ? $"first seed {first}; one of them again: --faults random --seed N" : RandomCell.Of(first).ToString());
        await RandomCells.RunAsync(world, first, seed is null ? RandomCombinations : 1, report);
    }
}
