using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>Two employees, one case: one acts, the other asks, and nothing is done twice when it changes hands.</summary>
public sealed class HandOverTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Take_AnothersWithoutAsking_IsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(Obstacle.AskFirst, await ObstacleAsync(proposed, new TakeCase(), DemoPeople.Tom));
    }

    [Fact]
    public async Task Asked_HandedOver_IsTheAskersFromThen()
    {
        var asked = await AskedAsync();
        Assert.Equal((DemoPeople.Tom, DemoPeople.Sanne, false), (asked.TakeOver!.Person, asked.Handler, asked.WasTakenOver));

        var given = await _world.AnsweredAsync(asked.Number, new HandCaseOver());

        Assert.Equal((DemoPeople.Tom, true), (given.Handler, given.WasTakenOver));
        Assert.Null(given.TakeOver);
        Assert.Equal(Obstacle.NotYourCase, await ObstacleAsync(given, new Withdraw("toch niet")));
        Assert.Equal(ActivationState.SentByEmail, (await AcceptedByBramAsync(given)).State);
    }

    [Fact]
    public async Task Asked_Kept_StaysAndCanBeAskedAgain()
    {
        var asked = await AskedAsync();

        var kept = await _world.AnsweredAsync(asked.Number, new KeepCase());

        Assert.Equal((DemoPeople.Sanne, null), (kept.Handler, kept.TakeOver));
        Assert.Equal(Obstacle.AskFirst, await ObstacleAsync(kept, new TakeCase(), DemoPeople.Tom));
        Assert.Equal(
            DemoPeople.Tom, (await _world.AnsweredAsync(kept.Number, new AskToTakeOver(), DemoPeople.Tom)).TakeOver!.Person);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public async Task Asked_NoAnswer_MayBeTakenAfterAMinute(int seconds, bool taken)
    {
        var asked = await AskedAsync();
        var at = asked.TakeOver!.At.AddSeconds(seconds);

        var decision = Decider.Decide(asked, new TakeCase(), DemoPeople.Tom, at, Sample.Settings);

        Assert.Equal(taken, decision is Decision.Taken { Events: [CaseTaken] });
    }

    [Fact]
    public async Task Asked_NoAnswer_IsOnlyForWhoAsked()
    {
        var asked = await AskedAsync();
        var later = asked.TakeOver!.At.AddMinutes(5);
        var chris = new Actor("chris", "Chris", Role.Employee);

        Assert.Equal(new Decision.Declined(Obstacle.AskFirst),
            Decider.Decide(asked, new TakeCase(), chris, later, Sample.Settings));
        Assert.Equal(new Decision.Declined(Obstacle.NotAskedNow),
            Decider.Decide(asked, new AskToTakeOver(), chris, later, Sample.Settings));
    }

    [Fact]
    public async Task Asked_WhoeverHasItSends_TheAskIsOver()
    {
        var asked = await AskedAsync();
        _world.Calls.Plan("create", new Mishap.Silent());

        var waits = await _world.AcceptedAsync(asked);

        Assert.Null(waits.TakeOver);
        Assert.Equal(Obstacle.NotYourCase, await ObstacleAsync(waits, new AskToTakeOver(), DemoPeople.Tom));
        Assert.Equal(Obstacle.NotYourCase, await ObstacleAsync(waits, new TakeCase(), DemoPeople.Tom));
    }

    [Fact]
    public async Task Asked_WhileAQuestionIsOnTheScreen_ItsAnswerIsStillTaken()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        await _world.AnsweredAsync(proposed.Number, new AskToTakeOver(), DemoPeople.Tom);

        var decision = await _world.Runner.AnswerAsync(
            proposed.Number, proposed.Version, new AcceptProposal(World.YesTo(proposed)), DemoPeople.Sanne,
            TestContext.Current.CancellationToken);

        Assert.IsType<Decision.Taken>(decision);
    }

    [Fact]
    public async Task TakenOver_InAManualStep_IsLookedAtBeforeItIsDoneAgain()
    {
        var waits = await ManualAsync();
        await _world.AnsweredAsync(waits.Number, new AskToTakeOver(), DemoPeople.Tom);

        var given = await _world.AnsweredAsync(waits.Number, new HandCaseOver());

        Assert.Equal((ActivationState.NeedsAttention, DemoPeople.Tom), (given.State, given.Handler));
        Assert.Equal(EffectKind.ActivateAccount, Assert.IsType<OutcomeUnknown>(given.Trouble).Effect);
        Assert.Equal(Obstacle.NotAskedNow, await ObstacleAsync(given, new ConfirmManualStep(), DemoPeople.Tom));
        var done = await _world.AnsweredAsync(given.Number, new SettleOutcome(SeenOutcome.Happened, ""), DemoPeople.Tom);
        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.DoesNotContain("mail-code", _world.Calls.Done);
    }

    [Fact]
    public async Task TakenOver_NeedsAttention_StaysAsItIs()
    {
        var waits = await _world.AnsweredAsync((await ManualAsync()).Number, new ManualStepDidNotWork("Scherm doet het niet"));
        await _world.AnsweredAsync(waits.Number, new AskToTakeOver(), DemoPeople.Tom);

        var given = await _world.AnsweredAsync(waits.Number, new HandCaseOver());

        Assert.Equal((ActivationState.NeedsAttention, DemoPeople.Tom), (given.State, given.Handler));
        Assert.IsType<ManualStepFailed>(given.Trouble);
    }

    [Fact]
    public async Task TakenOver_WhileTheCodeIsLookedUp_AsksTheNewOneForIt()
    {
        _world.ByHand(ForeignSystem.Umbrella);
        var answers = HandAnswers.But((FactKind.Account, nameof(AccountStatus.Registered)));
        var proposed = await _world.AnsweredByHandAsync(await _world.TakenAsync(Sample.Request with { Email = null }), answers);
        var waits = await _world.AnsweredAsync((await _world.AcceptedAsync(proposed)).Number, new ConfirmManualStep());
        await _world.AnsweredAsync(waits.Number, new AskToTakeOver(), DemoPeople.Tom);

        var given = await _world.AnsweredAsync(waits.Number, new HandCaseOver());

        Assert.True(CodeByHand.IsAsked(given));
    }

    [Fact]
    public async Task Reassign_ByATeamLead_IsTheOthersCase()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        var given = await _world.AnsweredAsync(proposed.Number, new Reassign(DemoPeople.Tom), DemoPeople.Els);

        Assert.Equal(DemoPeople.Tom, given.Handler);
        Assert.Equal(ActivationState.SentByEmail, (await AcceptedByBramAsync(given)).State);
    }

    [Fact]
    public async Task Reassign_ACaseNobodyHas_IsTakenUpByWhoGetsIt()
    {
        var number = await _world.Runner.OpenAsync(Sample.Request, Actor.Wizard, null, TestContext.Current.CancellationToken);

        var given = await _world.AnsweredAsync(number, new Reassign(DemoPeople.Tom), DemoPeople.Els);

        Assert.Equal((ActivationState.AwaitingDecision, DemoPeople.Tom), (given.State, given.Handler));
    }

    [Fact]
    public async Task Reassign_ByAnEmployeeOrToWhoHasItOrToATeamLead_IsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(Obstacle.NotAllowed, await ObstacleAsync(proposed, new Reassign(DemoPeople.Tom)));
        Assert.Equal(Obstacle.NotAnOption, await ObstacleAsync(proposed, new Reassign(DemoPeople.Sanne), DemoPeople.Els));
        Assert.Equal(Obstacle.NotAnOption, await ObstacleAsync(proposed, new Reassign(DemoPeople.Els), DemoPeople.Els));
    }

    [Fact]
    public async Task Accept_AnotherCaseActsForTheTenant_SaysWhichAndWhose()
    {
        var first = await ManualAsync();
        var second = await _world.TakenAsync(Sample.Request with { Channel = Channel.Phone }, DemoPeople.Tom);

        var busy = Assert.IsType<Decision.Declined>(
            await _world.TryAnswerAsync(second.Number, new AcceptProposal(World.YesTo(second)), DemoPeople.Tom));

        Assert.Equal(new ActingCase(first.Number, DemoPeople.Sanne), busy.Acting);
    }

    [Fact]
    public async Task Accept_TwoAtOnce_OneAgreesAndTheCaseSaysWhoAndWhen()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        var at = _world.Clock.GetUtcNow();
        await _world.AcceptedAsync(proposed);

        var second = await _world.Runner.AnswerAsync(
            proposed.Number, proposed.Version, new AcceptProposal(World.YesTo(proposed)), DemoPeople.Sanne,
            TestContext.Current.CancellationToken);

        Assert.Equal(Obstacle.NotAskedNow, Assert.IsType<Decision.Declined>(second).Obstacle);
        var done = (await _world.Runner.LoadAsync(proposed.Number, TestContext.Current.CancellationToken))!;
        Assert.Equal(new ActedBy(DemoPeople.Sanne, at), done.Agreed);
        Assert.Single(_world.Calls.Done, "mail-code");
    }

    private async Task<ActivationCase> AskedAsync() =>
        await _world.AnsweredAsync((await _world.TakenAsync(Sample.Request)).Number, new AskToTakeOver(), DemoPeople.Tom);

    private async Task<ActivationCase> ManualAsync()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("activate", new Mishap.Silent(FailureReason.WorkedByHand));
        var waits = await _world.AcceptedAsync(proposed);
        Assert.Equal(ActivationState.AwaitingManualStep, waits.State);
        return waits;
    }

    private Task<ActivationCase> AcceptedByBramAsync(ActivationCase seen) =>
        _world.AnsweredAsync(seen.Number, new AcceptProposal(World.YesTo(seen)), DemoPeople.Tom);

    private async Task<Obstacle> ObstacleAsync(ActivationCase seen, Answer answer, Actor? by = null) =>
        Assert.IsType<Decision.Declined>(await _world.TryAnswerAsync(seen.Number, answer, by)).Obstacle;
}
