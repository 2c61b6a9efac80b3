using System.Diagnostics;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>Several people, tabs, cases and instances at once.</summary>
internal static class TogetherCells
{
    private static readonly RouteCase[] Recreating =
        [RouteCase.Named("letter, new code"), RouteCase.Named("e-mail, new code"), RouteCase.Named("letter"), RouteCase.Named("e-mail")];

    /// <summary>Two cases of one tenant, agreed to at the same moment by two employees.</summary>
    public static async Task<FaultRow> OneTenantAsync(FaultWorld world, int rounds, Mistake mistake = Mistake.None)
    {
        var clock = Stopwatch.StartNew();
        var app = await world.StartAppAsync(mistake: mistake);
        var cases = new List<CaseUnderTest>();
        for (var round = 0; round < rounds; round++)
        {
            var route = Recreating[round % Recreating.Length];
            var first = await world.OpenAsync(route);
            cases.AddRange([first, await world.OpenAsync(route, first.Tenant)]);
        }

        // Slow systems, so that the two are really under way together.
        await world.Sandbox.ScriptAsync([new FaultRule { Fault = FaultKind.Delay, Delay = TimeSpan.FromSeconds(0.15), Times = 0, System = "umbrella" }]);
        var standings = await Task.WhenAll(cases.Select((one, at) => app.GoAsync(one.Number, seconds: 60, who: at % 2 is 0 ? "sanne.bakker" : "tom.visser")));
        await world.Sandbox.ClearFaultsAsync();
        // The second case of a tenant found the tenant taken, or its code dead: its employee goes on with it now.
        standings = await Task.WhenAll(cases.Select((one, at) => app.GoAsync(one.Number, who: at % 2 is 0 ? "sanne.bakker" : "tom.visser")));
        var ended = standings.OfType<Standing>().ToDictionary(one => one.Number);
        var findings = await FaultCheck.LookAsync(world, cases, ended);
        return new FaultRow("two cases for one tenant", rounds, cases.Count, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }
}
