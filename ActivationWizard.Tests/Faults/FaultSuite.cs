using System.Diagnostics;
using ActivationWizard.Integrations.Sandbox.Faults;
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

    private const int AtOnce = 43;

    private static readonly Dictionary<string, Func<int?, TextWriter, Task<IReadOnlyList<FaultRow>>>> ByName = new()
    {
        ["kill"] = (_, output) => KillAsync("killed once, effect × boundary", KillCell.Once, output),
        ["kill-twice"] = (_, output) => KillAsync("killed again in the recovery", KillCell.Twice, output),
        ["calls"] = CallsAsync,
        ["downgraded"] = (_, output) => DowngradedCells.RunAsync(output),
        ["environment"] = (_, output) => EnvironmentCells.RunAsync(output),
        ["together"] = (_, output) => TogetherCells.RunAsync(output),
        ["random"] = RandomAsync,
        ["sweep"] = (_, output) => SweepCells.RunAsync(output),
    };

    /// <summary>Runs the part with this name, or all of it; the exit code.</summary>
    public static async Task<int> RunAsync(string name, int? seed, TextWriter output)
    {
        if (name.Length > 0 && !ByName.ContainsKey(name))
        {
            await output.WriteLineAsync($"--faults takes one of: {string.Join(", ", ByName.Keys)}");
            return 1;
        }

        var clock = Stopwatch.StartNew();
        var rows = new List<FaultRow>();
        foreach (var (part, run) in ByName.Where(part => name.Length is 0 || part.Key == name))
        {
            await output.WriteLineAsync($"{part} …");
            rows.AddRange(await run(seed, output));
            await output.WriteLineAsync(FaultTable.Of(rows));
        }

        var findings = rows.SelectMany(row => row.Findings).ToList();
        foreach (var finding in findings)
            await output.WriteLineAsync(finding.ToString());
        await output.WriteLineAsync($"{findings.Count} findings, {clock.Elapsed.TotalMinutes:0.0} minutes");
        return findings.Count is 0 ? 0 : 2;
    }

    private static async Task<IReadOnlyList<FaultRow>> KillAsync(string name, IReadOnlyList<KillCell> cells, TextWriter output)
    {
        var rows = new List<FaultRow>();
        await using var world = await FaultWorld.StartAsync();
        foreach (var batch in cells.Chunk(AtOnce))
        {
            await world.Sandbox.ResetAsync();
            rows.Add(await KillCells.RunAsync(name, world, batch));
            await output.WriteLineAsync($"  {rows.Count}: {rows[^1].Cells} of {batch.Length}, {rows[^1].Findings.Count} findings");
        }

        return [FaultRow.Sum(name, rows)];
    }

    private static async Task<IReadOnlyList<FaultRow>> CallsAsync(int? seed, TextWriter output)
    {
        await using var world = await FaultWorld.StartAsync();
        return [await CallCells.RunAsync("call × fault", world, CallCell.All, told: output.WriteLine)];
    }

    private static async Task<IReadOnlyList<FaultRow>> RandomAsync(int? seed, TextWriter output)
    {
        await using var world = await FaultWorld.StartAsync();
        var first = seed ?? Random.Shared.Next(1_000_000);
        await output.WriteLineAsync(
            seed is null ? $"first seed {first}; one of them again: --faults random --seed N" : RandomCell.Of(first).ToString());
        return [await RandomCells.RunAsync(world, first, seed is null ? RandomCombinations : 1, output.WriteLine)];
    }
}
