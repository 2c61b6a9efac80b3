using System.Text.Json.Serialization;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>An effect did not go as it should; <paramref name="Effect"/> is the one it is about.</summary>
public abstract record EffectTrouble(EffectKind Effect, EffectKey? Key) : CaseEvent;

/// <summary>Nothing reached the system: the same may be asked again. No key when it was a look at the facts that failed.</summary>
[JournalName("effect-not-done")]
public sealed record EffectNotDone(EffectKind Effect, EffectKey? Key, FailureReason Why) : EffectTrouble(Effect, Key)
{
    /// <summary>When the wizard tries again by itself; null in journals of before it did, and then a person says so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Again { get; init; }
}

/// <summary>The system said no; <paramref name="Code"/> is its own error code.</summary>
[JournalName("effect-refused")]
public sealed record EffectRefused(EffectKind Effect, EffectKey? Key, string Code) : EffectTrouble(Effect, Key);

/// <summary>It may have happened and it may not: a person looks.</summary>
[JournalName("outcome-unknown")]
public sealed record OutcomeUnknown(EffectKind Effect, EffectKey? Key, FailureReason Why) : EffectTrouble(Effect, Key);

/// <summary>There is no code, or it does not match the pattern, or it is nearly over (G3): a fresh one is made, once.</summary>
[JournalName("code-found-unusable")]
public sealed record CodeFoundUnusable(EffectKey? Key) : EffectTrouble(EffectKind.ReadCode, Key);

/// <summary>The fresh code cannot be used either (G3): nothing is sent, a person looks.</summary>
[JournalName("fresh-code-unusable")]
public sealed record FreshCodeUnusable(EffectKey? Key) : EffectTrouble(EffectKind.ReadCode, Key);

/// <summary>Umbrella made a code and did not mail it: on hold, nothing more is sent, what was done stands.</summary>
[JournalName("code-not-mailed")]
public sealed record CodeNotMailed(EffectKey? Key, string Code) : EffectTrouble(EffectKind.ActivateAccount, Key);

/// <summary>The step is for the employee, in the system's own screens.</summary>
[JournalName("manual-step-needed")]
public sealed record ManualStepNeeded(EffectKind Effect, EffectKey? Key, FailureReason Why) : EffectTrouble(Effect, Key);

/// <summary>The employee could not do the step by hand.</summary>
[JournalName("manual-step-failed")]
public sealed record ManualStepFailed(EffectKind Effect, EffectKey? Key, string Reason) : EffectTrouble(Effect, Key);

/// <summary>What was not done is tried again: a person asks, or it is time; the envelope says which.</summary>
[JournalName("retry-asked")]
public sealed record RetryAsked(EffectKind Effect, EffectKey? Key) : EffectTrouble(Effect, Key);

/// <summary>A person looked at an unknown outcome and could not tell: the case stays where it is.</summary>
[JournalName("attention-left-open")]
public sealed record AttentionLeftOpen(EffectKind Effect, EffectKey? Key, string Note) : EffectTrouble(Effect, Key);

/// <summary>A person looked and it had not happened; doing it again is the same person's choice, with a reason.</summary>
[JournalName("did-not-happen")]
public sealed record DidNotHappen(EffectKind Effect, EffectKey? Key, string Reason) : EffectTrouble(Effect, Key);
