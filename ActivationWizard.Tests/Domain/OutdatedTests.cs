using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>Facts that are too old are read again when somebody comes to the case, and what people said stays.</summary>
public sealed class OutdatedTests
{
    private static readonly TimeSpan TooLong = Sample.Settings.FactsMaxAge + TimeSpan.FromSeconds(1);

    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Take_FactsOfThatAge_AreReadAgainWhenTooOld(int secondsTooOld, bool isRead)
    {
        var proposed = await ArrivedAsync(Sample.Request);
        _world.Clock.Advance(Sample.Settings.FactsMaxAge + TimeSpan.FromSeconds(secondsTooOld));

        var taken = await _world.AnsweredAsync(proposed.Number, new TakeNewCase());

        Assert.Equal(isRead, _world.Journal.Of(proposed.Number).Any(entry => entry.Event is FactsRechecked));
        Assert.Equal((ActivationState.AwaitingDecision, false), (taken.State, taken.IsOutdated));
        Assert.Empty(taken.Changes);
        Assert.Equal(isRead, taken.Facts.ReadAt == _world.Clock.GetUtcNow());
        Assert.Equal(ActivationState.SentByEmail, (await _world.AcceptedAsync(taken)).State);
    }

    [Fact]
    public async Task Resume_SomethingChanged_IsShownAsWasAndIsAndProposedAnew()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { Emails = [new EmailContact("c1", true, Sample.Other)] });
        _world.Clock.Advance(TooLong);

        var again = await _world.AnsweredAsync(proposed.Number, new ResumeCase());

        Assert.Equal((ActivationState.AwaitingDecision, Route.LetterTenant), (again.State, Proposal.Of(again)!.Route));
        Assert.Contains(new FactChange(FactKind.Email, $"Match {Sample.Own}", $"Mismatch {Sample.Other}"), again.Changes);
        Assert.Equal(proposed.Facts, again.FactsBefore);
    }

    [Fact]
    public async Task Resume_SourceSilentNow_IsHeldAndNotReliedOn()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("flags", new Mishap.Silent());
        _world.Clock.Advance(TooLong);

        var held = await _world.AnsweredAsync(proposed.Number, new ResumeCase());
        Assert.Equal(HoldReason.SourceUnavailable, held.Hold);
        Assert.Contains(held.Changes, change => change.Fact is FactKind.Protection);

        _world.Clock.Advance(TooLong);
        var again = await _world.AnsweredAsync(proposed.Number, new ResumeCase());
        Assert.Equal(ActivationState.AwaitingDecision, again.State);
    }

    [Fact]
    public async Task Resume_WhatPeopleSaid_Stays()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        var refused = await _world.AnsweredAsync(proposed.Number, new RefuseInstead("verzoek van de huurder"));
        _world.Clock.Advance(TooLong);

        var resumed = await _world.AnsweredAsync(proposed.Number, new ResumeCase());

        Assert.Equal((refused.RefusalReason, refused.Composed), (resumed.RefusalReason, resumed.Composed));
        Assert.Equal(refused.MovedAt, resumed.MovedAt);
    }

    [Fact]
    public async Task Resume_AdministratorProven_IsNotAskedAgain()
    {
        var proven = await AdministratorTests.VerifiedAsync(_world.UnderBewind());
        _world.Clock.Advance(TooLong);

        var resumed = await _world.AnsweredAsync(proven.Number, new ResumeCase());

        Assert.Equal((ActivationState.AwaitingDecision, proven.Proof), (resumed.State, resumed.Proof));
        Assert.Empty(resumed.Changes);
    }

    [Fact]
    public async Task Accept_WhileTheFactsAreReadAgain_IsTakenAndCheckedAsAlways()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Clock.Advance(TooLong);
        await _world.TryAnswerAsync(proposed.Number, new ResumeCase());

        var accepted = await _world.Runner.AnswerAsync(
            proposed.Number, proposed.Version, new AcceptProposal(World.YesTo(proposed)), DemoPeople.Sanne, Cancellation);

        Assert.IsType<Decision.Taken>(accepted);
        var done = await _world.ContinuedAsync(proposed.Number);
        Assert.Equal((ActivationState.SentByEmail, false), (done.State, done.IsOutdated));
    }

    [Fact]
    public async Task Resume_BySomebodyElse_IsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(new Decision.Declined(Obstacle.NotYourCase),
            await _world.TryAnswerAsync(proposed.Number, new ResumeCase(), DemoPeople.Tom));
    }

    [Fact]
    public async Task Resume_CodeNotMailed_IsLeftAsItIs()
    {
        _world.Umbrella.Mails = false;
        var held = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));
        Assert.Equal(HoldReason.EmailNotSent, held.Hold);
        _world.Clock.Advance(TooLong);

        var resumed = await _world.AnsweredAsync(held.Number, new ResumeCase());

        Assert.Equal((held.Version, held.Trouble), (resumed.Version, resumed.Trouble));
    }

    private async Task<ActivationCase> ArrivedAsync(ActivationRequest request) =>
        await _world.ContinuedAsync(await _world.Runner.OpenAsync(request, Actor.Wizard, null, Cancellation));
}
