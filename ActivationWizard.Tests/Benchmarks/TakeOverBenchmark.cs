using System.Diagnostics;
using System.Globalization;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// Two instances on one PostgreSQL with the product's own settings. Six letters are under way at the one when it is killed with
/// SIGKILL: how long until the other goes on with all of them, and until all of them are done. Once with letters that Postex has
/// taken in and not answered yet, once with letters that it takes in late, and once with letters that never reached it.
/// </summary>
internal static class TakeOverBenchmark
{
    private const int Letters = 6;
    private const int Rounds = 3;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    // What is set where nothing is: the fault suite's own are far shorter.
    private static readonly Dictionary<string, string> Products = new()
    {
        ["Activation:ConfirmationIntervalSeconds"] = "2",
        ["Activation:ConfirmationLimitSeconds"] = "600",
        ["Activation:QuietPeriodSeconds"] = "60",
        ["Activation:RetryPausesSeconds"] = "10,30,60,120,300,600,900",
        ["Journal:LeaseSeconds"] = "6",
        ["Postex:TimeoutSeconds"] = "30",
        ["Postex:AttemptTimeoutSeconds"] = "10",
        ["Work:CasesAtOnce"] = "8",
        ["Work:SweepIntervalSeconds"] = "5",
    };

    private static readonly (string Name, FaultKind Fault, TimeSpan Late, int Rounds)[] Ways =
    [
        ("taken in, not answered", FaultKind.TimeoutAfter, TimeSpan.Zero, Rounds),
        ("taken in 12 s late", FaultKind.LateEffect, TimeSpan.FromSeconds(12), 1),
        ("never arrived", FaultKind.TimeoutBefore, TimeSpan.Zero, 1),
    ];

    public static async Task RunAsync(TextWriter output)
    {
        await using var server = new PostgresServer(isDurable: true);
        var settings = await PostgresWorld.SettingsAsync(server);
        foreach (var (key, value) in Products)
            settings[key] = value;
        await using var world = await FaultWorld.StartAsync(settings);
        await using var survivor = await world.AnotherAppAsync();
        await using var journal = new JournalPeer(world);
        foreach (var (name, fault, late, rounds) in Ways)
        {
            var (moving, done) = (new List<TimeSpan>(), new List<TimeSpan>());
            for (var round = 0; round < rounds; round++)
            {
                var taken = await TakenOverAsync(world, journal, new FaultRule
                {
                    Fault = fault,
                    System = "postex",
                    Method = "POST",
                    Times = Letters,
                    Delay = late,
                    Status = 0,
                });
                moving.Add(taken.Moving);
                done.Add(taken.Done);
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, {Letters} letters: all moving {new Figures(moving)} (at most 15 s); "
                + $"all done {new Figures(done)} (at most 25 s)"));
        }

        var twice = (await world.Sandbox.LedgerAsync()).Where(entry => entry.IdempotencyKey is not null)
            .GroupBy(entry => (entry.IdempotencyKey, entry.Effect)).Count(group => group.Count() > 1);
        await output.WriteLineAsync($"done twice: {twice}");
    }

    private static async Task<(TimeSpan Moving, TimeSpan Done)> TakenOverAsync(
        FaultWorld world, JournalPeer journal, FaultRule rule)
    {
        await using var dying = await world.AnotherAppAsync();
        var cases = new List<CaseUnderTest>();
        for (var at = 0; at < Letters; at++)
        {
            var route = RouteCase.Named("letter");
            cases.Add(await world.OpenAsync(route, await world.SettleAsync(route), dying));
        }

        await world.Sandbox.ScriptAsync([rule]);
        var handling = cases.Select(one => dying.GoAsync(one.Number)).ToList();
        var versions = await UntilAsync(
            journal, cases, one => one.Pending is { Effect: EffectKind.DispatchLetter }, "every letter is under way");
        // Each call has left once the simulator has met it.
        await UntilMetAsync(world);
        await dying.Process.KillAsync();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(handling);
        await world.Sandbox.ClearFaultsAsync();

        await UntilAsync(journal, cases, one => one.Version > versions[one.Number.ToString()], "every case moves");
        var moving = clock.Elapsed;
        await UntilAsync(journal, cases, one => one.State is ActivationState.SentByLetter, "every letter is done");
        return (moving, clock.Elapsed);
    }

    private static async Task UntilMetAsync(FaultWorld world)
    {
        var clock = Stopwatch.StartNew();
        while ((await world.Sandbox.FaultsAsync()).Sum(rule => rule.Met) < Letters)
            await PauseAsync(clock, "every call has left");
    }

    // The versions of the cases once all of them are so.
    private static async Task<IReadOnlyDictionary<string, int>> UntilAsync(
        JournalPeer journal, IReadOnlyList<CaseUnderTest> cases, Func<ActivationCase, bool> isSo, string awaited)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var now = new List<ActivationCase>();
            foreach (var one in cases)
                now.Add(ActivationCase.Fold(await journal.ReadAsync(one.Number)));
            if (now.TrueForAll(one => isSo(one)))
                return now.ToDictionary(one => one.Number.ToString(), one => one.Version);
            await PauseAsync(clock, $"{awaited}; it is {string.Join(", ", now.Select(one => one.State))}");
        }
    }

    private static Task PauseAsync(Stopwatch clock, string awaited) => clock.Elapsed < Limit
        ? Task.Delay(Look)
        : throw new TimeoutException($"Waited {Limit.TotalMinutes:0} minutes until {awaited}.");
}
