using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>What one system gave trouble with in a case.</summary>
/// <param name="Faults">Times that it did not go as it should.</param>
/// <param name="Retries">Times that it was asked again.</param>
/// <param name="ByHand">Steps that a person did in its own screens, or saw done there.</param>
public readonly record struct SystemMarks(int Faults, int Retries, int ByHand)
{
    /// <summary>Nothing out of the ordinary.</summary>
    public bool IsNone => this == default;
}

/// <summary>What was out of the ordinary in a case: counted while it is folded, for the lists and the overview.</summary>
public sealed record CaseMarks(
    SystemMarks Umbrella, SystemMarks Viewpoint, SystemMarks Postex, SystemMarks Mailbox, bool NeededAttention)
{
    /// <summary>Nothing.</summary>
    public static CaseMarks None { get; } = new(default, default, default, default, false);

    /// <summary>Those of one system.</summary>
    public SystemMarks this[ForeignSystem system] => system switch
    {
        ForeignSystem.Umbrella => Umbrella,
        ForeignSystem.Viewpoint => Viewpoint,
        ForeignSystem.Postex => Postex,
        _ => Mailbox,
    };

    /// <summary>Something did not go as it should; asking again or looking at it is no fault.</summary>
    public static bool IsFault(CaseEvent? happened) =>
        happened is ChangedBeforeSending or ReplyNotComposed or AnswerLost
        || happened is EffectTrouble and not (RetryAsked or AttentionLeftOpen or DidNotHappen or ManualStepNeeded);

    /// <summary>The marks after one more event, which brought the case to this state.</summary>
    public CaseMarks After(RecordedEvent entry, ActivationState state)
    {
        var marks = state is ActivationState.NeedsAttention && !NeededAttention ? this with { NeededAttention = true } : this;
        return entry.Event switch
        {
            ReplyNotComposed => marks.With(ForeignSystem.Mailbox, new SystemMarks(1, 0, 0)),
            RetryAsked or DidNotHappen => marks.With(((EffectTrouble)entry.Event).Effect.System, new SystemMarks(0, 1, 0)),
            EffectTrouble trouble when IsFault(trouble) => marks.With(trouble.Effect.System, new SystemMarks(1, 0, 0)),
            AnswerLost lost => marks.With(lost.Effect.System, new SystemMarks(1, 0, 0)),
            RequestRepeated repeated => marks.With(repeated.Effect.System, new SystemMarks(0, 1, 0)),
            EffectDone done when entry.Actor.Role is not Role.Machine => marks.With(done.Effect.System, new SystemMarks(0, 0, 1)),
            _ => marks,
        };
    }

    private CaseMarks With(ForeignSystem system, SystemMarks more) => system switch
    {
        ForeignSystem.Umbrella => this with { Umbrella = Sum(Umbrella, more) },
        ForeignSystem.Viewpoint => this with { Viewpoint = Sum(Viewpoint, more) },
        ForeignSystem.Postex => this with { Postex = Sum(Postex, more) },
        _ => this with { Mailbox = Sum(Mailbox, more) },
    };

    private static SystemMarks Sum(SystemMarks one, SystemMarks other) =>
        new(one.Faults + other.Faults, one.Retries + other.Retries, one.ByHand + other.ByHand);
}
