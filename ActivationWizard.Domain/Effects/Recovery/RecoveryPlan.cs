using System.Collections.Immutable;

namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>How this installation's systems let each effect be recovered.</summary>
public sealed record RecoveryPlan
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private ImmutableDictionary<EffectKind, RecoveryCapability> Declared { get; init; } =
        ImmutableDictionary<EffectKind, RecoveryCapability>.Empty;

    /// <summary>As the contracts have it.</summary>
    public static RecoveryPlan Standard { get; } = new();

    /// <summary>Time for which a key is honoured: after it, asking again would do it again. Default 24 hours.</summary>
    public TimeSpan KeyLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How the effect is recovered. Throws for one that only looks.</summary>
    public RecoveryCapability Of(EffectKind effect) =>
        Declared.TryGetValue(effect, out var declared) ? declared : effect.Recoverable[0];

    /// <summary>
    /// The plan with this capability for the effect. Throws <see cref="ArgumentException"/> when the contract cannot carry it.
    /// </summary>
    public RecoveryPlan With(EffectKind effect, RecoveryCapability capability) => effect.Recoverable.Contains(capability)
        ? this with { Declared = Declared.SetItem(effect, capability) }
        : throw new ArgumentException($"{effect} cannot be recovered by {capability}.", nameof(capability));

    /// <summary>
    /// Until when the key of a request may be used: counted from before the first call, less the time a last call may take, so
    /// that the system cannot have forgotten it.
    /// </summary>
    public DateTimeOffset KeyValidUntil(DateTimeOffset requestedAt) =>
        requestedAt + KeyLifetime - (KeyLifetime > 2 * Margin ? Margin : KeyLifetime / 2);
}
