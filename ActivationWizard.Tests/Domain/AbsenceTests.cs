using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>An employee is away: a team lead passes each open case on, with a reason that stays with it.</summary>
public sealed class AbsenceTests
{
    private static readonly PassOn ToTom = new(DemoPeople.Sanne.Id, DemoPeople.Tom, " Sanne is ziek ");
    private static readonly PassOn ToTheList = ToTom with { To = null };

    private readonly World _world = new();

    [Fact]
    public async Task GivenAProposal_WhenItIsPassedOnToAColleague_ThenItIsTheirsAndTheReasonIsInTheJournal()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        var given = await _world.AnsweredAsync(proposed.Number, ToTom, DemoPeople.Els);

        Assert.Equal(new CaseHandedOver(DemoPeople.Tom, "Sanne is ziek"), given.Last);
        Assert.Equal((DemoPeople.Tom, true), (given.Handler, given.WasTakenOver));
        Assert.Equal((proposed.State, proposed.Verdict), (given.State, given.Verdict));
        var accepted = await _world.AnsweredAsync(given.Number, new AcceptProposal(World.YesTo(given)), DemoPeople.Tom);
        Assert.Equal(ActivationState.SentByEmail, accepted.State);
    }

    [Fact]
    public async Task GivenAnActUponAllCases_WhenACaseIsPassedOn_ThenItsEventSaysOfWhichAct()
    {
        var act = Guid.NewGuid();
        var one = await _world.TakenAsync(Sample.Request);
        var other = await _world.TakenAsync(Sample.Request);

        await _world.AnsweredAsync(one.Number, ToTom with { Act = act }, DemoPeople.Els);
        await _world.AnsweredAsync(other.Number, ToTheList with { Act = act }, DemoPeople.Els);

        Assert.Equal(new CaseHandedOver(DemoPeople.Tom, "Sanne is ziek", act), _world.Journal.Of(one.Number)[^1].Event);
        Assert.Equal(
            new CaseSkipped(SkipReason.Other, "Sanne is ziek", act), _world.Journal.Of(other.Number)[^1].Event);
    }

    [Fact]
    public async Task GivenAProposal_WhenItIsPassedOnToTheList_ThenWhoeverTakesItGoesOn()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        var given = await _world.AnsweredAsync(proposed.Number, ToTheList, DemoPeople.Els);

        Assert.Null(given.Handler);
        Assert.Equal(
            new Skip(DemoPeople.Els, _world.Clock.GetUtcNow(), SkipReason.Other, "Sanne is ziek"), given.Skipped);
        Assert.Equal(
            DemoPeople.Tom, (await _world.AnsweredAsync(given.Number, new TakeNewCase(), DemoPeople.Tom)).Handler);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenAStepByHandThatWasBegun_WhenItIsPassedOn_ThenAPersonLooksBeforeItIsDoneAgain(bool toTom)
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("activate", new Mishap.Silent(FailureReason.WorkedByHand));
        var waits = await _world.AcceptedAsync(proposed);
        Assert.Equal(ActivationState.AwaitingManualStep, waits.State);

        var given = await _world.AnsweredAsync(waits.Number, toTom ? ToTom : ToTheList, DemoPeople.Els);

        Assert.Equal((ActivationState.NeedsAttention, toTom ? DemoPeople.Tom : null), (given.State, given.Handler));
        Assert.Equal(EffectKind.ActivateAccount, Assert.IsType<OutcomeUnknown>(given.Trouble).Effect);
    }

    [Fact]
    public async Task GivenAnEffectThatIsUnderWay_WhenItIsPassedOn_ThenItIsNotYet()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("create", new Mishap.Silent());
        var underWay = await _world.AcceptedAsync(proposed);
        Assert.False(HandOver.IsPossible(underWay));

        Assert.Equal(Obstacle.NotAskedNow, await ObstacleAsync(underWay, ToTom));
        Assert.Equal(Obstacle.NotAskedNow, await ObstacleAsync(underWay, ToTheList));
    }

    [Fact]
    public async Task GivenACaseThatIsSomebodyElsesByNow_WhenItIsPassedOn_ThenItStays()
    {
        var taken = await _world.TakenAsync(Sample.Request, DemoPeople.Tom);

        Assert.Equal(Obstacle.NotAskedNow, await ObstacleAsync(taken, ToTheList));
    }

    [Fact]
    public async Task GivenACase_WhenThereIsNoReasonOrNoRightOrNoEmployee_ThenItIsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(Obstacle.ReasonNeeded, await ObstacleAsync(proposed, ToTom with { Reason = "  " }));
        Assert.Equal(Obstacle.ReasonNeeded, await ObstacleAsync(proposed, ToTom with { Reason = new string('x', 501) }));
        Assert.Equal(Obstacle.NotAnOption, await ObstacleAsync(proposed, ToTom with { To = DemoPeople.Els }));
        Assert.Equal(Obstacle.NotAllowed, await ObstacleAsync(proposed, ToTom, DemoPeople.Sanne));
        Assert.Equal(Obstacle.NotAllowed, await ObstacleAsync(proposed, ToTom, DemoPeople.Bram));
    }

    private async Task<Obstacle> ObstacleAsync(ActivationCase seen, Answer answer, Actor? by = null) =>
        Assert.IsType<Decision.Declined>(
            await _world.TryAnswerAsync(seen.Number, answer, by ?? DemoPeople.Els)).Obstacle;
}
