using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

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
/// Finds out whether an effect happened. Reads only; that a system cannot be asked at all is evidence as well. Where no effect of
/// ours was ever found by our reference, that nothing is there is no evidence: the system may not look at it.
/// </summary>
public sealed class EvidenceSearch(
    IUmbrella umbrella, IViewpoint viewpoint, IPostex postex, IMailbox mailbox, IEffectSettings settings, ISightings sightings)
{
    private readonly EffectSystems _systems = new(umbrella, viewpoint, postex, mailbox);
    private readonly RecoveryWays _ways = new(settings, sightings);

    /// <summary>What the system says now.</summary>
    public async Task<SeenEvidence> FindAsync(IEffectCase activation, EffectRequested asked, CancellationToken cancellation)
    {
        if (!CanBeAsked(asked.Effect))
            return SeenEvidence.CannotBeAsked;

        var seen = await EffectRegistry.Of(asked.Effect).FindEvidenceAsync(asked, activation, _systems, cancellation);
        if (!IsQueried(asked.Effect) || await IsProvenAsync(asked.Effect, cancellation))
            return seen;
        if (seen.Kind is EvidenceKind.Present)
            await sightings.NoteAsync(asked.Effect, isFound: true, cancellation);
        return seen.Kind is EvidenceKind.Absent ? new(EvidenceKind.CannotTell, EvidenceDetail.NeverSeen) : seen;
    }

    /// <summary>
    /// An effect was done for certain. It is looked for later where none of its kind was found yet, and where it was asked for
    /// once more because the first was not there.
    /// </summary>
    public async Task ExpectAsync(IEffectCase before, EffectDone done, CancellationToken cancellation)
    {
        if (IsQueried(done.Effect) && (before.Lost is not null || !await IsProvenAsync(done.Effect, cancellation)))
            await sightings.ExpectAsync(done.Effect, before.Number, done.Key, cancellation);
    }

    /// <summary>
    /// Looks for an effect that was done for certain and notes whether it was found. False when the system does not answer: it is
    /// looked for again later.
    /// </summary>
    public async Task<bool> LearnAsync(IEffectCase activation, EffectRequested known, CancellationToken cancellation)
    {
        if (!IsQueried(known.Effect))
            return true;
        var seen = await EffectRegistry.Of(known.Effect).FindEvidenceAsync(known, activation, _systems, cancellation);
        if (seen is { Kind: EvidenceKind.Silent, Why: FailureReason.Unreachable })
            return false;
        await sightings.NoteAsync(known.Effect, seen.Kind is EvidenceKind.Present, cancellation);
        return true;
    }

    /// <summary>
    /// What there is to see of an effect whose key nobody knows, because the installation went back: the wanted state, and what
    /// Viewpoint has of the case under keys that are not in its journal. A reference that is not known proves nothing by its
    /// absence.
    /// </summary>
    public async Task<SeenEvidence> LookBackAsync(
        IEffectCase activation, EffectRequested asked, CancellationToken cancellation)
    {
        if (IsState(asked.Effect))
            return await EffectRegistry.Of(asked.Effect).FindEvidenceAsync(asked, activation, _systems, cancellation);
        if (activation.Party is not { Id.Length: > 0 } party)
            return SeenEvidence.CannotBeAsked;

        return await viewpoint.RegisteredKeysAsync(activation.Number, party.Id, cancellation) switch
        {
            Reply<IReadOnlyList<EffectKey>>.Answered { Value: var keys } => new(
                EvidenceKind.CannotTell,
                keys.Any(key => activation.Effects.All(one => one.Key != key)) ? EvidenceDetail.Traces : EvidenceDetail.NoTraces),
            Reply<IReadOnlyList<EffectKey>>.NotAnswered { Why: FailureReason.WorkedByHand } => SeenEvidence.CannotBeAsked,
            Reply<IReadOnlyList<EffectKey>>.NotAnswered silent => new(EvidenceKind.Silent, Why: silent.Why),
            _ => throw new InvalidOperationException("Reply is closed."),
        };
    }

    // An installation that says a system cannot be asked by our reference does not trust what it would answer: an
    // empty list is no proof.
    private bool CanBeAsked(EffectKind effect) =>
        !effect.Recoverable.Contains(RecoveryCapability.Query)
        || settings.Recovery.Of(effect) is RecoveryCapability.Query or RecoveryCapability.State;

    // A reply is found by a key, also where its draft shows its state.
    private static bool IsState(EffectKind effect) => effect.Recoverable.Contains(RecoveryCapability.State)
        && !effect.Recoverable.Contains(RecoveryCapability.Query);

    private bool IsQueried(EffectKind effect) =>
        effect.Recoverable.Contains(RecoveryCapability.Query) && settings.Recovery.Of(effect) is RecoveryCapability.Query;

    private async Task<bool> IsProvenAsync(EffectKind effect, CancellationToken cancellation) =>
        (await _ways.OfAsync(effect, cancellation)).By is RecoveryCapability.Query;
}
