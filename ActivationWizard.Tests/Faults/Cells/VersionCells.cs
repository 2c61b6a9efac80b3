using System.Diagnostics;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// This version takes the place of an earlier one on its database: for a while both are at work, then the earlier one stops, in
/// good order or killed, and it does not come back.
/// </summary>
internal static class VersionCells
{
    private const string Refusal = "the database is of a later version of the app";

    /// <summary>After so many effects of all routes together the earlier one stops.</summary>
    private static readonly int[] Moments = [5, 20];

    /// <summary>Every route twice, at each moment, in good order and not.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        var (earlier, reason) = await EarlierVersion.BuildAsync();
        await using var postgres = new PostgresServer();
        if ((reason ?? await postgres.ProblemAsync()) is { } problem)
        {
            earlier?.Dispose();
            report.Say($"  versions skipped: {problem}");
            return;
        }

        using (earlier)
        {
            foreach (var (moment, isKilled) in Moments.SelectMany(moment => new[] { (moment, false), (moment, true) }))
            {
                var settings = await PostgresWorld.SettingsAsync(postgres);
                report.Add(await RunAsync(earlier!.Program, settings, moment, isKilled));
            }
        }
    }

    private static async Task<FaultRow> RunAsync(
        string earlier, Dictionary<string, string> settings, int moment, bool isKilled)
    {
        var clock = Stopwatch.StartNew();
        await using var world = await FaultWorld.StartAsync(settings);
        var program = world.Program;
        world.Program = earlier;
        await using var before = await world.AnotherAppAsync();
        var cases = new List<CaseUnderTest>();
        foreach (var route in RouteCase.All)
            cases.Add(await world.OpenAsync(route, await world.SettleAsync(route), before));
        await world.Sandbox.ScriptAsync([FaultSettings.SlowUmbrella]);
        var effects = await world.EffectsAsync();
        var going = cases.Select(one => before.GoAsync(one.Number)).ToList();
        await world.UntilAsync(effects + 1, going);

        // It changes the tables under the earlier one.
        world.Program = program;
        await world.StartAppAsync();
        foreach (var (route, at) in RouteCase.All.Select((route, at) => (route, at)))
        {
            var one = await world.OpenAsync(route, await world.SettleAsync(route), at % 2 is 0 ? before : world.App);
            cases.Add(one);
            going.Add((at % 2 is 0 ? world.App : before).GoAsync(one.Number));
        }

        await world.UntilAsync(effects + moment, going);
        await (isKilled ? before.Process.KillAsync() : before.Process.TerminateAsync());
        await before.Process.EndsAsync();
        await Task.WhenAll(going);
        await world.Sandbox.ClearFaultsAsync();
        var ended = await KillCells.EndAsync(world.App, cases);
        var findings = await FaultCheck.LookAsync(world, cases, ended);
        world.Program = earlier;
        if (await ComesBackAsync(world))
            findings = [.. findings, new Finding(Harm.Broken, null, "An earlier version starts on a later one's database.")];
        var way = isKilled ? "killed" : "stopped";
        return new FaultRow(
            $"an earlier version beside this one, {way}", cases.Count, cases.Count, FaultRow.Persons(ended.Values), findings,
            clock.Elapsed);
    }

    // Whether it does anything but say why it does not start.
    private static async Task<bool> ComesBackAsync(FaultWorld world)
    {
        try
        {
            await using var back = await world.AnotherAppAsync();
            return true;
        }
        catch (InvalidOperationException ended)
        {
            return !ended.Message.Contains(Refusal, StringComparison.Ordinal);
        }
    }
}
