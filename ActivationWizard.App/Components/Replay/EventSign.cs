using ActivationWizard.App.Replaying;
using ActivationWizard.App.Resources;
using ActivationWizard.Domain;

namespace ActivationWizard.App.Components.Replay;

/// <summary>What sort of event it is at a glance: a sign with a word, so that nothing depends on colour alone.</summary>
public sealed record EventSign(string Sign, string Word, string Css)
{
    /// <summary>The sign of an event.</summary>
    public static EventSign Of(JournalEntry entry) => entry switch
    {
        _ when Walk.IsFault(entry.Fact) => new("✗", ReplayText.KindFault, "aw-event-fault"),
        _ when EventWords.IsByHand(entry) => new("■", ReplayText.KindByHand, "aw-event-hand"),
        { Fact: CaseWithdrawn or CompletedByEmail or CompletedByLetter or RequestRefused } => new("✓", ReplayText.KindEnd, "aw-event-end"),
        {
            Fact: ProposalMade or QuestionRaised or SeveralPersonsFound or HoldPlaced or ProposalAccepted or RefusalChosen
            or ArrangementDecided or TreatedAsNewCode or TenantChosen or FactsChanged
        } => new("▲", ReplayText.KindDecision, "aw-event-decision"),
        _ => new("●", ReplayText.KindStep, "aw-event-step"),
    };
}
