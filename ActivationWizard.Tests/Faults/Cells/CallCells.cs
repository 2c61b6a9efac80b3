using System.Diagnostics;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>One call of a route, and what goes wrong with it.</summary>
/// <param name="Before">What makes the wizard come to this call at all: a lookup follows a lost answer.</param>
internal sealed record CallCell(RouteCase Route, EffectCall Call, FaultRule Fault, FaultRule? Before = null)
{
    /// <summary>Asking after a letter carries nothing but the session: such a cell runs alone.</summary>
    public bool RunsAlone => Call.Path.EndsWith("generator-sessions/*", StringComparison.Ordinal);

    /// <summary>Every call of the contracts with every fault that makes sense for it.</summary>
    public static IReadOnlyList<CallCell> All { get; } =
    [
        .. from read in CallFaults.Reads
           from fault in CallFaults.OfReads
           select new CallCell(read.Route, read.Call, fault),
        .. from write in CallFaults.Writes
           from fault in CallFaults.OfWrites(write.Effect)
           select new CallCell(write.Route, EffectCall.Of(write.Effect)[0], fault),
        .. from write in CallFaults.Writes
           where EffectCall.Of(write.Effect).Count > 1
           from fault in CallFaults.OfReads
           select new CallCell(write.Route, EffectCall.Of(write.Effect)[1], fault,
               new FaultRule { Fault = FaultKind.TimeoutAfter }),
    ];

    /// <summary>
    /// It may be met as soon as the request is in: the wizard looks things up by itself. The mailbox is asked about a case.
    /// </summary>
    public bool IsOfTheTenant => Call.Method is "GET" && Call.System is not "mailbox" && Before is null;

    /// <summary>The script for calls about any of these texts.</summary>
    public IEnumerable<FaultRule> Script(string[] subject)
    {
        string[] about = RunsAlone ? [] : subject;
        var write = Call.Path.Replace("generator-sessions", "generators/*/raw", StringComparison.Ordinal);
        if (Before is not null)
            yield return Before with { System = Call.System, Method = "POST", Path = write, About = about };
        yield return Fault with { System = Call.System, Method = Call.Method, Path = Call.Path, About = about };
    }
}

/// <summary>Runs cells in which a call goes wrong, many at once in one life of the app.</summary>
internal static class CallCells
{
    private const int Together = 40;

    /// <summary>Runs them in an app that is started for them.</summary>
    public static async Task<FaultRow> RunAsync(
        string name, FaultWorld world, IReadOnlyList<CallCell> cells, Mistake mistake = Mistake.None,
        Action<FaultRow>? told = null)
    {
        await world.StartAppAsync(mistake: mistake);
        var rows = new List<FaultRow>();
        var together = cells.Where(cell => !cell.RunsAlone).Chunk(Together);
        foreach (var batch in together.Concat(cells.Where(cell => cell.RunsAlone).Select(cell => new[] { cell })))
        {
            rows.Add(await BatchAsync(name, world, batch));
            told?.Invoke(rows[^1]);
        }

        return FaultRow.Sum(name, rows);
    }

    /// <summary>
    /// Opens a case for each route, with what goes wrong in its calls scripted before the first of them is made.
    /// </summary>
    public static async Task<IReadOnlyList<CaseUnderTest>> OpenAsync(
        FaultWorld world, IReadOnlyList<(RouteCase Route, IReadOnlyList<CallCell> Faults)> cells)
    {
        var tenants = new List<Tenant>();
        foreach (var (route, _) in cells)
            tenants.Add(await world.SettleAsync(route));
        await world.Sandbox.ScriptAsync(cells.Zip(tenants).SelectMany(one =>
            one.First.Faults.Where(fault => fault.IsOfTheTenant).SelectMany(fault => fault.Script(one.Second.About))));

        var cases = new List<CaseUnderTest>();
        foreach (var (cell, tenant) in cells.Zip(tenants))
            cases.Add(await world.OpenAsync(cell.Route, tenant));
        await world.Sandbox.ScriptAsync(cells.Zip(cases).SelectMany(one =>
            one.First.Faults.Where(fault => !fault.IsOfTheTenant).SelectMany(fault => fault.Script(one.Second.About))));
        return cases;
    }

    private static async Task<FaultRow> BatchAsync(string name, FaultWorld world, CallCell[] cells)
    {
        var clock = Stopwatch.StartNew();
        await world.Sandbox.ResetAsync();
        var cases = await OpenAsync(world, [.. cells.Select(cell => (cell.Route, (IReadOnlyList<CallCell>)[cell]))]);
        var ended = await KillCells.EndAsync(world.App, cases);
        // In real time, the simulators': what comes late comes after its case has ended.
        await Task.Delay(cells.Max(cell => cell.Fault.Fault is FaultKind.LateEffect ? cell.Fault.Delay : TimeSpan.Zero));
        // A fault that no call met proves nothing.
        var met = (await world.Sandbox.FaultsAsync()).Count(rule => rule.Met > 0);
        var scripted = cells.Sum(cell => cell.Before is null ? 1 : 2);
        var findings = await FaultCheck.LookAsync(world, cases, ended);
        if (met < scripted)
            findings = [.. findings, new Finding(Harm.Broken, null, $"{scripted - met} scripted faults met no call")];
        return new FaultRow(name, cells.Length, cells.Length, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }
}
