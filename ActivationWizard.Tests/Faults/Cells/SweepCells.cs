using System.Diagnostics;
using System.Globalization;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// SIGKILL at every write, sync, send and receive of a whole letter case, one after the other: strace counts the calls of each
/// thread from the moment the case is taken.
/// </summary>
internal static class SweepCells
{
    private static readonly string[] Calls = ["pwrite64", "fdatasync", "sendmsg", "recvmsg", "sendto", "recvfrom", "write", "fsync"];

    // One thread may make the first calls of a case and another the last: after this many in a row that nobody made, it is over.
    private const int Misses = 2;

    /// <summary>Sweeps two kinds of letter.</summary>
    public static async Task<IReadOnlyList<FaultRow>> RunAsync(TextWriter output)
    {
        if (Strace.Problem is { } problem)
        {
            await output.WriteLineAsync($"skipped: {problem}");
            return [];
        }

        var rows = new List<FaultRow>();
        await using var world = await FaultWorld.StartAsync();
        foreach (var route in new[] { RouteCase.Named("letter"), RouteCase.Named("letter, new code") })
        {
            foreach (var call in Calls)
            {
                rows.Add(await SweepAsync(world, route, call, int.MaxValue));
                await output.WriteLineAsync($"  {route}, {call}: {rows[^1].Cells} points, {rows[^1].Findings.Count} findings, {rows[^1].Took.TotalSeconds:0} s");
            }
        }

        return [FaultRow.Sum("strace sweep", rows)];
    }

    /// <summary>One system call, from its first time on; at most so many points.</summary>
    public static async Task<FaultRow> SweepAsync(FaultWorld world, RouteCase route, string call, int most, int step = 1)
    {
        var clock = Stopwatch.StartNew();
        var cases = new List<CaseUnderTest>();
        var ended = new Dictionary<string, Standing>();
        var app = await world.StartAppAsync();
        var (points, missed) = (0, 0);
        for (var time = 1; points < most && missed < Misses; time += step)
        {
            var one = await world.OpenAsync(route);
            cases.Add(one);
            await using (await Strace.AttachAsync(app.Process, call, string.Create(CultureInfo.InvariantCulture, $"signal=KILL:when={time}")))
                await app.GoAsync(one.Number);
            var died = app.Process.HasExited || await app.Process.EndsWithinAsync(TimeSpan.FromMilliseconds(200));
            (points, missed) = died ? (points + 1, 0) : (points, missed + 1);
            if (died)
                app = await world.StartAppAsync();
            if (await app.GoAsync(one.Number) is { } standing)
                ended[one.Number] = standing;
        }

        return new FaultRow($"{route}, {call}", points, cases.Count, FaultRow.Persons(ended.Values), await FaultCheck.LookAsync(world, cases, ended), clock.Elapsed);
    }
}
