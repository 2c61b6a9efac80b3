using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Rules;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Domain.Cases;

/// <summary>A case that is tried out: what may and may not happen to it, and what its end says.</summary>
public sealed partial record ActivationCase
{
    /// <summary>The case is tried out, or was to its end: nothing is done for it by the wizard.</summary>
    public bool IsTrial { get; private init; }

    /// <summary>The installation went live while the case was tried out, and nobody has said yet what became of it.</summary>
    public bool IsTrialOver { get; private init; }

    /// <summary>What was done the old way; null unless the case was tried out to its end.</summary>
    public PracticeRecorded? Practice { get; private init; }

    /// <summary>The old way was taken, and not the one that was proposed.</summary>
    public bool IsPracticeDifferent => Practice is { Practice: not Cases.Practice.AsProposed };

    /// <summary>It can be tried out: nothing was done for it yet.</summary>
    public bool CanBeTried => CanSkip;

    /// <summary>An employee may say what was done the old way.</summary>
    public bool AsksForPractice => IsTrial && (State is ChoosingTenant or AwaitingDecision or OnHold);

    /// <summary>The wizard came to something that can have been done just so: a proposal, or sending nothing for now.</summary>
    public bool HasComparable => State is not AwaitingDecision || Proposal.Of(this) is not null;

    // A code that was given the old way is one that the tenant has.
    private bool HasGivenCode => Practice?.Practice switch
    {
        Cases.Practice.AsProposed => RefusalReason is null && Verdict?.Ruling is Ruling.Send,
        Cases.Practice.CodeByEmail or Cases.Practice.CodeByLetter or Cases.Practice.NewCode => true,
        _ => false,
    };

    // The machine has no guards: that nothing happens in a trial, that nobody calls a trial what was none, that nothing is
    // corrected for which something was done, and that nobody answers what nobody asked, is kept here, live and in replay.
    private bool Forbids(CaseEvent happened) => happened switch
    {
        TrialBegun => !CanBeTried,
        PracticeRecorded or WentLive or TrialLeft => !IsTrial,
        ProposalAccepted or EffectRequested or EffectDone => IsTrial,
        RequestCorrected => !CanCorrect,
        CaseCameBack => Aside is null,
        CaseReopened => !CanReopen,
        TeamLeadAnswered => LeadQuestion is not { IsOpen: true },
        _ => false,
    };
}
