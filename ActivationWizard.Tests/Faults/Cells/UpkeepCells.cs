using System.Diagnostics;
using System.Globalization;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// A night of retention and a rotation of the master key, killed at each of their writes in turn and run again, beside an app at
/// work: what was due is erased and nothing else, and every case can be read.
/// </summary>
internal static class UpkeepCells
{
    private const string DaysKept = "--Retention:DoneDays=1";
    private const string RefusedDaysKept = "--Retention:RefusedDays=1";

    // Long enough ago for the shortest term.
    private static readonly TimeSpan Ago = TimeSpan.FromDays(3);

    /// <summary>Every write, on both databases.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        foreach (var row in await RunAsync([], RouteCase.All, every: 1))
            report.Add(row);
        await using var postgres = new PostgresServer();
        if (await postgres.ProblemAsync() is { } reason)
        {
            report.Say($"  PostgreSQL skipped: {reason}");
            return;
        }

        foreach (var row in await RunAsync(await PostgresWorld.SettingsAsync(postgres), RouteCase.All, every: 1))
            report.Add(row with { Name = $"{row.Name}, PostgreSQL" });
    }

    /// <summary>
    /// Killed at every so manieth write, with a case of each route that is due, one that is not, and ones that are under way.
    /// </summary>
    public static async Task<IReadOnlyList<FaultRow>> RunAsync(
        Dictionary<string, string> settings, IReadOnlyList<RouteCase> routes, int every)
    {
        await using var world = await FaultWorld.StartAsync(settings);
        var ago = (-Ago).TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var app = await world.StartAppAsync(settings: new() { [FaultHostSettings.ClockAhead] = ago });
        var due = await OpenAsync(world, routes);
        var first = await KillCells.EndAsync(app, due);
        await world.EndAppAsync();
        due.RemoveAll(one => first.GetValueOrDefault(one.Number)?.State.IsFinal is not true);
        app = await world.StartAppAsync();
        var kept = await OpenAsync(world, routes);
        await KillCells.EndAsync(app, kept);

        var night = await NightAsync(world, routes, due, kept, every);
        return [night, await RotationAsync(world, settings, routes, due.Count, kept, every)];
    }

    private static async Task<FaultRow> NightAsync(
        FaultWorld world, IReadOnlyList<RouteCase> routes, List<CaseUnderTest> due, List<CaseUnderTest> kept, int every)
    {
        var clock = Stopwatch.StartNew();
        var going = await BeginAsync(world, routes, kept);
        var (deaths, findings) = await KilledAsync(world, every, "--retain", DaysKept, RefusedDaysKept);
        await Task.WhenAll(going);
        await using (var journal = new JournalPeer(world))
        {
            var erased = await journal.ErasedAsync();
            findings.AddRange(due.Where(one => !erased.Contains(one.Number))
                .Select(one => new Finding(Harm.Lost, one.Number, $"{one.Route}: it was due, and is not erased")));
            findings.AddRange(kept.Where(one => erased.Contains(one.Number))
                .Select(one => new Finding(Harm.Broken, one.Number, $"{one.Route}: it was not due, and is erased")));
        }

        return await EndAsync("a night of retention, killed", world, kept, deaths, findings, clock);
    }

    private static async Task<FaultRow> RotationAsync(
        FaultWorld world, Dictionary<string, string> settings, IReadOnlyList<RouteCase> routes, int erased,
        List<CaseUnderTest> kept, int every)
    {
        var clock = Stopwatch.StartNew();
        // The app that runs beside it has both keys, and so has the command.
        settings["Journal:MasterKey"] = FixedKey.Master;
        settings["Journal:PreviousMasterKeyFile"] = Path.Combine(world.DataFolder, "master.key");
        await world.StartAppAsync();
        var going = await BeginAsync(world, routes, kept);
        var (deaths, findings) = await KilledAsync(world, every, "--rotate-master-key");
        await Task.WhenAll(going);

        // From now on the new key is the only one.
        settings.Remove("Journal:PreviousMasterKeyFile");
        await world.StartAppAsync();
        var (code, said) = await CommandPeer.RunAsync(world, WritePoint.None, "--verify");
        if (code is not 0 || !said.Contains($", {erased} erased, 0 that do not fit", StringComparison.Ordinal))
            findings.Add(new Finding(Harm.Broken, null, $"--verify with the new key: {code}: {said}"));
        return await EndAsync("a rotation of the master key, killed", world, kept, deaths, findings, clock);
    }

    private static async Task<List<CaseUnderTest>> OpenAsync(FaultWorld world, IReadOnlyList<RouteCase> routes)
    {
        var cases = new List<CaseUnderTest>();
        foreach (var route in routes)
            cases.Add(await world.OpenAsync(route));
        return cases;
    }

    // Cases that are under way meanwhile, at systems that take their time; they are kept as well.
    private static async Task<IReadOnlyList<Task>> BeginAsync(
        FaultWorld world, IReadOnlyList<RouteCase> routes, List<CaseUnderTest> kept)
    {
        var under = await OpenAsync(world, routes);
        kept.AddRange(under);
        await world.Sandbox.ScriptAsync([FaultSettings.SlowUmbrella]);
        return [.. under.Select(one => world.App.GoAsync(one.Number))];
    }

    // Again and again, each time at a later write, until it gets to its end before it dies.
    private static async Task<(int Deaths, List<Finding> Findings)> KilledAsync(
        FaultWorld world, int every, params string[] command)
    {
        var (deaths, findings) = (0, new List<Finding>());
        for (var turn = every; ; turn += every)
        {
            var point = new WritePoint((turn + 1) / 2, IsDone: turn % 2 is 0);
            if ((await CommandPeer.RunAsync(world, point, command)).Code is { } ended)
            {
                if (ended is not 0)
                    findings.Add(new Finding(Harm.Nowhere, null, $"{command[0]} after {deaths} deaths: {ended}"));
                break;
            }

            deaths++;
        }

        var (code, said) = await CommandPeer.RunAsync(world, WritePoint.None, command);
        if (code is not 0)
            findings.Add(new Finding(Harm.Nowhere, null, $"{command[0]} once more: {code}: {said}"));
        if (deaths is 0)
            findings.Add(new Finding(Harm.Broken, null, $"{command[0]} died at no write"));
        return (deaths, findings);
    }

    private static async Task<FaultRow> EndAsync(
        string name, FaultWorld world, List<CaseUnderTest> kept, int deaths, List<Finding> findings, Stopwatch clock)
    {
        await world.Sandbox.ClearFaultsAsync();
        var ended = await KillCells.EndAsync(world.App, kept);
        findings.AddRange(await FaultCheck.LookAsync(world, kept, ended));
        return new FaultRow(name, deaths, kept.Count, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }
}
