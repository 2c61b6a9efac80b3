using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Execution;

/// <summary>Has an effect carried out for a run, or finds out what became of one whose answer was lost.</summary>
public sealed class EffectPerformer(
    TenantGuard tenants, EffectExecution execution, EffectRecovery recovery, EvidenceSearch evidence, FactReview facts,
    ActivationSettings settings)
{
    /// <summary>
    /// Carries it out; null when the system is busy with it, or the right to act is lost. A request that was in the journal
    /// before this run may have been carried out already: it is recovered, never simply repeated.
    /// </summary>
    public async Task<CaseEvent?> PerformAsync(
        ActivationCase activation, EffectRequested effect, Run run, CancellationToken cancellation)
    {
        if (!effect.Effect.IsRead && !run.IsOfThisRun(effect))
            return await recovery.LostAsync(activation, effect, FailureReason.Unreachable, cancellation);
        if (run.Claim is { } claim && !await tenants.RenewAsync(claim, cancellation))
            return null;
        return await execution.PerformAsync(activation, effect, run.Typed, cancellation) is { } ended
            ? await recovery.ReadAsync(activation, effect, ended, cancellation) : null;
    }

    /// <summary>
    /// What is known of it now. What is to be asked for once more rests on facts of a while ago: they are read again, as before
    /// it was asked for first (G4).
    /// </summary>
    public async Task<IReadOnlyList<CaseEvent>> RecoverAsync(
        ActivationCase activation, EffectRequested effect, CancellationToken cancellation)
    {
        var found = await recovery.RecoverAsync(activation, effect, cancellation);
        var needsFacts = effect.Effect.NeedsFreshFacts(Proposal.Of(activation)!);
        if (found is not RequestRepeated || !needsFacts || facts.IsFresh(activation))
            return [found];

        return await facts.RecheckAsync(activation, cancellation) switch
        {
            FactsRechecked same => [same, found],
            EffectNotDone silent => [await recovery.LostAsync(activation, effect, silent.Why, cancellation)],
            var changed when settings.Recovery.Of(effect.Effect) is RecoveryCapability.Query or RecoveryCapability.State =>
                [changed],
            _ => [new OutcomeUnknown(effect.Effect, effect.Key, FailureReason.Unreachable)],
        };
    }

    /// <summary>What the system says now of an effect that a person has to judge.</summary>
    public async Task<EvidenceFound> LookAsync(ActivationCase activation, EffectTrouble trouble, CancellationToken cancellation)
    {
        var seen = activation.Asked is not { } asked || asked.Effect != trouble.Effect ? SeenEvidence.CannotBeAsked
            : trouble is LostTimeDoubted ? await evidence.LookBackAsync(activation, asked, cancellation)
            : await evidence.FindAsync(activation, asked, cancellation);
        return new EvidenceFound(trouble.Effect, trouble.Key, seen.Kind, seen.Detail);
    }

    /// <summary>What was done for certain is looked for later, where that teaches something.</summary>
    public Task ExpectAsync(ActivationCase before, EffectDone done, CancellationToken cancellation) =>
        evidence.ExpectAsync(before, done, cancellation);

    /// <summary>The event as it is, with the moment of the next attempt where nothing reached the system.</summary>
    public CaseEvent Waiting(ActivationCase activation, CaseEvent happened) =>
        happened is EffectNotDone missed ? recovery.NotDone(activation, missed) : happened;
}
