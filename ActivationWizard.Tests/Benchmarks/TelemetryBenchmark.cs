using System.Globalization;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Builder;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// What telemetry adds to an act: the same cases with a collector and without one, in turns, from the answer of the employee to
/// the end of the case, by the moments in the journal.
/// </summary>
internal static class TelemetryBenchmark
{
    private const int Rounds = 6;
    private const int Times = 40;

    public static async Task RunAsync(TextWriter output)
    {
        await using var collector = await LoopbackSite.StartAsync(site =>
        {
            site.MapPost("/v1/traces", () => { });
            site.MapPost("/v1/metrics", () => { });
        });
        var (off, on) = (new List<TimeSpan>(), new List<TimeSpan>());
        await using var without = await FaultWorld.StartAsync();
        await using var with = await FaultWorld.StartAsync(new()
        {
            ["Telemetry:Endpoint"] = collector.Address.AbsoluteUri,
            ["Telemetry:IntervalSeconds"] = "5",
        });
        await without.StartAppAsync();
        await with.StartAppAsync();
        await using var journalWithout = new JournalPeer(without);
        await using var journalWith = new JournalPeer(with);
        for (var round = 0; round < Rounds; round++)
        {
            var (first, second) = (await MeasuredAsync(without, journalWithout), await MeasuredAsync(with, journalWith));
            // The first round warms both up.
            if (round is 0)
                continue;
            off.AddRange(first);
            on.AddRange(second);
        }

        var (quiet, told) = (new Figures(off), new Figures(on));
        await output.WriteLineAsync($"an act without telemetry: {quiet}");
        await output.WriteLineAsync($"an act with telemetry: {told}");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"telemetry adds {(told.Median / quiet.Median - 1) * 100:0.0} % to the median"));
    }

    private static async Task<List<TimeSpan>> MeasuredAsync(FaultWorld world, JournalPeer journal)
    {
        var times = new List<TimeSpan>();
        for (var time = 0; time < Times; time++)
        {
            var one = await world.OpenAsync(RouteCase.Named("e-mail"));
            await world.App.GoAsync(one.Number);
            var entries = await journal.ReadAsync(one.Number);
            times.Add(entries[^1].At - entries.First(entry => entry.Event is ProposalAccepted).At);
        }

        await world.Sandbox.ResetAsync();
        return times;
    }
}
