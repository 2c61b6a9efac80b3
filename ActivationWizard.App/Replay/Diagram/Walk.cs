using System.Collections.Immutable;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Replay.Diagram;

/// <summary>The path that a case walked through the state machine, up to a moment of its journal.</summary>
/// <param name="Current">Where it is at that moment.</param>
/// <param name="Reached">Every state it has been in, with the sequence of the event that last brought it there.</param>
/// <param name="Failed">The states in which something went wrong.</param>
/// <param name="Ways">The ways it went between states, each once, in the order of the first time.</param>
/// <param name="Latest">The way that the last event went; null when it stayed where it was.</param>
public sealed record Walk(
    ActivationState Current,
    ImmutableDictionary<ActivationState, int> Reached,
    ImmutableHashSet<ActivationState> Failed,
    ImmutableList<(ActivationState From, ActivationState To)> Ways,
    (ActivationState From, ActivationState To)? Latest)
{
    /// <summary>At the first event: the case was opened.</summary>
    public static Walk Start { get; } = new(
        ActivationState.Opened, ImmutableDictionary<ActivationState, int>.Empty.Add(ActivationState.Opened, 1), [], [], null);

    /// <summary>The walk one event further.</summary>
    public Walk To(ActivationCase next)
    {
        var failed = CaseMarks.IsFault(next.Last) ? Failed.Add(Current) : Failed;
        if (next.State == Current)
            return this with { Failed = failed, Latest = null };

        var way = (Current, next.State);
        return new Walk(next.State, Reached.SetItem(next.State, next.Version), failed,
            Ways.Contains(way) ? Ways : Ways.Add(way), way);
    }
}
