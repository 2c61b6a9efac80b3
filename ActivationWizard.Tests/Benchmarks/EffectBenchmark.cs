using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// What the journal and the runner add to one effect: from the moment it is written down until the next one is, against a bare
/// HTTP call to the same system.
/// </summary>
internal static class EffectBenchmark
{
    private const int Times = 100;

    public static async Task RunAsync(TextWriter output)
    {
        await using var world = await FaultWorld.StartAsync();
        await world.StartAppAsync();
        await using var journal = new JournalPeer(world);
        var (effects, calls) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var time = 0; time < Times; time++)
        {
            var one = await world.OpenAsync(RouteCase.Named("e-mail"));
            await world.App.GoAsync(one.Number);
            var entries = await journal.ReadAsync(one.Number);
            effects.Add(At<ContactRegistrationRequested>(entries) - At<ActivationRequested>(entries));
            calls.Add(await CallAsync(world, one));
            if (time % 20 is 19)
                await world.Sandbox.ResetAsync();
        }

        var (effect, call) = (new Figures(effects.Skip(Times / 10)), new Figures(calls.Skip(Times / 10)));
        await output.WriteLineAsync($"one effect: {effect}");
        await output.WriteLineAsync($"bare call: {call}");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"an effect costs {(effect.Median - call.Median) * 1000:0.0} ms over a bare call"));
    }

    private static DateTimeOffset At<T>(IEnumerable<RecordedEvent> entries) => entries.First(entry => entry.Event is T).At;

    // The same call as the wizard made for this tenant, once more and by hand.
    private static async Task<TimeSpan> CallAsync(FaultWorld world, CaseUnderTest one)
    {
        var klant = (string)(await world.Sandbox.StateAsync($"people/{one.Tenant.Number}"))["klanten"]![0]!["klantId"]!;
        using var http = new HttpClient { DefaultRequestHeaders = { { "X-API-KEY", "demo-umbrella-sleutel" } } };
        var address = new Uri(world.Sandbox.Address, $"umbrella/api/v1/klanten/{klant}/account");
        await http.GetAsync(address);
        var since = Stopwatch.GetTimestamp();
        var body = new { verzendwijze = "email", emailadres = one.Tenant.Email };
        using var answer = await http.PostAsJsonAsync(new Uri($"{address}/activatie"), body);
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(since);
    }
}
