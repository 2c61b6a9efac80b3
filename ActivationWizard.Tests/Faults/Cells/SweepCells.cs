using System.Collections.Concurrent;
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
    private static readonly string[] Calls =
        ["pwrite64", "sendto", "recvfrom", "sendmsg", "recvmsg", "write", "fsync", "fdatasync"];

    // One thread may make the first calls of a case and another the last: after this many in a row that nobody made, it is over.
    private const int Misses = 2;

    private const int PointsAtOnce = 10;

    // Each call in a world of its own, so many at once: they mostly wait for the next start.
    private const int WorldsAtOnce = 4;

    /// <summary>Sweeps every call.</summary>
    public static async Task<IReadOnlyList<FaultRow>> RunAsync(TextWriter output)
    {
        if (Strace.Problem is { } problem)
        {
            await output.WriteLineAsync($"skipped: {problem}");
            return [];
        }

        var clock = Stopwatch.StartNew();
        var rows = new ConcurrentQueue<FaultRow>();
        await Parallel.ForEachAsync(Calls, new ParallelOptions { MaxDegreeOfParallelism = WorldsAtOnce }, async (call, _) =>
        {
            await using var world = await FaultWorld.StartAsync();
            var row = await SweepAsync(world, RouteCase.Named("letter"), call, 1, PointsAtOnce);
            while (row.Cells > 0)
            {
                rows.Enqueue(row);
                await output.WriteLineAsync(
                    $"  {call}: {row.Cells} points, {row.Findings.Count} findings, {row.Took.TotalSeconds:0} s");
                row = await SweepAsync(world, RouteCase.Named("letter"), call, row.Next, PointsAtOnce);
            }
        });
        return [FaultRow.Sum("strace sweep of a letter", rows) with { Took = clock.Elapsed }];
    }

    /// <summary>One system call, from this time on that it is made; at most so many points.</summary>
    public static async Task<SweptRow> SweepAsync(
        FaultWorld world, RouteCase route, string call, int from, int most, int step = 1)
    {
        var clock = Stopwatch.StartNew();
        var cases = new List<CaseUnderTest>();
        var ended = new Dictionary<string, Standing>();
        var app = await world.StartAppAsync();
        var (points, missed, time) = (0, 0, from);
        for (; points < most && missed < Misses; time += step)
        {
            var one = await world.OpenAsync(route);
            cases.Add(one);
            var death = string.Create(CultureInfo.InvariantCulture, $"signal=KILL:when={time}");
            await using (await Strace.AttachAsync(app.Process, call, death))
                await app.GoAsync(one.Number);
            var died = app.Process.HasExited || await app.Process.EndsWithinAsync(TimeSpan.FromMilliseconds(200));
            (points, missed) = died ? (points + 1, 0) : (points, missed + 1);
            if (died)
                app = await world.StartAppAsync();
            if (await app.GoAsync(one.Number) is { } standing)
                ended[one.Number] = standing;
        }

        var findings = await FaultCheck.LookAsync(world, cases, ended);
        return new SweptRow(call, points, cases.Count, FaultRow.Persons(ended.Values), findings, clock.Elapsed) { Next = time };
    }
}
