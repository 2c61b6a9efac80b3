using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>
/// What one run of a case remembers and never writes down: the code that was typed for its letter, and what it asked for itself.
/// </summary>
/// <param name="typed">The code that a person typed for this run, if any.</param>
public sealed class Run(ActivationCode? typed = null)
{
    private readonly HashSet<EffectKey> _requested = [];

    /// <summary>The code that a person typed for this run; null when none was.</summary>
    public ActivationCode? Typed => typed;

    /// <summary>The right of this run to act; null while it needs none.</summary>
    public TenantClaim? Claim { get; set; }

    /// <summary>Remembers the effects that were asked for in this run.</summary>
    public void Remember(IEnumerable<CaseEvent> events) => _requested.UnionWith(events.Select(one => one switch
    {
        EffectRequested effect => effect.Key,
        RequestRepeated again => again.Key,
        _ => null,
    }).OfType<EffectKey>());

    /// <summary>True when this run asked for the effect, or asked for it again, and the call is still to be made.</summary>
    public bool IsOfThisRun(EffectRequested effect) => _requested.Contains(effect.Key);
}

/// <summary>
/// A run has ended: the case as it is, and when it can go on by itself; null when it waits for a person or is over.
/// </summary>
public sealed record RunEnd(ActivationCase Case, DateTimeOffset? Again);
