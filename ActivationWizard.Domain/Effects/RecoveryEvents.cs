using System.Text.Json.Serialization;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>A step on the way to an effect, or in finding out what became of it: the effect itself stays where it is.</summary>
public abstract record EffectInquiry(EffectKind Effect, EffectKey? Key) : CaseEvent
{
    /// <summary>What was left behind so far, with what this adds.</summary>
    internal virtual EffectResults AddTo(EffectResults results) => results;
}

/// <summary>
/// No answer to a call that may have been carried out, or to the question whether it was: the wizard finds out by itself, at
/// <paramref name="Again"/>. A 500 is no answer. Before <paramref name="NotBefore"/>, the end of the quiet period where there is
/// one, an effect that is not there may still come, and is not asked for again.
/// </summary>
[JournalName("answer-lost")]
public sealed record AnswerLost(
    EffectKind Effect, EffectKey Key, FailureReason Why, DateTimeOffset NotBefore, DateTimeOffset Again)
    : EffectInquiry(Effect, Key);

/// <summary>It did not happen, or the system honours the key: the same request goes once more, under the same key.</summary>
[JournalName("request-repeated")]
public sealed record RequestRepeated(EffectKind Effect, EffectKey Key) : EffectInquiry(Effect, Key);

/// <summary>A person asks to look now what became of it.</summary>
[JournalName("look-again-asked")]
public sealed record LookAgainAsked(EffectKind Effect, EffectKey? Key) : EffectInquiry(Effect, Key);

/// <summary>
/// What the system says now about an effect that a person has to judge. <paramref name="Detail"/> is what there was to see.
/// </summary>
[JournalName("evidence-found")]
public sealed record EvidenceFound(
    EffectKind Effect, EffectKey? Key, [property: JsonPropertyName("finding")] EvidenceKind Kind, EvidenceDetail? Detail)
    : EffectInquiry(Effect, Key);
