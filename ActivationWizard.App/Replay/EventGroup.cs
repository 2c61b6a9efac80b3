using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;

namespace ActivationWizard.App.Replay;

/// <summary>Events in a row about one thing that is done in another system, or one event that is about none.</summary>
/// <param name="Effect">What is done; null for an event by itself.</param>
/// <param name="Moments">The events, in order; at least one.</param>
public sealed record EventGroup(EffectKind? Effect, IReadOnlyList<ReplayMoment> Moments)
{
    /// <summary>Sequence of the first event.</summary>
    public int First => Moments[0].Sequence;

    /// <summary>How many times the system was asked to do it.</summary>
    public int Attempts => Moments.Count(IsAttempt);

    /// <summary>From the first event to the last.</summary>
    public TimeSpan Took => Moments[^1].Entry.At - Moments[0].Entry.At;

    /// <summary>True when this event is one of them.</summary>
    public bool Holds(int sequence) => sequence >= First && sequence <= Moments[^1].Sequence;

    /// <summary>Which attempt this event is; null for what is none, and where there was only one.</summary>
    public int? AttemptOf(ReplayMoment moment) =>
        Attempts > 1 && IsAttempt(moment) ? Moments.TakeWhile(one => one != moment).Count(IsAttempt) + 1 : null;

    /// <summary>All events of a case in groups; a look at the facts between two attempts belongs to them.</summary>
    public static IReadOnlyList<EventGroup> Of(IReadOnlyList<ReplayMoment> moments)
    {
        var groups = new List<EventGroup>();
        for (var at = 0; at < moments.Count;)
        {
            var effect = EffectOf(moments[at]);
            var end = at + 1;
            while (effect is not null && Next(moments, end) is { } next && EffectOf(moments[next]) == effect)
                end = next + 1;
            groups.Add(new EventGroup(end - at is 1 ? null : effect, [.. moments.Skip(at).Take(end - at)]));
            at = end;
        }

        return groups;
    }

    private static int? Next(IReadOnlyList<ReplayMoment> moments, int from)
    {
        var next = from < moments.Count && moments[from].Entry.Event is FactsRechecked ? from + 1 : from;
        return next < moments.Count ? next : null;
    }

    private static bool IsAttempt(ReplayMoment moment) => moment.Entry.Event is EffectRequested or RequestRepeated;

    private static EffectKind? EffectOf(ReplayMoment moment) => moment.Entry.Event switch
    {
        EffectRequested requested => requested.Effect,
        EffectDone done => done.Effect,
        EffectTrouble trouble => trouble.Effect,
        EffectInquiry inquiry => inquiry.Effect,
        _ => null,
    };
}
