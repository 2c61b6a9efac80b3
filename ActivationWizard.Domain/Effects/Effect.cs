using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>
/// Something the wizard does in another system: all there is to know of it. <see cref="EffectRegistry"/> finds every
/// one by itself.
/// </summary>
internal abstract class Effect(EffectKind kind, ForeignSystem system, IReadOnlyList<RecoveryCapability> recoverable)
{
    /// <summary>What it is called in the plan and in the journal.</summary>
    public EffectKind Kind => kind;

    /// <summary>The system that does it.</summary>
    public ForeignSystem System => system;

    /// <summary>
    /// How the contract lets it be recovered when its answer is lost, the default first; empty for one that only looks, and is
    /// simply asked again.
    /// </summary>
    public IReadOnlyList<RecoveryCapability> Recoverable => recoverable;

    /// <summary>The effect that has to be done anew when this one turns out not to have happened; null for most.</summary>
    public virtual EffectKind? FallsWith => null;

    /// <summary>The effect that is no longer under way once a person does this one; null for most.</summary>
    public virtual EffectKind? Interrupts => null;

    /// <summary>
    /// Something leaves for a person with it, or will from then on, or it unblocks or deletes an account: what it rests on is
    /// read just before it (G4).
    /// </summary>
    public virtual bool NeedsFreshFacts(Proposal proposal) => false;

    /// <summary>What the case's own effects made of the facts, with what this one, which is done, makes of them.</summary>
    public virtual OwnChanges AddTo(OwnChanges own, IEffectCase activation, bool isByHand) => own;

    /// <summary>What is written down before it is asked for; everything in it comes from the case.</summary>
    public abstract EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal);

    /// <summary>
    /// Makes the one call that changes something and gives the event that follows; null when the system is busy with
    /// what it was asked.
    /// </summary>
    public abstract Task<CaseEvent?> PerformAsync(EffectRequested asked, EffectCall call);

    /// <summary>What the system says of it afterwards. Reads only.</summary>
    public abstract Task<SeenEvidence> FindEvidenceAsync(
        EffectRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation);

    /// <summary>
    /// The event for a person's yes: done, or seen done, in the system's own screens; null when a yes alone is not enough.
    /// <paramref name="email"/> is where the proposal sends, if anywhere.
    /// </summary>
    public abstract EffectDone? DoneByHand(EffectKey key, EmailAddress? email);
}

/// <summary>An effect with the two events that stand for it in the journal.</summary>
internal abstract class Effect<TRequested, TDone>(
    EffectKind kind, ForeignSystem system, params IReadOnlyList<RecoveryCapability> recoverable)
    : Effect(kind, system, recoverable)
    where TRequested : EffectRequested
    where TDone : EffectDone
{
    /// <inheritdoc />
    public sealed override Task<CaseEvent?> PerformAsync(EffectRequested asked, EffectCall call) =>
        PerformAsync((TRequested)asked, call);

    /// <inheritdoc />
    public sealed override Task<SeenEvidence> FindEvidenceAsync(
        EffectRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation) =>
        FindEvidenceAsync((TRequested)asked, activation, systems, cancellation);

    /// <inheritdoc />
    public sealed override EffectDone? DoneByHand(EffectKey key, EmailAddress? email) => ByHand(key, email);

    protected abstract Task<CaseEvent?> PerformAsync(TRequested asked, EffectCall call);

    protected abstract Task<SeenEvidence> FindEvidenceAsync(
        TRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation);

    protected abstract TDone? ByHand(EffectKey key, EmailAddress? email);

    /// <summary>The system said no, with its own error code.</summary>
    protected virtual CaseEvent Refused(TRequested asked, string code) => new EffectRefused(Kind, asked.Key, code);

    /// <summary>The event that follows the outcome of a changing call.</summary>
    protected async Task<CaseEvent?> OutcomeAsync<T>(TRequested asked, Task<EffectOutcome<T>> call, Func<T, CaseEvent> done) =>
        await call switch
        {
            EffectOutcome<T>.Done outcome => done(outcome.Result),
            EffectOutcome<T>.Refused refused => Refused(asked, refused.Code),
            EffectOutcome<T>.NotDone notDone => NotDone(asked, notDone.Why),
            EffectOutcome<T>.Unknown unknown => new OutcomeUnknown(Kind, asked.Key, unknown.Why),
            _ => throw new InvalidOperationException("EffectOutcome is closed."),
        };

    /// <summary>Nothing reached the system; one that is worked by hand is for the employee.</summary>
    protected CaseEvent NotDone(TRequested asked, FailureReason why) =>
        why is FailureReason.WorkedByHand ? Manual(asked) : new EffectNotDone(Kind, asked.Key, why);

    /// <summary>The step is for the employee.</summary>
    protected static ManualStepNeeded Manual(TRequested asked) => StepByHand.NeededFor(asked);

    /// <summary>What a system's answer shows, or its silence.</summary>
    protected static async Task<SeenEvidence> SeenAsync<T>(Task<Reply<T>> question, Func<T, SeenEvidence> see) =>
        await question switch
        {
            Reply<T>.Answered { Value: var value } => see(value),
            Reply<T>.NotAnswered { Why: FailureReason.WorkedByHand } => SeenEvidence.CannotBeAsked,
            Reply<T>.NotAnswered silent => new(EvidenceKind.Silent, Why: silent.Why),
            _ => throw new InvalidOperationException("Reply is closed."),
        };

    /// <summary>
    /// What stands under our reference, or does not. It is this effect only when it is of the same party, recipient and kind.
    /// </summary>
    protected static SeenEvidence Matched(ReferenceMatch match, TDone done) => match switch
    {
        ReferenceMatch.Nothing => new(EvidenceKind.Absent),
        ReferenceMatch.Ours => new(EvidenceKind.Present, Done: done),
        ReferenceMatch.OfAnother => new(EvidenceKind.CannotTell, EvidenceDetail.OfAnother),
        _ => new(EvidenceKind.CannotTell, EvidenceDetail.CannotCompare),
    };
}
