using System.Collections.Frozen;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Overview;

/// <summary>How often cases were in a state, and how long they stayed there.</summary>
/// <param name="State">The state.</param>
/// <param name="Cases">Cases that were in it once at least.</param>
/// <param name="Visits">Times that a case came to it.</param>
/// <param name="Half">Within this time half of the visits were over; null for a state in which a case ends.</param>
/// <param name="Total">All visits together.</param>
public sealed record StateVisits(ActivationState State, int Cases, int Visits, TimeSpan? Half, TimeSpan Total);

/// <summary>Where the time of cases went, by the kinds of their events alone: it knows no tenant and no employee.</summary>
/// <param name="Cases">How many cases it is of.</param>
/// <param name="States">Every state of the machine, in its order.</param>
public sealed record StateHeat(int Cases, IReadOnlyList<StateVisits> States)
{
    /// <summary>The warmest level.</summary>
    public const int Warmest = 4;

    private static readonly FrozenDictionary<(ActivationState, string), ActivationState> Next =
        ActivationFlow.Transitions.ToFrozenDictionary(way => (way.From, way.Event), way => way.To);

    /// <summary>From 0 to <see cref="Warmest"/>, by the part of all time that cases were in the state.</summary>
    public int LevelOf(StateVisits visits)
    {
        var part = visits.Total / TimeSpan.FromTicks(Math.Max(1, States.Sum(one => one.Total.Ticks)));
        return part switch { > 0.4 => Warmest, > 0.15 => 3, > 0.05 => 2, > 0 => 1, _ => 0 };
    }

    /// <summary>
    /// The heat of these steps, case after case and in order; what follows an event that does not fit is left out.
    /// </summary>
    public static async Task<StateHeat> OfAsync(IAsyncEnumerable<CaseStep> steps, CancellationToken cancellation)
    {
        var (cases, last) = (0, default(CaseStep));
        var (state, since, seen, fits) = (ActivationState.Opened, default(DateTimeOffset), 0L, false);
        var stays = ActivationStates.All.ToDictionary(one => one, _ => new List<TimeSpan>());
        var (visits, casesIn) = (new int[stays.Count], new int[stays.Count]);
        await foreach (var step in steps.WithCancellation(cancellation))
        {
            if (cases is 0 || step.Case != last.Case)
            {
                (state, since, seen, fits) = (ActivationState.Opened, step.At, 0, true);
                cases++;
                Enter(state);
            }
            else if (fits && (fits = Next.TryGetValue((state, step.Kind), out var next)) && next != state)
            {
                // The time between an end and what opened the case again is nobody's work.
                if (!state.IsFinal)
                    stays[state].Add(step.At - since);
                (state, since) = (next, step.At);
                Enter(state);
            }

            last = step;
        }

        return new StateHeat(cases, [.. stays.Select(one => new StateVisits(
            one.Key,
            casesIn[(int)one.Key],
            visits[(int)one.Key],
            Quantile.Of(one.Value, 0.5),
            TimeSpan.FromTicks(one.Value.Sum(stay => stay.Ticks))))]);

        void Enter(ActivationState entered)
        {
            visits[(int)entered]++;
            if ((seen & (1L << (int)entered)) is 0)
                casesIn[(int)entered]++;
            seen |= 1L << (int)entered;
        }
    }
}
