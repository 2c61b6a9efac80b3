using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Domain.Inbox;

/// <summary>
/// Who is told what of the events of a case: the one table. What is told of something that is no event of a case, such as a
/// comment, is in none of its lines.
/// </summary>
public static class InboxRules
{
    /// <summary>Every team lead.</summary>
    public static InboxAddress TeamLeads { get; } = InboxAddress.ToAll(Role.TeamLead);

    /// <summary>The lines, in no order.</summary>
    public static IReadOnlyList<InboxRule> All { get; } =
    [
        new(InboxKind.TakeOverAsked, turn => turn.Handler, one => one.TakeOver is not null, IsQuestion: true),
        new(
            InboxKind.CaseKept,
            turn => turn is { Event: CaseKept, Before.TakeOver.Person: { } asker } ? InboxAddress.To(asker) : null),
        new(InboxKind.TakenOver, turn => turn.Event is CaseTaken ? turn.Handler : null),
        new(InboxKind.HandedToYou, turn => turn.Event is CaseHandedOver over ? InboxAddress.To(over.To) : null),
        new(InboxKind.GivenAway, turn => turn.Event is CaseHandedOver ? turn.Handler : null),
        new(InboxKind.PutBack, turn => turn.Event is CaseSkipped ? turn.Handler : null),
        new(InboxKind.Decided, turn => turn.By.Role is Role.TeamLead && IsDecision(turn) ? turn.Handler : null),
        new(InboxKind.CameBack, turn => turn.By.Role is Role.Machine && WasUnderWay(turn.Before) ? turn.Handler : null, IsBack),
        new(InboxKind.Stuck, turn => turn.NewHandler, one => one is { State: NeedsAttention, IsBounced: false }),
        new(InboxKind.Returned, turn => turn.NewHandler, one => one.IsBounced),
        new(InboxKind.MailCame, turn => turn.Event is MailReceived { Mail.Tie: not MailTie.Report } ? turn.Handler : null),
        new(
            InboxKind.AwaitsTeamLead,
            _ => TeamLeads,
            one => one is { State: OnHold, Hold: HoldReason.ArrangementUnderAdministration },
            IsQuestion: true),
        new(InboxKind.BackFromAside, turn => turn is { Event: CaseCameBack, By.Role: Role.Machine } ? turn.Handler : null),
        new(
            InboxKind.QuestionForTeamLead,
            _ => TeamLeads,
            one => one is { State.IsFinal: false, LeadQuestion.IsOpen: true },
            IsQuestion: true),
        new(InboxKind.QuestionAnswered, turn => turn.Event is TeamLeadAnswered ? turn.Handler : null),
        new(InboxKind.Noted, turn => turn.Event is NoteAdded ? turn.Handler : null),
        new(InboxKind.StuckForTeamLead, _ => TeamLeads, one => one.State is NeedsAttention),
    ];

    /// <summary>True for what only an answer ends.</summary>
    public static bool IsQuestion(InboxKind kind) => All.Any(rule => rule.Kind == kind && rule.IsQuestion);

    private static bool IsDecision(InboxTurn turn) => turn.Event is ArrangementDecided or EffectDone or DidNotHappen
        or AttentionLeftOpen or ReplyReaddressed or BounceSettled or CaseWithdrawn;

    // Also when it was looked up anew because something had changed.
    private static bool WasUnderWay(ActivationCase before) => before.State.Step is WizardStep.Execute || before.Changes.Count > 0;

    private static bool IsBack(ActivationCase one) =>
        one.Agreed is not null && !one.State.WaitsForSystem && !one.State.IsFinal && one.State is not NeedsAttention;
}
