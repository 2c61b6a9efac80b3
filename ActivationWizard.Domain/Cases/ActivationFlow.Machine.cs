using System.Collections.Frozen;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using Stateless;
using Stateless.Graph;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Domain.Cases;

/// <summary>The machine: the states of every case, and what all effects have in common.</summary>
public static partial class ActivationFlow
{
    private static readonly StateMachine<ActivationState, string> Machine = Configured();
    private static readonly FrozenDictionary<(ActivationState State, string Event), ActivationState> Edges = Machine.GetInfo()
        .States.SelectMany(state => state.FixedTransitions.Select(edge => (
            From: (ActivationState)state.UnderlyingState,
            By: (string)edge.Trigger.UnderlyingTrigger,
            To: (ActivationState)edge.DestinationState.UnderlyingState)))
        .ToFrozenDictionary(edge => (edge.From, edge.By), edge => edge.To);

    /// <summary>Every edge, as the machine describes itself.</summary>
    public static IEnumerable<(ActivationState From, string Event, ActivationState To)> Transitions =>
        Edges.Select(edge => (edge.Key.State, edge.Key.Event, edge.Value));

    /// <summary>True when the event may follow the state.</summary>
    public static bool CanFollow(ActivationState state, CaseEvent happened) =>
        Edges.ContainsKey((state, JournalNames.Of(happened)));

    /// <summary>
    /// The state after the event. Throws <see cref="IllegalEventException"/> when it may not follow, live and in replay.
    /// </summary>
    public static ActivationState Next(ActivationState state, CaseEvent happened) =>
        Edges.TryGetValue((state, JournalNames.Of(happened)), out var next)
            ? next
            : throw new IllegalEventException(state, happened);

    /// <summary>The machine as a Mermaid state diagram.</summary>
    public static string Mermaid() => MermaidGraph.Format(Machine.GetInfo());

    private static StateMachine<ActivationState, string> Configured()
    {
        var machine = new StateMachine<ActivationState, string>(Opened);

        machine.Configure(Opened)
            .Permit(JournalNames.Of<GatheringBegun>(), GatheringFacts)
            .Permit(JournalNames.Of<CaseTaken>(), GatheringFacts)
            .Permit(JournalNames.Of<CaseHandedOver>(), GatheringFacts);

        machine.Configure(GatheringFacts)
            .PermitReentry(JournalNames.Of<FactsGathered>())
            .PermitReentry(JournalNames.Of<TrialBegun>())
            .Permit(JournalNames.Of<SeveralPersonsFound>(), ChoosingTenant)
            .Permit(JournalNames.Of<ProposalMade>(), AwaitingDecision)
            .Permit(JournalNames.Of<QuestionRaised>(), AwaitingDecision)
            .Permit(JournalNames.Of<HoldPlaced>(), OnHold);

        machine.Configure(ChoosingTenant)
            .Permit(JournalNames.Of<TenantChosen>(), GatheringFacts)
            .Permit(JournalNames.Of<FetchAgainAsked>(), GatheringFacts)
            .Permit(JournalNames.Of<RefusalChosen>(), AwaitingDecision);

        machine.Configure(AwaitingDecision)
            .Permit(JournalNames.Of<TreatedAsNewCode>(), GatheringFacts)
            .Permit(JournalNames.Of<FetchAgainAsked>(), GatheringFacts)
            .Permit(JournalNames.Of<HoldPlaced>(), OnHold)
            .PermitReentry(JournalNames.Of<RefusalChosen>())
            .PermitReentry(JournalNames.Of<TemplateChosen>())
            .PermitReentry(JournalNames.Of<ReplyComposed>())
            .PermitReentry(JournalNames.Of<ReplyNotComposed>())
            .Permit(JournalNames.Of<ProposalAccepted>(), Rechecking);

        machine.Configure(OnHold)
            .Permit(JournalNames.Of<FetchAgainAsked>(), GatheringFacts)
            .Permit(JournalNames.Of<ProofRecorded>(), GatheringFacts)
            .Permit(JournalNames.Of<FactAnswered>(), GatheringFacts)
            .Permit(JournalNames.Of<ArrangementDecided>(), GatheringFacts)
            .Permit(JournalNames.Of<RefusalChosen>(), AwaitingDecision);

        machine.Configure(Rechecking)
            .PermitReentry(JournalNames.Of<FactsRechecked>())
            .PermitReentry(JournalNames.Of<EffectNotDone>())
            .PermitReentry(JournalNames.Of<RetryAsked>())
            .Permit(JournalNames.Of<FactsChanged>(), GatheringFacts)
            .Permit(JournalNames.Of<ChangedBeforeSending>(), NeedsAttention)
            .Permit(JournalNames.Of<RequestRefused>(), Refused);

        ConfigureEffects(machine);

        machine.Configure(AwaitingManualStep)
            .PermitReentry(JournalNames.Of<CodeRevealed>())
            .Permit(JournalNames.Of<CodeFoundUnusable>(), ReadingCode)
            .Permit(JournalNames.Of<FreshCodeUnusable>(), NeedsAttention)
            .Permit(JournalNames.Of<OutcomeUnknown>(), NeedsAttention)
            .Permit(JournalNames.Of<RetryAsked>(), Rechecking)
            .Permit(JournalNames.Of<ManualStepFailed>(), NeedsAttention);
        machine.Configure(NeedsAttention)
            .PermitReentry(JournalNames.Of<AttentionLeftOpen>())
            .PermitReentry(JournalNames.Of<EvidenceFound>())
            .PermitReentry(JournalNames.Of<LookAgainAsked>())
            .PermitReentry(JournalNames.Of<NewAddressSought>())
            .Permit(JournalNames.Of<DidNotHappen>(), Rechecking)
            .Permit(JournalNames.Of<ReplyReaddressed>(), Rechecking)
            .Permit(JournalNames.Of<BounceSettled>(), Refused)
            .Permit(JournalNames.Of<FetchAgainAsked>(), GatheringFacts);

        // The one way out of an end: the reply that ended the case came back.
        machine.Configure(Refused).Permit(JournalNames.Of<ReplyBounced>(), NeedsAttention);
        foreach (var any in ActivationStates.All)
            machine.Configure(any).PermitReentry(JournalNames.Of<MailReceived>());
        foreach (var end in ActivationStates.All.Where(state => state.IsFinal))
            machine.Configure(end).PermitReentry(JournalNames.Of<CaseReopened>());

        foreach (var open in ActivationStates.All.Where(state => !state.IsFinal))
        {
            var configuration = machine.Configure(open).Permit(JournalNames.Of<CaseWithdrawn>(), Withdrawn);
            configuration.PermitReentry(JournalNames.Of<WentBackInTime>());
            if (open is not Opened)
                configuration.PermitReentry(JournalNames.Of<CaseTaken>());
            if (open is not Opened)
                configuration.PermitReentry(JournalNames.Of<NoteAdded>());
            if (open is GatheringFacts)
                configuration.PermitReentry(JournalNames.Of<RequestCorrected>());
            else if (open is not Opened)
                configuration.To<RequestCorrected>(GatheringFacts);
        }

        foreach (var undecided in new[] { ChoosingTenant, AwaitingDecision, OnHold })
        {
            machine.Configure(undecided)
                .PermitReentry(JournalNames.Of<FactsOutdated>())
                .PermitReentry(JournalNames.Of<FactsRechecked>())
                .Permit(JournalNames.Of<FactsChanged>(), GatheringFacts)
                .Permit(JournalNames.Of<TrialBegun>(), GatheringFacts)
                .PermitReentry(JournalNames.Of<WentLive>())
                .Permit(JournalNames.Of<TrialLeft>(), GatheringFacts)
                .Permit(JournalNames.Of<PracticeRecorded>(), TriedOut);
        }

        ActivationState[] resting =
            [GatheringFacts, ChoosingTenant, AwaitingDecision, OnHold, AwaitingManualStep, NeedsAttention];
        foreach (var atRest in resting)
        {
            machine.Configure(atRest)
                .PermitReentry(JournalNames.Of<TakeOverAsked>())
                .PermitReentry(JournalNames.Of<CaseKept>())
                .PermitReentry(JournalNames.Of<CaseHandedOver>())
                .PermitReentry(JournalNames.Of<CaseSkipped>())
                .PermitReentry(JournalNames.Of<TeamLeadAnswered>());
            if (atRest is GatheringFacts)
                continue;
            machine.Configure(atRest)
                .PermitReentry(JournalNames.Of<CasePutAside>())
                .PermitReentry(JournalNames.Of<CaseCameBack>())
                .PermitReentry(JournalNames.Of<TeamLeadAsked>());
        }

        return machine;
    }

    /// <summary>
    /// What every effect has in common: it is done, by the system or by a person, or it is one of the ways it went wrong.
    /// </summary>
    private static StateMachine<ActivationState, string>.StateConfiguration Effect<TRequested, TDone>(
        this StateMachine<ActivationState, string> machine, ActivationState state)
        where TRequested : EffectRequested
        where TDone : EffectDone
    {
        foreach (var helped in new[] { NeedsAttention, AwaitingManualStep })
            machine.Configure(helped).To<TDone>(state);

        return machine.Configure(state)
            .PermitReentry(JournalNames.Of<TDone>())
            .PermitReentry(JournalNames.Of<TRequested>())
            .PermitReentry(JournalNames.Of<FactsRechecked>())
            .PermitReentry(JournalNames.Of<EffectNotDone>())
            .PermitReentry(JournalNames.Of<AnswerLost>())
            .PermitReentry(JournalNames.Of<RequestRepeated>())
            .PermitReentry(JournalNames.Of<LookAgainAsked>())
            .Permit(JournalNames.Of<RetryAsked>(), Rechecking)
            .Permit(JournalNames.Of<EffectRefused>(), NeedsAttention)
            .Permit(JournalNames.Of<OutcomeUnknown>(), NeedsAttention)
            .Permit(JournalNames.Of<LostTimeDoubted>(), NeedsAttention)
            .Permit(JournalNames.Of<ChangedBeforeSending>(), NeedsAttention)
            .Permit(JournalNames.Of<ManualStepNeeded>(), AwaitingManualStep);
    }

    private static StateMachine<ActivationState, string>.StateConfiguration To<T>(
        this StateMachine<ActivationState, string>.StateConfiguration from, ActivationState state)
        where T : CaseEvent => from.Permit(JournalNames.Of<T>(), state);
}

/// <summary>
/// An event that may not follow the state its case is in: a fault in the code, or a journal that was tampered with.
/// </summary>
public sealed class IllegalEventException(ActivationState state, CaseEvent happened)
    : InvalidOperationException($"Event {JournalNames.Of(happened)} may not follow state {state}.");
