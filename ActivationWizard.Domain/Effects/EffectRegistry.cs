using System.Collections.Frozen;

namespace ActivationWizard.Domain.Effects;

/// <summary>Every effect there is, found by its type.</summary>
internal static class EffectRegistry
{
    private static readonly FrozenDictionary<EffectKind, Effect> Known = typeof(Effect).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Effect)) && !type.IsAbstract)
        .Select(type => (Effect)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(effect => effect.Kind);

    /// <summary>
    /// The effect of this kind. Throws <see cref="KeyNotFoundException"/> for a value that is not one of the kinds.
    /// </summary>
    public static Effect Of(EffectKind kind) => Known[kind];
}
