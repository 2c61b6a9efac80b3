using System.Diagnostics;
using System.Globalization;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// The clock of the app is put forward or back: while every route is under way, and between a death and the next start.
/// </summary>
internal static class ClockCells
{
    /// <summary>How far, by name.</summary>
    public static IReadOnlyList<(string Name, TimeSpan By)> All { get; } =
    [
        ("clock two hours forward", TimeSpan.FromHours(2)),
        ("clock two hours back", TimeSpan.FromHours(-2)),
        ("clock three days forward", TimeSpan.FromDays(3)),
        ("clock three days back", TimeSpan.FromDays(-3)),
    ];

    /// <summary>After so many effects of all routes together.</summary>
    private static readonly int[] Moments = [1, 6, 15];

    private static readonly FaultRule SlowSystems =
        new() { Fault = FaultKind.Delay, Delay = TimeSpan.FromSeconds(0.1), Times = 0 };

    /// <summary>Every move.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        foreach (var (name, by) in All)
        {
            await using var world = await FaultWorld.StartAsync();
            report.Add(await WhileUnderWayAsync(world, by) with { Name = name });
            report.Add(await BetweenTwoLivesAsync(world, by, every: 3) with { Name = name });
        }
    }

    /// <summary>It is moved at three moments of every route, in a process that lives on.</summary>
    public static async Task<FaultRow> WhileUnderWayAsync(FaultWorld world, TimeSpan by)
    {
        var clock = Stopwatch.StartNew();
        world.ClockAhead = by > TimeSpan.Zero ? by : TimeSpan.Zero;
        var app = await world.StartAppAsync();
        var cases = new List<CaseUnderTest>();
        foreach (var moment in Moments)
        {
            List<CaseUnderTest> now = [];
            foreach (var route in RouteCase.All)
                now.Add(await world.OpenAsync(route));
            cases.AddRange(now);
            await world.Sandbox.ScriptAsync([SlowSystems]);
            var before = await world.EffectsAsync();
            var going = now.Select(one => app.GoAsync(one.Number)).ToList();
            await world.UntilAsync(before + moment, going);
            await app.MoveClockAsync(by);
            await Task.WhenAll(going);
            await world.Sandbox.ClearFaultsAsync();
            await app.MoveClockAsync(TimeSpan.Zero);
        }

        var ended = await KillCells.EndAsync(app, cases);
        return new FaultRow(
            "", cases.Count, cases.Count, FaultRow.Persons(ended.Values),
            await FaultCheck.LookAsync(world, cases, ended), clock.Elapsed);
    }

    /// <summary>
    /// The app dies at every so manieth effect and boundary, and the one that takes that up has another time of day.
    /// </summary>
    public static async Task<FaultRow> BetweenTwoLivesAsync(FaultWorld world, TimeSpan by, int every)
    {
        await world.Sandbox.ResetAsync();
        world.ClockAhead = by > TimeSpan.Zero ? by : TimeSpan.Zero;
        var ahead = by.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var rows = new List<FaultRow>();
        foreach (var batch in KillCell.Once.Where((_, at) => at % every is 0).Chunk(KillCells.AtOnce))
            rows.Add(await KillCells.RunAsync("", world, batch, after: new() { [FaultHostSettings.ClockAhead] = ahead }));
        return FaultRow.Sum("", rows);
    }
}
