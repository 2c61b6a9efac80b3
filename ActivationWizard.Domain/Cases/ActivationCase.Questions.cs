using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Domain.Cases;

/// <summary>What follows from the case as it is, and from a journal that went back.</summary>
public sealed partial record ActivationCase
{
    /// <summary>Fingerprint of the code that was read; null when none was.</summary>
    public string? Fingerprint => Results.Fingerprint;

    /// <summary>
    /// When a code last left for the tenant or the administrator (G2), or was given the old way; null when none did.
    /// </summary>
    public DateTimeOffset? CodeSentAt => Results.CodeSentAt ?? (HasGivenCode ? CompletedAt : null);

    /// <inheritdoc />
    public bool IsReplyAsComposed =>
        Acceptance?.Reply is { } reply && Composed is ReplyComposed { Text: var text } && text == reply;

    /// <summary>
    /// Between the old account's end and the new code the tenant has no account: that stretch only goes forward.
    /// </summary>
    public bool OnlyForward => EffectPlan.IsOnlyForward(this);

    /// <summary>A person may close it without effect.</summary>
    public bool CanWithdraw => !State.IsFinal && !OnlyForward && Pending is null && !IsBounced;

    /// <summary>A person may close it as one that came in twice: nobody has agreed to anything, and nothing was done.</summary>
    public bool CanBeDouble => CanWithdraw && AcceptedAt is 0 && Effects.Count is 0;

    /// <summary>The case that goes on in its place, because the request came in twice; null when it did not.</summary>
    public CaseNumber? DoubleOf { get; private init; }

    /// <summary>Whoever has it may give it back to the list: nothing was done for it yet.</summary>
    public bool CanSkip =>
        State is GatheringFacts or ChoosingTenant or AwaitingDecision or OnHold
        && !Effects.Any(one => one.MayHaveHappened);

    /// <summary>A person may have the sources asked again, which drops what was proposed.</summary>
    public bool CanFetchAgain =>
        State is OnHold or AwaitingDecision or ChoosingTenant
        || (State is NeedsAttention && Trouble is not OutcomeUnknown and not ManualStepFailed and not ReplyBounced);

    /// <summary>
    /// The epoch that began when the installation last went back while this case was open; null when it never did.
    /// </summary>
    public Epoch? WentBackTo { get; private init; }

    /// <summary>The installation went back, and nobody has said yet that nothing was done since that is not known here.</summary>
    public bool IsInDoubt { get; private init; }

    /// <summary>The wizard has something to do here by itself, and is not waiting for a moment.</summary>
    public bool IsUnderWay => (State.WaitsForSystem && Trouble is null && Lost is null) || IsOutdated;

    private static bool IsAside(CaseEvent happened) =>
        happened is TakeOverAsked or CaseKept or CodeRevealed or LookAgainAsked or EvidenceFound or WentBackInTime or WentLive
            or MailReceived or NewAddressSought or CasePutAside or CaseCameBack or TeamLeadAsked or TeamLeadAnswered
            or NoteAdded or CaseReopened;

    private bool LeavesAsItIs(CaseEvent happened) => IsAside(happened)
        || happened is CaseTaken or CaseSkipped or CaseHandedOver or FactsOutdated
        || (happened is FactsRechecked && State.Step is not WizardStep.Execute);

    private static bool AsksAnew(CaseEvent happened) => !IsAside(happened)
        && happened is not (TemplateChosen or ReplyComposed or ReplyNotComposed)
        && happened is not (
            RetryAsked or EffectNotDone or EffectRequested or EffectInquiry or FactsRechecked or FactsOutdated);
}
