using System.Text.Json.Serialization;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>Committed before the call: what will be asked, of whom, under what key.</summary>
public abstract record EffectRequested([property: JsonIgnore] EffectKind Effect, EffectKey Key) : CaseEvent
{
    /// <summary>What was left behind so far, with what asking for it adds.</summary>
    internal virtual EffectResults AddTo(EffectResults results) => results;
}

/// <summary>Committed after the call: it was done, by the system or, when the envelope names a person, by hand.</summary>
public abstract record EffectDone([property: JsonIgnore] EffectKind Effect, EffectKey Key) : CaseEvent
{
    /// <summary>What was left behind so far, with what this adds at its moment.</summary>
    internal virtual EffectResults AddTo(EffectResults results, DateTimeOffset at) => results;
}
