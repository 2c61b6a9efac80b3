using System.Diagnostics;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>A route, faults in its calls, and up to two deaths: all of it follows from the seed.</summary>
internal sealed record RandomCell(
    int Seed, RouteCase Route, IReadOnlyList<CallCell> Faults, IReadOnlyList<(EffectKind Effect, Boundary Where)> Deaths)
{
    private static readonly Boundary[] Boundaries = Enum.GetValues<Boundary>();

    /// <summary>The same seed always gives the same cell.</summary>
    public static RandomCell Of(int seed)
    {
        var chance = new Random(seed);
        var route = RouteCase.All[chance.Next(RouteCase.All.Count)];
        var faults = Enumerable.Range(0, chance.Next(3)).Select(_ => Fault(chance, route)).ToList();
        var deaths = Enumerable.Range(0, chance.Next(3))
            .Select(_ => (route.Effects[chance.Next(route.Effects.Length)], Boundaries[chance.Next(Boundaries.Length)]))
            .ToList();
        return new RandomCell(seed, route, faults, deaths);
    }

    public override string ToString() =>
        $"seed {Seed}: {Route}; {string.Join(", ", Faults.Select(one => $"{one.Fault.Fault} at {one.Call}"))}; "
        + $"dies at {string.Join(", ", Deaths.Select(one => $"{one.Where} of {one.Effect}"))}";

    // A look at a letter's session is known by nothing but the session: its faults would meet other cells.
    private static CallCell Fault(Random chance, RouteCase route)
    {
        var writes = route.Effects.Where(effect => EffectCall.Of(effect).Count > 0).ToList();
        var reads = CallFaults.Reads.Where(read => !new CallCell(route, read.Call, CallFaults.OfReads[0]).RunsAlone).ToList();
        var isWrite = writes.Count > 0 && chance.Next(3) > 0;
        var effect = isWrite ? writes[chance.Next(writes.Count)] : default;
        var call = isWrite ? EffectCall.Of(effect)[0] : reads[chance.Next(reads.Count)].Call;
        FaultRule[] kinds = [.. isWrite ? CallFaults.OfWrites(effect) : CallFaults.OfReads];
        var kind = kinds[chance.Next(kinds.Length)];
        return new CallCell(route, call, kind with { Times = chance.Next(1, 4), After = chance.Next(2) });
    }
}

/// <summary>Runs random cells, many in one life of the app: those that do not die themselves die with the others.</summary>
internal static class RandomCells
{
    private const int Together = 40;

    /// <summary>Runs the seeds from <paramref name="first"/> on, each a cell.</summary>
    public static async Task<FaultRow> RunAsync(FaultWorld world, int first, int count, FaultReport report)
    {
        var rows = new List<FaultRow>();
        foreach (var seeds in Enumerable.Range(first, count).Chunk(Together))
        {
            report.Say($"  seeds {seeds[0]} to {seeds[^1]}");
            rows.Add(await BatchAsync(world, [.. seeds.Select(RandomCell.Of)]));
            report.Add(rows[^1]);
        }

        return FaultRow.Sum("random", rows);
    }

    private static async Task<FaultRow> BatchAsync(FaultWorld world, IReadOnlyList<RandomCell> cells)
    {
        var clock = Stopwatch.StartNew();
        await world.Sandbox.ResetAsync();
        await world.StartAppAsync();
        var cases = await CallCells.OpenAsync(world, [.. cells.Select(cell => (cell.Route, cell.Faults))]);

        for (var life = 0; life < 2 && cells.Any(cell => cell.Deaths.Count > life); life++)
        {
            var points = cells.Zip(cases).Where(one => one.First.Deaths.Count > life)
                .Select(one => (Case: one.Second, Death: one.First.Deaths[life]))
                .Select(one => new ArmedPoint(one.Case.Number, one.Case.Tenant.Number, one.Death.Effect, one.Death.Where))
                .ToList();
            var app = life is 0 ? world.App : await world.StartAppAsync(points);
            await app.ArmAsync(points);
            await Task.WhenAll(cases.Select(one => app.GoAsync(one.Number)));
            await world.DeathAsync();
        }

        var ended = await KillCells.EndAsync(await world.StartAppAsync(), cases);
        // In real time, the simulators': what comes late comes after its case has ended.
        await Task.Delay(cells.SelectMany(cell => cell.Faults).Select(one => one.Fault.Delay).DefaultIfEmpty().Max());
        var seen = await FaultCheck.LookAsync(world, cases, ended);
        var cellOf = cells.Zip(cases).ToDictionary(one => one.Second.Number, one => one.First);
        List<Finding> findings = [.. seen.Select(one =>
            one.Case is { } number && cellOf.TryGetValue(number, out var cell)
                ? one with { What = $"{one.What}; {cell}" } : one)];
        return new FaultRow("random", cells.Count, cells.Count, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }
}
