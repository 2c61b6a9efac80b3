using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>The wizard is tried out: it proposes, does nothing, and is told what was done.</summary>
public sealed class TrialTests
{
    private static readonly RecordPractice AsProposed = new(Practice.AsProposed, null, null, null);
    private static readonly RecordPractice ByLetter = new(Practice.CodeByLetter, null, PracticeReason.KnewMore, " belde op ");

    private readonly World _world = new();

    public TrialTests() => Try(true);

    [Fact]
    public async Task Request_InATrial_IsProposedAndNothingCanBeSent()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal((ActivationState.AwaitingDecision, true), (proposed.State, proposed.IsTrial));
        Assert.Equal(Route.EmailTenant, Proposal.Of(proposed)!.Route);
        foreach (var answer in new Answer[] { new AcceptProposal(World.YesTo(proposed)), new RefuseInstead("omdat") })
            Assert.Equal(new Decision.Declined(Obstacle.TrialRun), await _world.TryAnswerAsync(proposed.Number, answer));
        Assert.Empty(_world.Calls.Ledger);
    }

    [Fact]
    public async Task AsProposed_Said_EndsTheCaseWithoutAnEffectAndWithACodeGiven()
    {
        var ended = await _world.AnsweredAsync((await _world.TakenAsync(Sample.Request)).Number, AsProposed);

        Assert.Equal(
            (ActivationState.TriedOut, new PracticeRecorded(Practice.AsProposed, null, null, null)), (ended.State, ended.Last));
        var summary = CaseSummary.Of(ended);
        Assert.Equal((false, Route.EmailTenant, ended.CompletedAt), (summary.HasDeviation, summary.Route, summary.CodeSentAt));
        Assert.Empty(ended.Effects);
        Assert.Empty(_world.Calls.Ledger);
    }

    [Theory]
    [InlineData(Practice.CodeByEmail, null, true)]
    [InlineData(Practice.CodeByLetter, null, true)]
    [InlineData(Practice.NewCode, null, true)]
    [InlineData(Practice.Refused, RefusalGround.PaymentArrangement, false)]
    [InlineData(Practice.Nothing, null, false)]
    [InlineData(Practice.Other, null, false)]
    public async Task Otherwise_Said_IsADifferenceAndACodeWhereOneWasGiven(Practice practice, RefusalGround? ground, bool isCode)
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        var ended = await _world.AnsweredAsync(
            proposed.Number, new RecordPractice(practice, ground, PracticeReason.RecordsAreWrong, "  "));

        Assert.Equal(new PracticeRecorded(practice, ground, PracticeReason.RecordsAreWrong, null), ended.Practice);
        Assert.Equal((true, isCode), (CaseSummary.Of(ended).HasDeviation, CaseSummary.Of(ended).CodeSentAt is not null));
    }

    [Theory]
    [InlineData(null, null, PracticeReason.KnewMore, null, Obstacle.PracticeNotSaid)]
    [InlineData(Practice.Refused, null, PracticeReason.KnewMore, null, Obstacle.PracticeNotSaid)]
    [InlineData((Practice)99, null, PracticeReason.KnewMore, null, Obstacle.NotAnOption)]
    [InlineData(Practice.Refused, (RefusalGround)99, PracticeReason.KnewMore, null, Obstacle.NotAnOption)]
    [InlineData(Practice.Nothing, null, (PracticeReason)99, null, Obstacle.NotAnOption)]
    [InlineData(Practice.Nothing, null, null, null, Obstacle.PracticeReasonNeeded)]
    [InlineData(Practice.Nothing, null, PracticeReason.Other, " ", Obstacle.PracticeReasonNeeded)]
    public async Task Otherwise_NotSaidInFull_IsDeclined(
        Practice? practice, RefusalGround? ground, PracticeReason? reason, string? note, Obstacle obstacle)
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(
            new Decision.Declined(obstacle),
            await _world.TryAnswerAsync(proposed.Number, new RecordPractice(practice, ground, reason, note)));
    }

    [Fact]
    public async Task Otherwise_NoteTooLong_IsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(
            new Decision.Declined(Obstacle.PracticeReasonNeeded),
            await _world.TryAnswerAsync(proposed.Number, ByLetter with { Note = new string('x', 501) }));
    }

    [Fact]
    public async Task Hold_InATrial_CanBeSaidToHaveBeenSentAllTheSame()
    {
        _world.Viewpoint.Parties[0] = Sample.Anna with { IsDeceased = true };
        var held = await _world.TakenAsync(Sample.Request);
        Assert.Equal(ActivationState.OnHold, held.State);

        var ended = await _world.AnsweredAsync(held.Number, ByLetter);

        Assert.Equal(new PracticeRecorded(Practice.CodeByLetter, null, PracticeReason.KnewMore, "belde op"), ended.Last);
        Assert.Equal((held.Hold, true), (CaseSummary.Of(ended).Hold, CaseSummary.Of(ended).HasDeviation));
    }

    [Fact]
    public async Task Question_InATrial_IsAnsweredByYesOrByWhatWasDone()
    {
        var asked = await _world.WithAccount(AccountStatus.Active, Sample.Own).TakenAsync(Sample.Request);

        foreach (var (answer, obstacle) in new (Answer, Obstacle)[]
        {
            (new TreatAsNewCode(false), Obstacle.TrialRun), (AsProposed, Obstacle.NotAskedNow),
        })
            Assert.Equal(new Decision.Declined(obstacle), await _world.TryAnswerAsync(asked.Number, answer));

        var proposed = await _world.AnsweredAsync(asked.Number, new TreatAsNewCode(true));
        Assert.Equal((Route.RecreateEmailTenant, true), (Proposal.Of(proposed)!.Route, proposed.IsTrial));
    }

    [Fact]
    public async Task CodeGivenInATrial_ThenLive_MustBeConfirmedAsAnyOther()
    {
        var tried = await _world.AnsweredAsync((await _world.TakenAsync(Sample.Request)).Number, ByLetter);
        Try(false);

        var again = await _world.TakenAsync(Sample.Request);

        Assert.Equal(new RecentCodeFinding(tried.CompletedAt, tried.Number, true), again.Facts.RecentCode.Value);
    }

    [Fact]
    public async Task OpenCase_AfterGoingLive_IsSentOnlyWhenAPersonSaysThatNothingWasDone()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        Assert.Equal(new Decision.Declined(Obstacle.NotAskedNow), await _world.TryAnswerAsync(proposed.Number, new LeaveTrial()));
        Try(false);

        var over = await _world.ContinuedAsync(proposed.Number);
        Assert.Equal((true, true, proposed.MovedAt), (over.IsTrial, over.IsTrialOver, over.MovedAt));
        Assert.Equal(
            new Decision.Declined(Obstacle.TrialRun),
            await _world.TryAnswerAsync(over.Number, new AcceptProposal(World.YesTo(over))));

        var left = await _world.AnsweredAsync(over.Number, new LeaveTrial());
        Assert.Equal((ActivationState.AwaitingDecision, false), (left.State, left.IsTrial));
        Assert.Equal(ActivationState.SentByEmail, (await _world.AcceptedAsync(left)).State);
    }

    [Fact]
    public async Task OpenCase_AfterGoingLive_CanStillBeSaidToBeDoneTheOldWay()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        Try(false);
        await _world.ContinuedAsync(proposed.Number);

        Assert.Equal(ActivationState.TriedOut, (await _world.AnsweredAsync(proposed.Number, AsProposed)).State);
    }

    [Fact]
    public async Task OpenCase_WhenATrialBegins_IsTriedOutFromItsBeginning()
    {
        Try(false);
        var refused = await _world.AnsweredAsync(
            (await _world.TakenAsync(Sample.Request)).Number, new RefuseInstead("Aanvrager wil niet meer"));
        Try(true);
        Assert.Equal(
            new Decision.Declined(Obstacle.TrialRun),
            await _world.TryAnswerAsync(refused.Number, new AcceptProposal(World.YesTo(refused))));

        var tried = await _world.ContinuedAsync(refused.Number);

        Assert.Equal((true, null, Route.EmailTenant), (tried.IsTrial, tried.RefusalReason, Proposal.Of(tried)!.Route));
    }

    [Fact]
    public async Task CaseUnderWay_WhenATrialBegins_WaitsAndGoesOnAfterIt()
    {
        Try(false);
        var proposed = await _world.TakenAsync(Sample.Request);
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));
        Try(true);

        var waits = await _world.ContinuedAsync(proposed.Number);
        Assert.Equal((ActivationState.Rechecking, false), (waits.State, waits.IsTrial));
        Assert.Empty(_world.Calls.Ledger);

        Try(false);
        Assert.Equal(ActivationState.SentByEmail, (await _world.ContinuedAsync(proposed.Number)).State);
    }

    [Fact]
    public async Task CaseWithAnEffect_WhenATrialBegins_IsNoTrial()
    {
        Try(false);
        _world.Umbrella.Mails = false;
        var held = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));
        Assert.Equal(HoldReason.EmailNotSent, held.Hold);
        Try(true);

        Assert.False((await _world.ContinuedAsync(held.Number)).IsTrial);
        Assert.Throws<IllegalEventException>(() => Then(held, new TrialBegun()));
    }

    [Fact]
    public async Task Journal_OfATrial_HoldsNoEffectAndOfNoTrialNoPractice()
    {
        var tried = await _world.TakenAsync(Sample.Request);
        Try(false);
        var live = await _world.TakenAsync(Sample.Request with { Name = "B. van den Berg" });
        Assert.False(live.IsTrial);

        Assert.Throws<IllegalEventException>(() => Then(tried, new ProposalAccepted(new Acceptance())));
        foreach (CaseEvent ofATrial in new CaseEvent[]
        {
            new PracticeRecorded(Practice.AsProposed, null, null, null), new WentLive(), new TrialLeft(),
        })
            Assert.Throws<IllegalEventException>(() => Then(live, ofATrial));
    }

    private static ActivationCase Then(ActivationCase activation, CaseEvent happened) =>
        activation.After(new RecordedEvent(
            activation.Number, activation.Version + 1, happened, DemoPeople.Sanne, Sample.Now));

    private void Try(bool isTrial)
    {
        _world.Settings = _world.Settings with { Trial = isTrial };
        _world.Start();
    }
}
