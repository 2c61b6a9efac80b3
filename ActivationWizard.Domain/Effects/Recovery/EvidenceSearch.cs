using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>What was seen of an effect.</summary>
/// <param name="Kind">What the system says.</param>
/// <param name="Detail">What there was to see; null when nothing more than the kind.</param>
/// <param name="Done">The event that closes the effect; null when it is not there.</param>
/// <param name="Why">Why nothing was seen; null when something was.</param>
public sealed record SeenEvidence(
    EvidenceKind Kind, EvidenceDetail? Detail = null, EffectDone? Done = null, FailureReason? Why = null)
{
    /// <summary>The system cannot be asked at all.</summary>
    public static SeenEvidence CannotBeAsked { get; } =
        new(EvidenceKind.CannotTell, EvidenceDetail.CannotBeAsked, Why: FailureReason.WorkedByHand);
}

/// <summary>
/// Finds out whether an effect happened. Reads only; that a system cannot be asked at all is evidence as well.
/// </summary>
public sealed class EvidenceSearch(
    IUmbrella umbrella, IViewpoint viewpoint, IPostex postex, IMailbox mailbox, IEffectSettings settings)
{
    private readonly EffectSystems _systems = new(umbrella, viewpoint, postex, mailbox);

    /// <summary>What the system says now.</summary>
    public async Task<SeenEvidence> FindAsync(IEffectCase activation, EffectRequested asked, CancellationToken cancellation) =>
        CanBeAsked(asked.Effect)
            ? await EffectRegistry.Of(asked.Effect).FindEvidenceAsync(asked, activation, _systems, cancellation)
            : SeenEvidence.CannotBeAsked;

    // An installation that says a system cannot be asked by our reference does not trust what it would answer: an
    // empty list is no proof.
    private bool CanBeAsked(EffectKind effect) =>
        !effect.Recoverable.Contains(RecoveryCapability.Query) || settings.Recovery.Of(effect) is RecoveryCapability.Query;
}
