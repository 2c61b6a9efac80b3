using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Domain;

/// <summary>Who is told what of the events of a case, and when that is over.</summary>
public sealed class InboxTests
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);
    private static readonly EffectKey Activating = FixedEpoch.Key(Number, 9);
    private static readonly MailText Text = new("Uw aanvraag", "Dat kan niet.");

    private ActivationCase _case = ActivationCase.Open(
        new RecordedEvent(Number, 1, new CaseOpened(Number, Story.Request()), Actor.Wizard, FixedTime.Start));

    [Fact]
    public void GivenACase_WhenAColleagueAsksForIt_ThenWhoHasItIsAsked()
    {
        Given(DemoPeople.Sanne, new CaseTaken());

        var (told, over) = When(DemoPeople.Tom, new TakeOverAsked());

        var asked = Assert.Single(told);
        Assert.Equal((InboxKind.TakeOverAsked, InboxAddress.To(DemoPeople.Sanne)), (asked.Kind, asked.To));
        Assert.Equal((DemoPeople.Tom, Number, 3), (asked.By, asked.Case, asked.Sequence));
        Assert.Empty(over);
    }

    [Fact]
    public void GivenAnAsk_WhenTheCaseIsKept_ThenTheAskIsOverAndWhoAskedIsTold()
    {
        GivenAsked();

        var (told, over) = When(DemoPeople.Sanne, new CaseKept());

        Assert.Equal([(InboxKind.CaseKept, DemoPeople.Tom.Id)], Of(told));
        Assert.Equal([new InboxEnd(InboxKind.TakeOverAsked, null)], over);
    }

    [Fact]
    public void GivenAnAsk_WhenItIsHandedOver_ThenWhoAskedIsToldAndWhoDidItIsNot()
    {
        GivenAsked();

        var (told, over) = When(DemoPeople.Sanne, new CaseHandedOver(DemoPeople.Tom));

        Assert.Equal([(InboxKind.HandedToYou, DemoPeople.Tom.Id)], Of(told));
        Assert.Contains(new InboxEnd(InboxKind.TakeOverAsked, null), over);
    }

    [Fact]
    public void GivenAnAskWithoutAnAnswer_WhenItIsTaken_ThenWhoHadItIsTold()
    {
        GivenAsked();

        var (told, over) = When(DemoPeople.Tom, new CaseTaken());

        Assert.Equal([(InboxKind.TakenOver, DemoPeople.Sanne.Id)], Of(told));
        Assert.Contains(new InboxEnd(InboxKind.TakeOverAsked, null), over);
    }

    [Fact]
    public void GivenACase_WhenATeamLeadPutsItBackOnTheList_ThenWhoHadItIsTold()
    {
        Given(DemoPeople.Sanne, new CaseTaken());

        var (told, _) = When(DemoPeople.Els, new CaseSkipped(SkipReason.Other, "Sanne is ziek"));

        Assert.Equal([(InboxKind.PutBack, DemoPeople.Sanne.Id)], Of(told));
    }

    [Fact]
    public void GivenACase_WhenWhoHasItSkipsIt_ThenNobodyIsTold()
    {
        Given(DemoPeople.Sanne, new CaseTaken());

        Assert.Empty(When(DemoPeople.Sanne, new CaseSkipped(SkipReason.AskRequester, null)).Told);
    }

    [Fact]
    public void GivenACase_WhenATeamLeadGivesItToAnother_ThenBothAreTold()
    {
        Given(DemoPeople.Sanne, new CaseTaken());

        var (told, _) = When(DemoPeople.Els, new CaseHandedOver(DemoPeople.Tom));

        Assert.Equal([(InboxKind.HandedToYou, DemoPeople.Tom.Id), (InboxKind.GivenAway, DemoPeople.Sanne.Id)], Of(told));
    }

    [Fact]
    public void GivenAnArrangement_WhenATeamLeadDecides_ThenEveryTeamLeadIsFreeAndTheEmployeeIsTold()
    {
        Given(DemoPeople.Sanne, new CaseTaken());
        Given(Actor.Wizard, new FactsGathered(Story.Facts));
        var (asked, _) = When(Actor.Wizard, new HoldPlaced(HoldReason.ArrangementUnderAdministration, Story.Verdict));
        Assert.Equal([(InboxKind.AwaitsTeamLead, null)], Of(asked));
        Assert.True(asked[0].IsFor(DemoPeople.Els));

        var (told, over) = When(DemoPeople.Els, new ArrangementDecided(true, "Afgesproken"));

        Assert.Equal([(InboxKind.Decided, DemoPeople.Sanne.Id)], Of(told));
        Assert.Equal([new InboxEnd(InboxKind.AwaitsTeamLead, null)], over);
    }

    [Fact]
    public void GivenAnEffect_WhenItsOutcomeIsNotKnown_ThenTheEmployeeAndTheTeamLeadsAreToldUntilItIsSettled()
    {
        GivenActivating();

        var (stuck, _) = When(
            Actor.Wizard, new OutcomeUnknown(EffectKind.ActivateAccount, Activating, FailureReason.Unreachable));
        var (again, _) = When(
            DemoPeople.Sanne, new AttentionLeftOpen(EffectKind.ActivateAccount, Activating, "Niet te zien"));
        var (settled, over) = When(DemoPeople.Els, new AccountActivated(Activating, Story.Email, null));

        Assert.Equal([(InboxKind.Stuck, DemoPeople.Sanne.Id), (InboxKind.StuckForTeamLead, null)], Of(stuck));
        Assert.Empty(again);
        Assert.Equal([(InboxKind.Decided, DemoPeople.Sanne.Id)], Of(settled));
        Assert.Equal([new InboxEnd(InboxKind.Stuck, null), new InboxEnd(InboxKind.StuckForTeamLead, null)], over);
    }

    [Fact]
    public void GivenAStuckCase_WhenItChangesHands_ThenWhoHadItIsFreeOfIt()
    {
        GivenActivating();
        Given(Actor.Wizard, new OutcomeUnknown(EffectKind.ActivateAccount, Activating, FailureReason.Unreachable));

        var (told, over) = When(DemoPeople.Els, new CaseHandedOver(DemoPeople.Tom));

        Assert.Equal([(InboxKind.HandedToYou, DemoPeople.Tom.Id), (InboxKind.GivenAway, DemoPeople.Sanne.Id)], Of(told));
        Assert.Contains(new InboxEnd(InboxKind.Stuck, DemoPeople.Sanne.Id), over);
        Assert.DoesNotContain(new InboxEnd(InboxKind.StuckForTeamLead, null), over);
    }

    [Fact]
    public void GivenAnEffect_WhenItIsForAPersonAfterAll_ThenTheCaseCameBack()
    {
        GivenActivating();

        var (told, _) = When(
            Actor.Wizard, new ManualStepNeeded(EffectKind.ActivateAccount, Activating, FailureReason.WorkedByHand));

        Assert.Equal([(InboxKind.CameBack, DemoPeople.Sanne.Id)], Of(told));
    }

    [Fact]
    public void GivenFactsThatChanged_WhenItIsProposedAnew_ThenTheCaseCameBackOnce()
    {
        foreach (var (actor, happened) in Story.ToTheEnd(Number, DemoPeople.Sanne).Take(4))
            Given(actor, happened);
        var (first, _) = When(Actor.Wizard, new FactsChanged(Story.Facts, [new FactChange(FactKind.Email, "a", "b")]));
        Assert.Empty(first);

        var (told, _) = When(Actor.Wizard, new ProposalMade(Story.Verdict));
        var (_, over) = When(DemoPeople.Sanne, new ProposalAccepted(new Acceptance()));

        Assert.Equal([(InboxKind.CameBack, DemoPeople.Sanne.Id)], Of(told));
        Assert.Equal([new InboxEnd(InboxKind.CameBack, null)], over);
    }

    [Fact]
    public void GivenANewCase_WhenItGoesToItsEnd_ThenNobodyIsTold()
    {
        foreach (var (actor, happened) in Story.ToTheEnd(Number, DemoPeople.Sanne))
            Assert.Empty(When(actor, happened).Told);
    }

    [Fact]
    public void GivenARefusedCase_WhenItsReplyIsReturned_ThenThatIsToldOnce()
    {
        var reply = GivenRefused();

        var (told, _) = When(
            Actor.Wizard, new MailReceived(Mail(MailTie.Report, reply)), new ReplyBounced(EffectKind.SendReply, reply));
        var (_, over) = When(DemoPeople.Sanne, new BounceSettled(BounceEnd.ToldByPhone, "Gebeld"));

        Assert.Equal([(InboxKind.Returned, DemoPeople.Sanne.Id), (InboxKind.StuckForTeamLead, null)], Of(told));
        Assert.Equal([new InboxEnd(InboxKind.Returned, null), new InboxEnd(InboxKind.StuckForTeamLead, null)], over);
    }

    [Theory]
    [InlineData(MailTie.Reply, false, true)]
    [InlineData(MailTie.Added, false, true)]
    [InlineData(MailTie.Added, true, false)]
    [InlineData(MailTie.Report, false, false)]
    public void GivenACaseThatIsOver_WhenAMailComesIn_ThenItsEmployeeIsToldUnlessItIsAReportOrHerOwnAct(
        MailTie tie, bool isByHer, bool isTold)
    {
        var reply = GivenRefused();

        var (told, _) = When(isByHer ? DemoPeople.Sanne : Actor.Wizard, new MailReceived(Mail(tie, reply)));

        Assert.Equal(isTold ? [(InboxKind.MailCame, DemoPeople.Sanne.Id)] : [], Of(told));
    }

    [Fact]
    public void GivenACaseThatNobodyHas_WhenSomebodyTakesIt_ThenNobodyIsTold() =>
        Assert.Empty(When(DemoPeople.Sanne, new CaseTaken()).Told);

    [Fact]
    public void WhatIsToldAndOverInOneAct_IsNotTold()
    {
        Given(DemoPeople.Sanne, new CaseTaken());

        var (told, _) = When(DemoPeople.Tom, new TakeOverAsked(), new CaseTaken());

        Assert.Equal([(InboxKind.TakenOver, DemoPeople.Sanne.Id)], Of(told));
    }

    [Fact]
    public void EveryKind_HasOneRuleOrIsOfNoEvent() => Assert.Equal(
        [InboxKind.MistakeReported, InboxKind.Remarked, InboxKind.Reviewed],
        Enum.GetValues<InboxKind>().Except(InboxRules.All.Select(rule => rule.Kind).ToList()));

    [Fact]
    public void AnItem_IsForItsPersonInItsRole_AndForEachOfARoleUntilSeen()
    {
        var own = InboxItem.New(InboxKind.TakenOver, InboxAddress.To(DemoPeople.Sanne), DemoPeople.Tom, FixedTime.Start);
        var all = InboxItem.New(InboxKind.AwaitsTeamLead, InboxRules.TeamLeads, Actor.Wizard, FixedTime.Start);

        Assert.True(own.IsFor(DemoPeople.Sanne));
        Assert.False(own.IsFor(DemoPeople.Tom) || own.IsFor(DemoPeople.Sanne with { Role = Role.TeamLead }));
        Assert.True(all.IsFor(DemoPeople.Els) && all.IsFor(DemoPeople.Els with { Id = "other" }));
        Assert.False((all with { SeenBy = [DemoPeople.Els.Id] }).IsFor(DemoPeople.Els) || all.IsFor(DemoPeople.Sanne));
    }

    private static IEnumerable<(InboxKind, string?)> Of(IEnumerable<InboxItem> told) =>
        told.Select(item => (item.Kind, item.To.PersonId));

    private void GivenAsked()
    {
        Given(DemoPeople.Sanne, new CaseTaken());
        Given(DemoPeople.Tom, new TakeOverAsked());
    }

    private void GivenActivating()
    {
        foreach (var (actor, happened) in Story.ToTheEnd(Number, DemoPeople.Sanne).Take(8))
            Given(actor, happened);
    }

    private EffectKey GivenRefused()
    {
        var verdict = Story.Verdict with { Ruling = new Ruling.Refuse(RefusalGround.PaymentArrangement, false) };
        var template = new TemplateChoice(RefusalGround.PaymentArrangement, false, MailLanguage.Dutch);
        var key = FixedEpoch.Key(Number, 7);
        Given(DemoPeople.Sanne, new CaseTaken());
        Given(Actor.Wizard, new FactsGathered(Story.Facts), new ProposalMade(verdict));
        Given(DemoPeople.Sanne, new ProposalAccepted(new Acceptance { Reply = Text, Template = template }));
        Given(
            Actor.Wizard, new FactsRechecked(Story.Facts), new ReplyRequested(key, Story.Email, Text), new ReplySent(key),
            new RequestRefused());
        return key;
    }

    private static CaseMail Mail(MailTie tie, EffectKey reply) => new(
        tie, new Guid("5f0c3c1e-7a54-4c1a-9f0f-2f2a3f0d9b11"), "1-9F86D081", Story.Email, "Anna", "Uw aanvraag", FixedTime.Start,
        reply,
        tie is MailTie.Report ? new DeliveryNotice(DeliveryEnd.Failed, Story.Email, "5.1.1", "unknown") : null);

    private void Given(Actor actor, params CaseEvent[] events) => When(actor, events);

    private (IReadOnlyList<InboxItem> Told, IReadOnlyList<InboxEnd> Over) When(Actor actor, params CaseEvent[] events)
    {
        var turns = new List<InboxTurn>();
        foreach (var happened in events)
        {
            var entry = new RecordedEvent(Number, _case.Version + 1, happened, actor, FixedTime.Start);
            var before = _case;
            _case = before.After(entry);
            turns.Add(new InboxTurn(before, entry, _case));
        }

        var changes = InboxProjection.Of(turns);
        return (changes.Told, changes.Over);
    }
}
