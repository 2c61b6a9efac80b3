using System.Diagnostics;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// One effect of one route, and where the process dies; with a second place, the process that recovers it dies as well.
/// </summary>
internal sealed record KillCell(RouteCase Route, EffectKind Effect, Boundary First, Boundary? Second = null)
{
    /// <summary>Every effect of every route at every boundary.</summary>
    public static IReadOnlyList<KillCell> Once { get; } =
    [
        .. from first in Enum.GetValues<Boundary>()
           from route in RouteCase.All
           from effect in route.Effects
           select new KillCell(route, effect, first),
    ];

    /// <summary>The same, and again at every boundary while that is recovered.</summary>
    public static IReadOnlyList<KillCell> Twice { get; } =
    [
        .. from second in Enum.GetValues<Boundary>()
           from cell in Once
           where cell.First is not Boundary.AfterDone
           where second is not Boundary.BeforeRequested || cell.First is Boundary.BeforeRequested
           select cell with { Second = second },
    ];
}

/// <summary>
/// Runs many kill cells in one life of the app: each case stands still at its own boundary, one SIGKILL serves them all, one
/// restart recovers them all.
/// </summary>
internal static class KillCells
{
    /// <summary>One life of the app serves so many: each takes a place among the cases that it goes on with at once.</summary>
    public const int AtOnce = 43;

    /// <summary>How long after the call an effect comes whose caller is dead by then: in real time, the simulators'.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Runs them; cells that never got to their boundary do not count. <paramref name="after"/> are settings of the app that
    /// takes up what the dead one left.
    /// </summary>
    public static async Task<FaultRow> RunAsync(
        string name, FaultWorld world, IReadOnlyList<KillCell> cells, Mistake mistake = Mistake.None,
        int seconds = AppPeer.Patience,
        Dictionary<string, string>? after = null)
    {
        var clock = Stopwatch.StartNew();
        var app = await world.StartAppAsync(mistake: mistake);
        var cases = new List<CaseUnderTest>();
        foreach (var cell in cells)
            cases.Add(await world.OpenAsync(cell.Route));

        await world.Sandbox.ScriptAsync(cells.Zip(cases).SelectMany(one => Holds(one.First.Effect, one.First.First, one.Second)));
        await app.ArmAsync(Points(cells, cases, cell => cell.First));
        var died = await DieAsync(world, cases);
        if (cells.Any(cell => cell.Second is not null))
        {
            await world.Sandbox.ScriptAsync(
                cells.Zip(cases).SelectMany(one => Holds(one.First.Effect, one.First.Second!.Value, one.Second)));
            await world.StartAppAsync([.. Points(cells, cases, cell => cell.Second!.Value)], mistake);
            died = (await DieAsync(world, cases)).Intersect(died).ToHashSet();
        }

        app = await world.StartAppAsync(mistake: mistake, settings: after);
        var ended = await EndAsync(app, cases, seconds);
        if (cells.Any(cell => cell.First is Boundary.DuringCall || cell.Second is Boundary.DuringCall))
            await Task.Delay(Late);
        var findings = await FaultCheck.LookAsync(world, cases, ended);
        return new FaultRow(name, died.Count, cells.Count, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }

    /// <summary>Every case until nothing more follows.</summary>
    public static async Task<IReadOnlyDictionary<string, Standing>> EndAsync(
        AppPeer app, IEnumerable<CaseUnderTest> cases, int seconds = AppPeer.Patience)
    {
        var standings = await Task.WhenAll(cases.Select(LookAsync));
        return standings.OfType<Standing>().ToDictionary(one => one.Number);

        // A connection that broke while it was not used is found out by who uses it next: a person asks again.
        async Task<Standing?> LookAsync(CaseUnderTest one) =>
            await app.GoAsync(one.Number, seconds)
            ?? await app.GoAsync(one.Number, seconds)
            ?? await app.GoAsync(one.Number, seconds);
    }

    /// <summary>Lets every case go on to its boundary, where the app kills itself; those that got there.</summary>
    public static async Task<IReadOnlySet<string>> DieAsync(FaultWorld world, IReadOnlyList<CaseUnderTest> cases)
    {
        var app = world.App;
        await Task.WhenAll(cases.Select(one => app.GoAsync(one.Number)));
        var arrived = await world.DeathAsync();
        await world.Sandbox.ClearFaultsAsync();
        return arrived;
    }

    /// <summary>Where each case stands still.</summary>
    public static IEnumerable<ArmedPoint> Points(
        IEnumerable<KillCell> cells, IEnumerable<CaseUnderTest> cases, Func<KillCell, Boundary> where) =>
        cells.Zip(cases, (cell, one) => new ArmedPoint(one.Number, one.Tenant.Number, cell.Effect, where(cell)));

    /// <summary>
    /// The system keeps the caller waiting: its effect comes when the caller is dead, or has come and the answer never does.
    /// </summary>
    public static IEnumerable<FaultRule> Holds(EffectKind effect, Boundary boundary, CaseUnderTest one) => boundary switch
    {
        Boundary.DuringCall => EffectCall.Of(effect)
            .Select(call => call.Meets(FaultKind.LateEffect, one.About) with { Status = 0, Delay = Late }),
        Boundary.AfterEffect => EffectCall.Of(effect).Select(call => call.Meets(FaultKind.TimeoutAfter, one.About)),
        _ => [],
    };
}
