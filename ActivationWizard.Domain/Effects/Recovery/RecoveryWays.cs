namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>
/// How each effect is recovered now: as the installation's plan has it, but by no question whose answer was never seen to show an
/// effect of ours.
/// </summary>
public sealed class RecoveryWays(IEffectSettings settings, ISightings sightings)
{
    /// <summary>The way for the effect. Throws for one that only looks.</summary>
    public async Task<RecoveryWay> OfAsync(EffectKind effect, CancellationToken cancellation)
    {
        var declared = settings.Recovery.Of(effect);
        if (declared is not RecoveryCapability.Query)
            return new RecoveryWay(declared, null);
        return await sightings.OfAsync(effect, cancellation) switch
        {
            { IsFound: true } => new RecoveryWay(declared, null),
            null => new RecoveryWay(RecoveryCapability.None, Unproven.NeverFound),
            _ => new RecoveryWay(RecoveryCapability.None, Unproven.NotFound),
        };
    }
}

/// <summary>How an effect is recovered, and why by nothing where the plan has a question.</summary>
public sealed record RecoveryWay(RecoveryCapability By, Unproven? Because);

/// <summary>Why a question by our reference does not count.</summary>
public enum Unproven
{
    /// <summary>No effect of ours was found by it yet.</summary>
    NeverFound,

    /// <summary>When a known effect was last looked for, it was not there.</summary>
    NotFound,
}
