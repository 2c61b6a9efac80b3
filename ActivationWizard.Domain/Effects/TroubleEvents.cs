using System.Text.Json.Serialization;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>An effect did not go as it should; <paramref name="Effect"/> is the one it is about.</summary>
public abstract record EffectTrouble(EffectKind Effect, EffectKey? Key) : CaseEvent
{
    /// <summary>How far it leaves the effect; null when it leaves it as it is.</summary>
    internal virtual EffectStatus? Status => null;

    /// <summary>Nothing more to settle: the case goes on.</summary>
    internal virtual bool IsSettled => false;

    /// <summary>Why the case is on hold after it; null for what does not put it on hold.</summary>
    internal virtual HoldReason? PutsOnHold => null;

    /// <summary>What the effects left behind so far, with what this changes in it.</summary>
    internal virtual EffectResults AddTo(EffectResults results) => results;
}

/// <summary>
/// Nothing reached the system: the same may be asked again. No key when it was a look at the facts that failed.
/// </summary>
[JournalName("effect-not-done")]
public sealed record EffectNotDone(EffectKind Effect, EffectKey? Key, FailureReason Why) : EffectTrouble(Effect, Key)
{
    /// <summary>When the wizard tries again by itself; null in journals of before it did, and then a person says so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Again { get; init; }

    internal override EffectStatus? Status => EffectStatus.NotDone;
}

/// <summary>The system said no; <paramref name="Code"/> is its own error code.</summary>
[JournalName("effect-refused")]
public sealed record EffectRefused(EffectKind Effect, EffectKey? Key, string Code) : EffectTrouble(Effect, Key)
{
    internal override EffectStatus? Status => EffectStatus.Refused;
}

/// <summary>It may have happened and it may not: a person looks.</summary>
[JournalName("outcome-unknown")]
public sealed record OutcomeUnknown(EffectKind Effect, EffectKey? Key, FailureReason Why) : EffectTrouble(Effect, Key)
{
    internal override EffectStatus? Status => EffectStatus.Unknown;
}

/// <summary>
/// It may have been done in time that was lost when the installation went back: a person looks before it is asked for.
/// </summary>
[JournalName("lost-time-doubted")]
public sealed record LostTimeDoubted(EffectKind Effect, EffectKey? Key) : EffectTrouble(Effect, Key)
{
    internal override EffectStatus? Status => EffectStatus.Unknown;
}

/// <summary>The step is for the employee, in the system's own screens.</summary>
[JournalName("manual-step-needed")]
public sealed record ManualStepNeeded(EffectKind Effect, EffectKey? Key, FailureReason Why) : EffectTrouble(Effect, Key)
{
    internal override EffectStatus? Status => EffectStatus.ByHand;
}

/// <summary>The employee could not do the step by hand.</summary>
[JournalName("manual-step-failed")]
public sealed record ManualStepFailed(EffectKind Effect, EffectKey? Key, string Reason) : EffectTrouble(Effect, Key)
{
    internal override EffectStatus? Status => EffectStatus.Unknown;
}

/// <summary>What was not done is tried again: a person asks, or it is time; the envelope says which.</summary>
[JournalName("retry-asked")]
public sealed record RetryAsked(EffectKind Effect, EffectKey? Key) : EffectTrouble(Effect, Key)
{
    internal override bool IsSettled => true;
}

/// <summary>A person looked at an unknown outcome and could not tell: the case stays where it is.</summary>
[JournalName("attention-left-open")]
public sealed record AttentionLeftOpen(EffectKind Effect, EffectKey? Key, string Note) : EffectTrouble(Effect, Key);

/// <summary>
/// The reply was sent and did not arrive: a mail server returned it. A person finds another address, or tells the requester.
/// </summary>
[JournalName("reply-bounced")]
public sealed record ReplyBounced(EffectKind Effect, EffectKey? Key) : EffectTrouble(Effect, Key)
{
    internal override EffectStatus? Status => EffectStatus.Returned;
}

/// <summary>A person looked and it had not happened; doing it again is the same person's choice, with a reason.</summary>
[JournalName("did-not-happen")]
public sealed record DidNotHappen(EffectKind Effect, EffectKey? Key, string Reason) : EffectTrouble(Effect, Key)
{
    internal override EffectStatus? Status => EffectStatus.Refused;

    internal override bool IsSettled => true;
}
