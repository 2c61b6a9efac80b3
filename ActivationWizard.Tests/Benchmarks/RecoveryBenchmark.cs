using System.Diagnostics;
using System.Globalization;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// 200 cases have an effect under way, of which nobody knows whether it happened, when everything is killed: how long after the
/// next start each of them has moved on. The app that starts has the product's own settings.
/// </summary>
internal static class RecoveryBenchmark
{
    private const int Cases = 200;

    /// <summary>A process has no more calls under way than it takes cases at once, so several have to die.</summary>
    private const int Instances = 4;

    /// <summary>So many employees handle them, one case after the other.</summary>
    private const int AtOnce = 40;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    // Nobody gives up waiting, nor looks at the others' cases.
    private static readonly Dictionary<string, string> Dying = new(OfEverySystem("600", "600"))
    {
        ["Work:CasesAtOnce"] = "64",
        ["Work:SweepIntervalSeconds"] = "60",
        ["Journal:LeaseSeconds"] = "6",
    };

    /// <summary>What a demonstration has when nothing is set.</summary>
    public static Dictionary<string, string> Products { get; } = new(OfEverySystem("30", "10"))
    {
        ["Activation:ConfirmationIntervalSeconds"] = "0.1",
        ["Activation:QuietPeriodSeconds"] = "2",
        ["Activation:RetryPausesSeconds"] = "10,30,60,120,300,600,900",
        ["Journal:LeaseSeconds"] = "6",
        ["Logging:LogLevel:ActivationWizard"] = "Information",
        ["Work:CasesAtOnce"] = "8",
        ["Work:SweepIntervalSeconds"] = "30",
    };

    public static async Task RunAsync(TextWriter output)
    {
        await using var world = await FaultWorld.StartAsync();
        await using var journal = new JournalPeer(world);
        var cases = await UnderWayAsync(world, journal);
        await output.WriteLineAsync($"{cases.Count} of {Cases} cases have an effect under way; all processes are killed");
        if (cases.Count is 0)
            return;

        var clock = Stopwatch.StartNew();
        var app = await world.StartAppAsync(settings: Products);
        var started = clock.Elapsed;
        var moved = await MovedAsync(journal, cases, clock);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"listening after {started.TotalSeconds:0.0} s; first moved after {moved[0].TotalSeconds:0.0} s, half after "
            + $"{moved[moved.Count / 2].TotalSeconds:0.0} s, {moved.Count} after {moved[^1].TotalSeconds:0.0} s (at most 10 s)"));

        var ended = (await Task.WhenAll(cases.Keys.Select(one => app.GoAsync(one.Number, seconds: 120))))
            .OfType<Standing>().ToDictionary(one => one.Number);
        var findings = await FaultCheck.LookAsync(world, [.. cases.Keys], ended);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"all at rest after {clock.Elapsed.TotalSeconds:0.0} s, {findings.Count} findings"));
        foreach (var finding in findings)
            await output.WriteLineAsync(finding.ToString());
    }

    // The simulators hold every change until its caller is dead. The cases, each with how far it came.
    private static async Task<IReadOnlyDictionary<CaseUnderTest, int>> UnderWayAsync(FaultWorld world, JournalPeer journal)
    {
        await world.Sandbox.ScriptAsync(((string[])["POST", "PUT", "PATCH", "DELETE"])
            .Select(method => new FaultRule { Fault = FaultKind.TimeoutBefore, Times = 0, Method = method }));
        var apps = new List<AppPeer>();
        try
        {
            for (var at = 0; at < Instances; at++)
                apps.Add(await world.AnotherAppAsync(settings: Dying));
            var cases = new List<CaseUnderTest>();
            for (var at = 0; at < Cases; at++)
            {
                var route = RouteCase.All[at % RouteCase.All.Count];
                cases.Add(await world.OpenAsync(route, await world.SettleAsync(route), apps[at % Instances]));
            }

            var clock = Stopwatch.StartNew();
            var versions = new Dictionary<CaseUnderTest, int>();
            while (versions.Count < Cases && clock.Elapsed < Limit)
            {
                var next = cases.Select((one, at) => (Case: one, App: apps[at % Instances]))
                    .Where(one => !versions.ContainsKey(one.Case)).Take(AtOnce);
                await Task.WhenAll(next.Select(one => one.App.GoAsync(one.Case.Number, seconds: 10)));
                versions = await UnderWayAsync(journal, cases);
            }

            await Task.WhenAll(apps.Select(app => app.Process.KillAsync()));
            await world.Sandbox.ClearFaultsAsync();
            return versions;
        }
        finally
        {
            foreach (var app in apps)
                await app.DisposeAsync();
        }
    }

    private static async Task<Dictionary<CaseUnderTest, int>> UnderWayAsync(JournalPeer journal, IEnumerable<CaseUnderTest> cases)
    {
        var versions = new Dictionary<CaseUnderTest, int>();
        foreach (var one in cases)
        {
            var activation = ActivationCase.Fold(await journal.ReadAsync(one.Number));
            if (activation.Pending is { Effect.IsRead: false })
                versions[one] = activation.Version;
        }

        return versions;
    }

    // When each case was seen to have moved, in order; those that do not within the limit are left out.
    private static async Task<IReadOnlyList<TimeSpan>> MovedAsync(
        JournalPeer journal, IReadOnlyDictionary<CaseUnderTest, int> cases, Stopwatch clock)
    {
        var before = cases.ToDictionary(one => one.Key.Number, one => one.Value);
        var moved = new List<TimeSpan>();
        while (before.Count > 0 && clock.Elapsed < Limit)
        {
            await Task.Delay(100);
            var now = (await journal.SummariesAsync()).ToDictionary(one => one.Number.ToString(), one => one.Version);
            // What is over is not on the list of the open ones any more.
            foreach (var (number, _) in before.ToList().Where(one => now.GetValueOrDefault(one.Key, int.MaxValue) > one.Value))
            {
                before.Remove(number);
                moved.Add(clock.Elapsed);
            }
        }

        return moved is [] ? [Limit] : moved;
    }

    private static Dictionary<string, string> OfEverySystem(string seconds, string attemptSeconds) =>
        ((string[])["Umbrella", "Viewpoint", "Postex"]).SelectMany(system => new[]
        {
            KeyValuePair.Create($"{system}:TimeoutSeconds", seconds),
            KeyValuePair.Create($"{system}:AttemptTimeoutSeconds", attemptSeconds),
            KeyValuePair.Create($"{system}:RetryPauseSeconds", "0.2"),
            KeyValuePair.Create($"{system}:RetryAfterCapSeconds", "5"),
            KeyValuePair.Create($"{system}:CircuitMinimumCalls", "10"),
            KeyValuePair.Create($"{system}:CircuitBreakSeconds", "15"),
        }).ToDictionary();
}
