using System.Diagnostics;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>Several people, tabs, cases and instances at once; and a process that is told to end, or that freezes.</summary>
internal static class TogetherCells
{
    private const string Sanne = "sanne.bakker";
    private const string Tom = "tom.visser";

    private static readonly RouteCase[] Routes =
        [.. ((string[])["e-mail", "letter, new code", "e-mail, new code", "letter"]).Select(RouteCase.Named)];

    /// <summary>All of it, on SQLite and where that matters on PostgreSQL.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        await using var postgres = new PostgresServer();
        var reason = await postgres.ProblemAsync();
        if (reason is not null)
            report.Say($"  PostgreSQL skipped: {reason}");
        foreach (var name in reason is null ? new[] { "SQLite", "PostgreSQL" } : ["SQLite"])
        {
            var isSqlite = name is "SQLite";
            foreach (var (what, run) in Parts)
            {
                await using var world = await FaultWorld.StartAsync(isSqlite ? [] : await PostgresWorld.SettingsAsync(postgres));
                report.Add(await run(world) with { Name = $"{what}, {name}" });
            }
        }
    }

    /// <summary>Two cases of one tenant, agreed to at the same moment by two employees.</summary>
    public static async Task<FaultRow> OneTenantAsync(FaultWorld world, int rounds, Mistake mistake = Mistake.None)
    {
        var clock = Stopwatch.StartNew();
        var app = await world.StartAppAsync(mistake: mistake);
        var cases = new List<CaseUnderTest>();
        for (var round = 0; round < rounds; round++)
        {
            var route = Routes[round % Routes.Length];
            var first = await world.OpenAsync(route);
            cases.AddRange([first, await world.OpenAsync(route, first.Tenant)]);
        }

        await world.Sandbox.ScriptAsync([FaultSettings.SlowUmbrella]);
        await Task.WhenAll(cases.Select((one, at) => app.GoAsync(one.Number, who: at % 2 is 0 ? Sanne : Tom)));
        await world.Sandbox.ClearFaultsAsync();
        // The second found the tenant taken, or its facts changed: its employee goes on with it now.
        return await EndAsync("two cases for one tenant", world, cases, rounds, clock, at => at % 2 is 0 ? Sanne : Tom);
    }

    /// <summary>Everybody agrees at once: a double click, a second tab, and a colleague who does not have the case.</summary>
    public static async Task<FaultRow> ManyClicksAsync(FaultWorld world)
    {
        var clock = Stopwatch.StartNew();
        var app = await world.StartAppAsync();
        var routes = RouteCase.All.Where(route => !route.Name.StartsWith("administrator", StringComparison.Ordinal)).ToList();
        var cases = new List<CaseUnderTest>();
        foreach (var route in routes.Concat(routes))
            cases.Add(await world.OpenAsync(route));
        foreach (var one in cases)
        {
            await app.AnswerAsync(one.Number, Sanne);
            await app.GoAsync(one.Number, patience: 0, who: Sanne);
        }

        string[] people = [Sanne, Sanne, Tom, Sanne];
        await Task.WhenAll(cases.SelectMany(one => people.Select(who => app.AnswerAsync(one.Number, who))));
        return await EndAsync("double click, two tabs, two employees", world, cases, cases.Count, clock, _ => Sanne);
    }

    /// <summary>Two instances on one database: both sweep, both handle, and one of them is killed.</summary>
    public static async Task<FaultRow> TwoInstancesAsync(FaultWorld world)
    {
        var clock = Stopwatch.StartNew();
        var other = await world.StartAppAsync();
        var cases = new List<CaseUnderTest>();
        foreach (var route in RouteCase.All.Concat(RouteCase.All))
            cases.Add(await world.OpenAsync(route));
        await using (var app = await world.AnotherAppAsync())
        {
            await world.Sandbox.ScriptAsync([FaultSettings.SlowUmbrella]);
            var before = await world.EffectsAsync();
            var going = cases
                .Select((one, at) => (at % 2 is 0 ? app : other).GoAsync(one.Number, who: at % 2 is 0 ? Sanne : Tom))
                .ToList();
            await world.UntilAsync(before + cases.Count, going);
            await app.Process.KillAsync();
            await Task.WhenAll(going);
        }

        await world.Sandbox.ClearFaultsAsync();
        return await EndAsync("two instances, one killed", world, cases, cases.Count, clock, at => at % 2 is 0 ? Sanne : Tom);
    }

    /// <summary>SIGTERM in the middle, three times: after so many effects.</summary>
    public static async Task<FaultRow> ToldToEndAsync(FaultWorld world)
    {
        var clock = Stopwatch.StartNew();
        var cases = new List<CaseUnderTest>();
        foreach (var moment in new[] { 1, 6, 15 })
        {
            var app = await world.StartAppAsync();
            List<CaseUnderTest> now = [];
            foreach (var route in RouteCase.All)
                now.Add(await world.OpenAsync(route));
            cases.AddRange(now);
            await world.Sandbox.ScriptAsync([FaultSettings.SlowUmbrella]);
            var before = await world.EffectsAsync();
            var going = now.Select(one => app.GoAsync(one.Number)).ToList();
            await world.UntilAsync(before + moment, going);
            await app.Process.TerminateAsync();
            await app.Process.EndsAsync();
            await Task.WhenAll(going);
            await world.Sandbox.ClearFaultsAsync();
        }

        await world.StartAppAsync();
        return await EndAsync("SIGTERM midway", world, cases, cases.Count, clock, _ => Sanne);
    }

    /// <summary>
    /// An instance freezes just before its calls, another takes its cases over, and then the first wakes up: it must not act on
    /// what it once had.
    /// </summary>
    public static async Task<FaultRow> FrozenAsync(FaultWorld world)
    {
        var clock = Stopwatch.StartNew();
        var app = await world.StartAppAsync();
        var cells = KillCell.Once.Where(cell => cell.First is Boundary.AfterRequested).ToList();
        var cases = new List<CaseUnderTest>();
        foreach (var cell in cells)
            cases.Add(await world.OpenAsync(cell.Route));
        await app.ArmAsync(cells.Zip(cases, (cell, one) =>
            new ArmedPoint(one.Number, one.Tenant.Number, cell.Effect, cell.First) { Freezes = true }));
        var going = cases.Select(one => app.GoAsync(one.Number)).ToList();
        await app.FrozenAsync();
        await using (var other = await world.AnotherAppAsync())
        {
            await KillCells.EndAsync(other, cases);
            await app.Process.WakeAsync();
            await Task.WhenAll(going);
        }

        return await EndAsync("a frozen instance wakes up", world, cases, cases.Count, clock, _ => Sanne);
    }

    private static readonly IReadOnlyList<(string Name, Func<FaultWorld, Task<FaultRow>> Run)> Parts =
    [
        ("two cases for one tenant", world => OneTenantAsync(world, 16)),
        ("double click, two tabs, two employees", ManyClicksAsync),
        ("two instances, one killed", TwoInstancesAsync),
        ("SIGTERM midway", ToldToEndAsync),
        ("a frozen instance wakes up", FrozenAsync),
        ("killed once", world => KillCells.RunAsync("killed once", world, [.. KillCell.Once.Where((_, at) => at % 6 is 0)])),
    ];

    private static async Task<FaultRow> EndAsync(
        string name, FaultWorld world, List<CaseUnderTest> cases, int cells, Stopwatch clock, Func<int, string> who)
    {
        var standings = await Task.WhenAll(cases.Select((one, at) => world.App.GoAsync(one.Number, who: who(at))));
        var ended = standings.OfType<Standing>().ToDictionary(one => one.Number);
        var findings = await FaultCheck.LookAsync(world, cases, ended);
        return new FaultRow(name, cells, cases.Count, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }
}
