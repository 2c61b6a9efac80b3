using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Replay.Diagram;

/// <summary>A way from one state to another, and the events that take a case along it.</summary>
public sealed record DiagramEdge(ActivationState From, ActivationState To, IReadOnlyList<string> Events);

/// <summary>The ways of the state machine as it describes itself.</summary>
public static class DiagramEdges
{
    /// <summary>Every way between two states; events that leave a case where it is are not among them.</summary>
    public static IReadOnlyList<DiagramEdge> All { get; } =
    [
        .. ActivationFlow.Transitions
            .Where(way => way.From != way.To)
            .GroupBy(way => (way.From, way.To), way => way.Event)
            .Select(ways => new DiagramEdge(ways.Key.From, ways.Key.To, [.. ways.Order(StringComparer.Ordinal)]))
            .OrderBy(way => way.From)
            .ThenBy(way => way.To),
    ];

    /// <summary>Those with a line of their own.</summary>
    public static IReadOnlyList<DiagramEdge> Drawn { get; } = [.. All.Where(way => !DiagramRoutes.IsShared(way.From, way.To))];

    /// <summary>Those that closing a case stands for.</summary>
    public static IReadOnlyList<string> Closing { get; } = EventsOf(way => way.To is ActivationState.Withdrawn);

    /// <summary>The events that lead from the effects to this state, and back.</summary>
    public static IReadOnlyList<string> OfFrame(ActivationState state) =>
        EventsOf(way => DiagramRoutes.IsShared(way.From, way.To)
            && (way.From == state || way.To == state) && way.To is not ActivationState.Withdrawn);

    /// <summary>The events after which the case is still in this state.</summary>
    public static IReadOnlyList<string> Staying(ActivationState state) =>
        [.. ActivationFlow.Transitions.Where(way => way.From == state && way.To == state)
            .Select(way => way.Event).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> EventsOf(Func<DiagramEdge, bool> which) =>
        [.. All.Where(which).SelectMany(way => way.Events).Distinct().Order(StringComparer.Ordinal)];
}
