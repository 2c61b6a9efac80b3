using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Domain;

/// <summary>Who is told of what people do with a case beside its questions.</summary>
public sealed class InboxOfActsTests
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);
    private static readonly CasePutAside UntilFriday = new(new DateOnly(2026, 12, 4), "wacht");

    private ActivationCase _case = ActivationCase.Fold(
    [
        new RecordedEvent(Number, 1, new CaseOpened(Number, Story.Request()), Actor.Wizard, FixedTime.Start),
        .. Story.ToTheEnd(Number, DemoPeople.Sanne).Take(3).Select(
            (one, at) => new RecordedEvent(Number, at + 2, one.Fact, one.Actor, FixedTime.Start)),
    ]);

    [Fact]
    public void GivenACasePutAside_WhenItsDayComes_ThenWhoHasItIsToldAndNotWhenTheyTookItBack()
    {
        When(DemoPeople.Sanne, UntilFriday);
        Assert.Equal([(InboxKind.BackFromAside, DemoPeople.Sanne.Id)], Told(When(Actor.Wizard, new CaseCameBack())));

        When(DemoPeople.Sanne, UntilFriday);
        Assert.Empty(Told(When(DemoPeople.Sanne, new CaseCameBack())));
    }

    [Fact]
    public void GivenAQuestionToTheTeamLead_WhenItIsAnswered_ThenTeamLeadsAreFreeAndWhoAskedIsTold()
    {
        var asked = When(DemoPeople.Sanne, new TeamLeadAsked("Mag dit?"));
        Assert.Equal([(InboxKind.QuestionForTeamLead, null)], Told(asked));
        Assert.True(asked.Told[0].IsFor(DemoPeople.Els));

        var answered = When(DemoPeople.Els, new TeamLeadAnswered("Ja."));

        Assert.Equal([(InboxKind.QuestionAnswered, DemoPeople.Sanne.Id)], Told(answered));
        Assert.Contains(new InboxEnd(InboxKind.QuestionForTeamLead, null), answered.Over);
    }

    [Fact]
    public void GivenAQuestionToTheTeamLead_WhenTheCaseEnds_ThenNobodyIsAskedAnyMore()
    {
        When(DemoPeople.Sanne, new TeamLeadAsked("Mag dit?"));

        var ended = When(DemoPeople.Sanne, new CaseWithdrawn("Dubbel"));

        Assert.Contains(new InboxEnd(InboxKind.QuestionForTeamLead, null), ended.Over);
    }

    [Fact]
    public void GivenACase_WhenANoteIsAdded_ThenWhoHasItIsToldOfAnothers()
    {
        Assert.Empty(Told(When(DemoPeople.Sanne, new NoteAdded("van mij"))));
        Assert.Equal([(InboxKind.Noted, DemoPeople.Sanne.Id)], Told(When(DemoPeople.Els, new NoteAdded("Bel eerst."))));
    }

    [Fact]
    public void GivenSeveralCases_WhenOneActHandsThemOver_ThenEachPersonHasOneItemOfThem()
    {
        var act = Guid.NewGuid();
        var told = new[] { 414, 412, 413 }.SelectMany(ordinal => HandedOver(ordinal, new(DemoPeople.Tom, "Sanne is ziek", act)))
            .ToList();

        foreach (var (person, kind) in new[]
        {
            (DemoPeople.Tom, InboxKind.HandedToYou), (DemoPeople.Sanne, InboxKind.GivenAway),
        })
        {
            var one = Assert.Single(ItemsOfActs.Together(told.Where(item => item.IsFor(person))));
            Assert.Equal((act, kind, 3, null), (one.Id, one.Kind, one.Count, one.Case));
            Assert.Equal([412, 413, 414], one.Parts.Select(part => part.Case!.Ordinal));
            Assert.Equal(one.Parts.Select(part => part.Id), one.Written);
            // It stays the same one while the hand-over goes on.
            Assert.Equal(act, Assert.Single(ItemsOfActs.Together(told.Where(item => item.IsFor(person)).Take(1))).Id);
        }
    }

    [Fact]
    public void GivenCasesHandedOverOneByOne_ThenEachIsAnItemByItself()
    {
        var told = new[] { 412, 413 }.SelectMany(ordinal => HandedOver(ordinal, new(DemoPeople.Tom)))
            .Concat(HandedOver(414, new(DemoPeople.Tom, "Van voor de acts")))
            .Where(item => item.IsFor(DemoPeople.Tom)).ToList();

        Assert.Equal(told, ItemsOfActs.Together(told));
        Assert.All(told, item => Assert.Equal([item.Id], item.Written));
    }

    [Fact]
    public void GivenAHandOver_WhenTheCaseGoesOnToAnother_ThenItIsNotPassedOnAnyMore()
    {
        var act = Guid.NewGuid();
        When(DemoPeople.Els, new CaseHandedOver(DemoPeople.Tom, "Sanne is ziek", act));
        Assert.Equal(new PassedOn(DemoPeople.Els, DemoPeople.Sanne, "Sanne is ziek", act), _case.PassedOn);

        When(DemoPeople.Els, new CaseHandedOver(DemoPeople.Sanne));
        Assert.Null(_case.PassedOn);
    }

    private static IReadOnlyList<InboxItem> HandedOver(int ordinal, CaseHandedOver over)
    {
        var number = CaseNumber.Of(2026, ordinal);
        var before = ActivationCase.Fold(
        [
            new RecordedEvent(number, 1, new CaseOpened(number, Story.Request()), Actor.Wizard, FixedTime.Start),
            new RecordedEvent(number, 2, new CaseTaken(), DemoPeople.Sanne, FixedTime.Start),
        ]);
        var entry = new RecordedEvent(number, 3, over, DemoPeople.Els, FixedTime.Start);
        return InboxProjection.Of([new InboxTurn(before, entry, before.After(entry))]).Told;
    }

    private static IEnumerable<(InboxKind, string?)> Told(InboxChanges changes) =>
        changes.Told.Select(item => (item.Kind, item.To.PersonId));

    private InboxChanges When(Actor actor, CaseEvent happened)
    {
        var before = _case;
        var entry = new RecordedEvent(Number, before.Version + 1, happened, actor, FixedTime.Start);
        _case = before.After(entry);
        return InboxProjection.Of([new InboxTurn(before, entry, _case)]);
    }
}
