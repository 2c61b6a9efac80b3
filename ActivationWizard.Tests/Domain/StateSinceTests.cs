using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Domain;

/// <summary>Since when a case is in its state: whatever happens to it there changes nothing.</summary>
public sealed class StateSinceTests
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);
    private static readonly EffectKey Key = FixedEpoch.Key(Number, 7);

    private ActivationCase _case = ActivationCase.Open(
        new RecordedEvent(Number, 1, new CaseOpened(Number, Story.Request()), Actor.Wizard, FixedTime.Start));

    [Fact]
    public void GivenAnOutcomeThatIsNotKnown_WhenTheWizardLooksAndSomebodyActs_ThenItIsThereSinceItCameThere()
    {
        // Given a case that came to controle nodig after twenty minutes
        foreach (var (actor, happened) in Story.ToTheEnd(Number, DemoPeople.Sanne).Take(6))
            When(actor, happened, 10);
        When(Actor.Wizard, new OutcomeUnknown(EffectKind.CreateAccount, Key, FailureReason.Unreachable), 20);
        Assert.Equal(ActivationState.NeedsAttention, _case.State);

        // When the wizard writes down what it sees, and people do what leaves it where it is
        When(Actor.Wizard, new EvidenceFound(EffectKind.CreateAccount, Key, EvidenceKind.CannotTell, null), 25);
        When(DemoPeople.Sanne, new NoteAdded("Umbrella gebeld"), 40);
        When(DemoPeople.Sanne, new CasePutAside(new DateOnly(2030, 1, 1), "Zij bellen terug"), 45);
        When(Actor.Wizard, new CaseCameBack(), 50);
        When(DemoPeople.Els, new AttentionLeftOpen(EffectKind.CreateAccount, Key, "Nog niet te zien"), 55);

        // Then it is there since it came there
        Assert.Equal((FixedTime.Start.AddMinutes(20), FixedTime.Start.AddMinutes(55)), (_case.StateSince, _case.ChangedAt));
        Assert.Equal(_case.StateSince, CaseSummary.Of(_case).StateSince);
    }

    [Fact]
    public void GivenACase_WhenItComesIntoAnotherState_ThenItIsThereSinceThatMoment()
    {
        Assert.Equal(FixedTime.Start, _case.StateSince);

        When(DemoPeople.Sanne, new CaseTaken(), 3);
        When(Actor.Wizard, new FactsGathered(Story.Facts), 4);
        When(Actor.Wizard, new ProposalMade(Story.Verdict), 5);

        Assert.Equal((ActivationState.AwaitingDecision, FixedTime.Start.AddMinutes(5)), (_case.State, _case.StateSince));
    }

    private void When(Actor actor, CaseEvent happened, int minutes) => _case = _case.After(
        new RecordedEvent(Number, _case.Version + 1, happened, actor, FixedTime.Start.AddMinutes(minutes)));
}
