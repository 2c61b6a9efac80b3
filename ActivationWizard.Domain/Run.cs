using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain;

/// <summary>What one run of a case remembers and never writes down: the code between its reading and the letter, and what it asked for itself.</summary>
/// <param name="typed">The code that a person typed for this run, if any.</param>
public sealed class Run(ActivationCode? typed = null)
{
    private readonly HashSet<EffectKey> _requested = [];

    /// <summary>The code that was read in this run, if any.</summary>
    public ActivationCode? Code { get; private set; } = typed;

    /// <summary>Remembers the code for the rest of this run.</summary>
    public void Take(ActivationCode code) => Code = code;

    /// <summary>Remembers the effects that were asked for in this run.</summary>
    public void Remember(IEnumerable<CaseEvent> events) => _requested.UnionWith(events.OfType<EffectRequested>().Select(effect => effect.Key));

    /// <summary>True when the effect was asked for in this run, so that it cannot have been carried out before.</summary>
    public bool IsOfThisRun(EffectRequested effect) => _requested.Contains(effect.Key);
}
