using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;

namespace ActivationWizard.App.Replay;

/// <summary>What sort of event it is at a glance: a sign with a word, so that nothing depends on colour alone.</summary>
public sealed record EventSign(string Sign, string Word, string Css)
{
    /// <summary>The sign of an event.</summary>
    public static EventSign Of(RecordedEvent entry) =>
        CaseMarks.IsFault(entry.Event) ? new("✗", ReplayText.KindFault, "aw-event-fault")
        : EventWords.IsByHand(entry) ? new("■", ReplayText.KindByHand, "aw-event-hand")
        : IsEnd(entry.Event) ? new("✓", ReplayText.KindEnd, "aw-event-end")
        : IsDecision(entry.Event) ? new("▲", ReplayText.KindDecision, "aw-event-decision")
        : new("●", ReplayText.KindStep, "aw-event-step");

    /// <summary>A decision or a fault: what somebody jumps to.</summary>
    public static bool IsMark(RecordedEvent entry) => CaseMarks.IsFault(entry.Event) || IsDecision(entry.Event);

    private static bool IsEnd(CaseEvent happened) =>
        happened is CaseWithdrawn or CompletedByEmail or CompletedByLetter or RequestRefused or BounceSettled or PracticeRecorded;

    /// <summary>A decision of the wizard or of a person.</summary>
    public static bool IsDecision(CaseEvent happened) =>
        happened is ProposalMade or QuestionRaised or SeveralPersonsFound or HoldPlaced or FactsChanged
        || happened is ProposalAccepted or RefusalChosen or ArrangementDecided or TreatedAsNewCode or TenantChosen or CaseSkipped
        || happened is ReplyReaddressed or RequestCorrected or CasePutAside
            or TeamLeadAnswered;
}
