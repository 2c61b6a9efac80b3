using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>A case that waits: until a day, on which it comes back by itself, or for the team lead's answer.</summary>
public sealed class AsideTests
{
    private static readonly DateOnly Friday = new(2026, 9, 11);
    private static readonly PutCaseAside UntilFriday = new(Friday, " zij stuurt de beschikking ");

    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PutAside_AProposal_KeepsTheCaseAndItsQuestion()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        var aside = await _world.AnsweredAsync(proposed.Number, UntilFriday);

        Assert.Equal(new CasePutAside(Friday, "zij stuurt de beschikking"), aside.Last);
        Assert.Equal((DemoPeople.Sanne, Friday), (aside.Aside!.Placed.Person, aside.Aside.Until));
        Assert.Equal(
            (proposed.State, proposed.Question, proposed.MovedAt, DemoPeople.Sanne),
            (aside.State, aside.Question, aside.MovedAt, aside.Handler));
        Assert.Equal(
            (new DateTimeOffset(2026, 9, 10, 22, 0, 0, TimeSpan.Zero), true),
            (CaseSummary.Of(aside).AsideUntil, CaseSummary.Of(aside).IsParked));
    }

    [Fact]
    public async Task PutAside_TheDayComesInTheNetherlands_ComesBackOnceByItself()
    {
        var aside = await _world.AnsweredAsync((await _world.TakenAsync(Sample.Request)).Number, UntilFriday);

        _world.Clock.MoveTo(new DateTimeOffset(2026, 9, 10, 21, 59, 59, TimeSpan.Zero));
        Assert.Equal(aside.Version, (await _world.ContinuedAsync(aside.Number)).Version);
        _world.Clock.MoveTo(new DateTimeOffset(2026, 9, 10, 22, 0, 0, TimeSpan.Zero));
        await _world.ContinuedAsync(aside.Number);
        var back = await _world.ContinuedAsync(aside.Number);

        var came = Assert.Single(_world.Journal.Of(aside.Number), entry => entry.Event is CaseCameBack);
        Assert.Equal(Actor.Wizard, came.Actor);
        Assert.Equal((null, DemoPeople.Sanne), (back.Aside, back.Handler));
        Assert.Null(CaseSummary.Of(back).AsideUntil);
    }

    [Fact]
    public async Task PutAside_TwoProcessesSeeTheDay_OneOfThemBringsItBack()
    {
        var aside = await _world.AnsweredAsync((await _world.TakenAsync(Sample.Request)).Number, UntilFriday);
        _world.Clock.MoveTo(DutchCalendar.StartOf(Friday));
        var other = _world.Start();
        _world.Journal.Before[typeof(CaseCameBack)] =
            () => other.ContinueAsync(aside.Number, Cancellation).GetAwaiter().GetResult();

        await _world.ContinuedAsync(aside.Number);

        Assert.Single(_world.Journal.Of(aside.Number), entry => entry.Event is CaseCameBack);
    }

    [Fact]
    public async Task PutAside_TakenBackOrAnswered_IsNoLongerAside()
    {
        var aside = await _world.AnsweredAsync((await _world.TakenAsync(Sample.Request)).Number, UntilFriday);
        var back = await _world.AnsweredAsync(aside.Number, new TakeCaseBack());
        Assert.Equal((null, new CaseCameBack()), (back.Aside, back.Last));
        Assert.Equal(Obstacle.NotAskedNow, await DeclinedAsync(back, new TakeCaseBack()));

        var again = await _world.AnsweredAsync(aside.Number, UntilFriday);
        var done = await _world.AcceptedAsync(again);

        Assert.Equal((ActivationState.SentByEmail, null), (done.State, done.Aside));
        _world.Clock.MoveTo(DutchCalendar.StartOf(Friday));
        Assert.Equal(done.Version, (await _world.ContinuedAsync(done.Number)).Version);
    }

    [Fact]
    public async Task PutAside_WhatTheWizardReadsOrAnotherGets_StaysAside()
    {
        var aside = await _world.AnsweredAsync((await _world.TakenAsync(Sample.Request)).Number, UntilFriday);
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { Emails = [new EmailContact("c1", true, Sample.Other)] });
        _world.Clock.Advance(Sample.Settings.FactsMaxAge + TimeSpan.FromSeconds(1));

        var changed = await _world.AnsweredAsync(aside.Number, new ResumeCase());
        Assert.NotEmpty(changed.Changes);
        Assert.NotNull(changed.Aside);

        var given = await _world.AnsweredAsync(aside.Number, new Reassign(DemoPeople.Tom), DemoPeople.Els);
        Assert.Equal((DemoPeople.Tom, Friday), (given.Handler, given.Aside!.Until));
        var skipped = await _world.AnsweredAsync(
            aside.Number, new SkipCase(SkipReason.ForSomebodyElse, null), DemoPeople.Tom);
        Assert.Null(skipped.Aside);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(366)]
    public async Task PutAside_NotADayAhead_IsDeclined(int days)
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(Obstacle.DayNotAhead, await DeclinedAsync(proposed, new PutCaseAside(Sample.Today.AddDays(days), "x")));
        Assert.Equal(Obstacle.DayNotAhead, await DeclinedAsync(proposed, new PutCaseAside(null, "x")));
        Assert.Equal(Obstacle.ReasonNeeded, await DeclinedAsync(proposed, UntilFriday with { Note = " " }));
        Assert.Equal(Obstacle.NotYourCase, await DeclinedAsync(proposed, UntilFriday, DemoPeople.Tom));
    }

    [Fact]
    public async Task PutAside_WhileItIsCarriedOut_IsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));

        Assert.Equal(Obstacle.NotAskedNow, await DeclinedAsync(proposed, UntilFriday));
    }

    [Fact]
    public async Task PutAside_TheTime_IsNobodysHandling()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        await _world.AnsweredAsync(proposed.Number, UntilFriday);
        _world.Clock.MoveTo(DutchCalendar.StartOf(Friday));

        var back = await _world.ContinuedAsync(proposed.Number);

        Assert.Equal(TimeSpan.FromMinutes(2), back.Times.Handled);
    }

    [Fact]
    public async Task AskTeamLead_Answered_IsOnTheCaseAndDecidesNothing()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        var asked = await _world.AnsweredAsync(proposed.Number, new AskTeamLead(" Mag dit? "));
        Assert.True(CaseSummary.Of(asked) is { AsksTeamLead: true, IsParked: true });
        Assert.Equal(Obstacle.NotAskedNow, await DeclinedAsync(asked, new AskTeamLead("Nog iets")));
        var answered = await _world.AnsweredAsync(proposed.Number, new AnswerTeamLead(" Ja. "), DemoPeople.Els);

        Assert.Equal(
            ("Mag dit?", DemoPeople.Sanne, "Ja.", DemoPeople.Els),
            (answered.LeadQuestion!.Text, answered.LeadQuestion.Asked.Person, answered.LeadQuestion.Answer,
                answered.LeadQuestion.Answered!.Person));
        Assert.False(CaseSummary.Of(answered).IsParked);
        Assert.Equal(
            (proposed.State, proposed.Question, proposed.Verdict), (answered.State, answered.Question, answered.Verdict));
        Assert.Equal(ActivationState.SentByEmail, (await _world.AcceptedAsync(answered)).State);
    }

    [Fact]
    public async Task AnswerTeamLead_OnlyByASecondPersonWhoLeadsTheTeam()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        var answer = new AnswerTeamLead("Ja.");
        Assert.Equal(Obstacle.NotAskedNow, await DeclinedAsync(proposed, answer, DemoPeople.Els));
        await _world.AnsweredAsync(proposed.Number, new AskTeamLead("Mag dit?"));

        Assert.Equal(Obstacle.NotAllowed, await DeclinedAsync(proposed, answer));
        Assert.Equal(Obstacle.OtherRole, await DeclinedAsync(proposed, answer, DemoPeople.Sanne with { Role = Role.TeamLead }));
        Assert.Equal(Obstacle.ReasonNeeded, await DeclinedAsync(proposed, new AnswerTeamLead(" "), DemoPeople.Els));
        var answered = await _world.AnsweredAsync(proposed.Number, answer, DemoPeople.Els);

        Assert.True(answered.Eyes.HasSettled(DemoPeople.Els));
    }

    private async Task<Obstacle> DeclinedAsync(ActivationCase seen, Answer answer, Actor? by = null) =>
        Assert.IsType<Decision.Declined>(await _world.TryAnswerAsync(seen.Number, answer, by)).Obstacle;
}
