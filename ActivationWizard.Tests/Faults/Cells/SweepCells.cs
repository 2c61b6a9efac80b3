using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>The process dies in the call of this name that it makes the so manieth time.</summary>
internal sealed record SweepPoint(string Call, int Time)
{
    /// <summary>In the words of strace.</summary>
    public string Death => string.Create(CultureInfo.InvariantCulture, $"signal=KILL:when={Time}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Call} {Time}");
}

/// <summary>
/// SIGKILL at every write, sync, send and receive of one whole letter case, from the request that comes in to the letter in the
/// dossier: each point a process of its own with a case of its own, which dies there. Then one start takes up what they left.
/// </summary>
internal static class SweepCells
{
    /// <summary>A whole sweep has at least so many points.</summary>
    public const int Fewest = 150;

    private const int Most = 240;

    private const string Name = "strace sweep of a letter";

    /// <summary>How many die before what they left is taken up.</summary>
    private const int Together = 48;

    private const int AtOnce = 3;

    private static readonly string[] Calls =
        ["write", "pwrite64", "fsync", "fdatasync", "sendto", "recvfrom", "sendmsg", "recvmsg"];

    private static readonly RouteCase Route = RouteCase.Named("letter");

    /// <summary>The whole sweep; a finding says when it had too few points.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        if (Strace.Problem is { } problem)
            report.Say($"  skipped: {problem}");
        else if (await SweepAsync(Most, report) is var points and < Fewest)
        {
            var few = new Finding(Harm.Broken, null, $"{points} points were reached, and a sweep has at least {Fewest}");
            report.Add(new FaultRow(Name, 0, 0, 0, [few], TimeSpan.Zero));
        }
    }

    /// <summary>At most so many points, evenly over all that a case offers; how many were reached.</summary>
    public static async Task<int> SweepAsync(int most, FaultReport report)
    {
        await using var world = await FaultWorld.StartAsync();
        var offered = await OfferedAsync(world);
        report.Say(
            $"  a case makes {string.Join(", ", offered.GroupBy(one => one.Call).Select(of => $"{of.Count()} {of.Key}"))}");
        var count = Math.Min(most, offered.Count);
        var reached = 0;
        foreach (var batch in Enumerable.Range(0, count)
            .Select(at => offered[(int)((long)at * offered.Count / count)]).Chunk(Together))
        {
            report.Say($"  {batch[0]} to {batch[^1]}");
            var row = await BatchAsync(world, batch);
            report.Add(row);
            reached += row.Cells;
        }

        return reached;
    }

    // strace counts the calls of each thread for itself: the longest count is how far a point can go.
    private static async Task<IReadOnlyList<SweepPoint>> OfferedAsync(FaultWorld world)
    {
        var made = new ConcurrentDictionary<(string Call, string Thread), int>();
        var letter = new Letter(await world.SettleAsync(Route), world.NextRequest());
        await using var app = await VictimAsync(world);
        var trace = world.FileNamed("trace");
        await using (await Strace.WatchAsync(app.Process, string.Join(',', Calls), trace))
            await letter.HandleAsync(app);
        foreach (var line in await File.ReadAllLinesAsync(trace))
        {
            if (line.Split((char[])[' ', '('], StringSplitOptions.RemoveEmptyEntries) is [var thread, var call, ..]
                && Calls.Contains(call))
                made.AddOrUpdate((call, thread), 1, (_, count) => count + 1);
        }

        return [.. from call in Calls
                   from time in Enumerable.Range(1, made.Where(one => one.Key.Call == call).Max(one => (int?)one.Value) ?? 0)
                   select new SweepPoint(call, time)];
    }

    private static async Task<FaultRow> BatchAsync(FaultWorld world, IReadOnlyList<SweepPoint> points)
    {
        var clock = Stopwatch.StartNew();
        await world.Sandbox.ResetAsync();
        var letters = new ConcurrentQueue<Letter>();
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (point, _) =>
        {
            var letter = new Letter(await world.SettleAsync(Route), world.NextRequest());
            letters.Enqueue(letter);
            await using var victim = await VictimAsync(world);
            await using (await Strace.AttachAsync(victim.Process, point.Call, point.Death))
                await letter.HandleAsync(victim);
            letter.HasDied = await victim.HasDiedAsync();
        });

        var app = await world.StartAppAsync();
        var cases = new List<CaseUnderTest>();
        foreach (var letter in letters)
            cases.Add(await letter.CaseAsync(app));
        var ended = await KillCells.EndAsync(app, cases);
        var findings = await FaultCheck.LookAsync(world, cases, ended);
        if (cases.Select(one => one.Number).Distinct().Count() < cases.Count)
            findings = [.. findings, new Finding(Harm.Lost, null, "two requests have one case")];
        await world.EndAppAsync();
        return new FaultRow(
            Name, letters.Count(one => one.HasDied), cases.Count, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }

    // It has its own case only: what others left is for the start that comes after. With one worker thread the calls of a case
    // come in the same order every time, and strace counts them as one row.
    private static async Task<AppPeer> VictimAsync(FaultWorld world) => await world.AnotherAppAsync(
        mistake: Mistake.NoRecovery,
        environment: new() { ["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "1" });

    /// <summary>A request for a letter, as the website sends it and an employee handles it.</summary>
    private sealed class Letter(Tenant tenant, string request)
    {
        private const int Seconds = 30;

        private string? _number;

        public bool HasDied { get; set; }

        /// <summary>As far as the process comes.</summary>
        public async Task HandleAsync(AppPeer app)
        {
            _number = await app.TryAskAsync(tenant, request);
            if (_number is not null)
                await app.GoAsync(_number, Seconds);
        }

        /// <summary>Its case: the website that heard nothing sends the same request once more.</summary>
        public async Task<CaseUnderTest> CaseAsync(AppPeer app)
        {
            var number = await app.AskAsync(tenant, request);
            return _number is null || _number == number
                ? new CaseUnderTest(Route, tenant, number)
                : throw new InvalidOperationException($"The request of {_number} has a second case, {number}.");
        }
    }
}
