using System.Diagnostics;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// A pilot has been through every route; then a fresh installation comes to the same case numbers with other people, on the same
/// systems, which time out before anything happens. What the pilot left behind is never taken for ours.
/// </summary>
internal static class InstallationCells
{
    private static readonly string[] AskedByReference =
        ["**/generators/*/raw", "**/informatieobjecten", "**/contactmomenten"];

    /// <summary>These routes, first by the pilot and then by the other.</summary>
    public static async Task RunAsync(FaultReport report, IReadOnlyList<RouteCase> routes)
    {
        await using var pilot = await FaultWorld.StartAsync();
        report.Add(await RouteAsync("second installation: the pilot", pilot, routes, []));
        await using var fresh = pilot.Beside();
        report.Add(await RouteAsync("second installation: the other", fresh, routes, AskedByReference));
    }

    private static async Task<FaultRow> RouteAsync(
        string name, FaultWorld world, IReadOnlyList<RouteCase> routes, string[] spoiled)
    {
        var clock = Stopwatch.StartNew();
        await world.StartAppAsync();
        var tenants = new List<Tenant>();
        foreach (var route in routes)
            tenants.Add(await world.SettleAsync(route));
        await world.Sandbox.ScriptAsync(
            from tenant in tenants
            from path in spoiled
            select new FaultRule { Fault = FaultKind.TimeoutBefore, Method = "POST", Path = path, About = tenant.About });
        var cases = new List<CaseUnderTest>();
        foreach (var (route, tenant) in routes.Zip(tenants))
            cases.Add(await world.OpenAsync(route, tenant));
        var ended = await KillCells.EndAsync(world.App, cases);
        var findings = await FaultCheck.LookAsync(world, cases, ended);
        await world.Sandbox.ClearFaultsAsync();
        await world.EndAppAsync();
        return new FaultRow(name, cases.Count, cases.Count, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }
}
