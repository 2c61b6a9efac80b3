using System.Diagnostics;
using ActivationWizard.Domain;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// 200 cases are under way when the app is killed: how long after the next start each of them has moved on, with the product's
/// own settings for the background work.
/// </summary>
internal static class RecoveryBenchmark
{
    private const int Cases = 200;

    private static readonly Dictionary<string, string> ProductSettings = new()
    {
        ["Work:CasesAtOnce"] = "8",
        ["Work:SweepIntervalSeconds"] = "30",
        ["Activation:QuietPeriodSeconds"] = "2",
        ["Journal:LeaseSeconds"] = "6",
    };

    public static async Task RunAsync(TextWriter output)
    {
        await using var world = await FaultWorld.StartAsync(ProductSettings);
        var app = await world.StartAppAsync();
        var cases = new List<CaseUnderTest>();
        for (var at = 0; at < Cases; at++)
            cases.Add(await world.OpenAsync(RouteCase.All[at % RouteCase.All.Count]));

        // Facts at once, effects slowly: so that all are agreed to and none is done when the process dies.
        foreach (var one in cases)
            await app.AnswerAsync(one.Number);
        await Task.WhenAll(cases.Select(one => app.GoAsync(one.Number, patience: 0)));
        await world.Sandbox.ScriptAsync(((string[])["POST", "PUT", "PATCH", "DELETE"]).Select(method =>
            new FaultRule { Fault = FaultKind.Delay, Delay = TimeSpan.FromSeconds(0.9), Times = 0, Method = method }));
        var going = cases.Select(one => app.GoAsync(one.Number)).ToList();
        await using var journal = new JournalPeer(world);
        while ((await journal.SummariesAsync()).Count(one => one.State.Step is WizardStep.Execute) < Cases * 0.8)
            await Task.Delay(100);
        await app.Process.KillAsync();
        await Task.WhenAll(going);
        await world.Sandbox.ClearFaultsAsync();

        var before = (await journal.SummariesAsync()).Where(one => one.State.WaitsForSystem)
            .ToDictionary(one => one.Number, one => one.Version);
        var clock = Stopwatch.StartNew();
        await world.StartAppAsync();
        var started = clock.Elapsed;
        while ((await journal.SummariesAsync()).Any(one => before.GetValueOrDefault(one.Number) == one.Version))
            await Task.Delay(50);
        await output.WriteLineAsync(
            $"{before.Count} cases under way; listening after {started.TotalSeconds:0.0} s, "
            + $"all moving after {clock.Elapsed.TotalSeconds:0.0} s (at most 10 s)");

        var standings = await Task.WhenAll(cases.Select(one => world.App.GoAsync(one.Number, seconds: 120)));
        var ended = standings.OfType<Standing>().ToDictionary(one => one.Number);
        var findings = await FaultCheck.LookAsync(world, cases, ended);
        await output.WriteLineAsync($"all at rest after {clock.Elapsed.TotalSeconds:0.0} s, {findings.Count} findings");
    }
}
