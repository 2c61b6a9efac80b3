using System.Collections.Concurrent;
using System.Diagnostics;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Benchmarks.Load;

/// <summary>
/// Requests that come in by the website's door, one every so often whatever the app does, of a new resident each and of every
/// route in turn.
/// </summary>
internal sealed class IncomingRequests(FaultWorld world, TimeSpan every)
{
    private readonly ConcurrentQueue<string> _troubles = new();
    private int _route;

    /// <summary>How many came in, all in all.</summary>
    public int Count => _route;

    /// <summary>What went wrong, in words.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    /// <summary>
    /// Lets them come for so long, and when <paramref name="areHandled"/> waits for an employee to have brought each to its end.
    /// </summary>
    public async Task ComeAsync(TimeSpan time, bool areHandled)
    {
        var clock = Stopwatch.StartNew();
        var going = new List<Task>();
        for (var at = TimeSpan.Zero; at < time; at += every)
        {
            if (at - clock.Elapsed is { Ticks: > 0 } early)
                await Task.Delay(early);
            going.Add(ComeAsync(RouteCase.All[_route++ % RouteCase.All.Count], areHandled));
        }

        await Task.WhenAll(going);
    }

    private async Task ComeAsync(RouteCase route, bool isHandled)
    {
        try
        {
            var one = await world.OpenAsync(route);
            if (isHandled && await world.App.GoAsync(one.Number) is not { State.IsFinal: true } and var standing)
                _troubles.Enqueue($"{one.Number}, {route}: {standing?.ToString() ?? "no answer"}");
        }
        catch (Exception failure)
        {
            _troubles.Enqueue($"{route}: {failure.GetType().Name}: {failure.Message}");
        }
    }
}
