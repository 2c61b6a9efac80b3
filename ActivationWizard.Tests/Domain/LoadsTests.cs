using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>A case is read, and so folded, once per act: what is known already is not read again.</summary>
public sealed class LoadsTests
{
    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnswerAsync_Taken_ReadsTheCaseOnceAndGivesItAsItIsAfter()
    {
        var seen = await _world.TakenAsync(Sample.Request);
        _world.Journal.Loads = 0;

        var (decision, after) = await AnswerAsync(seen, new AcceptProposal(World.YesTo(seen)));

        Assert.IsType<Decision.Taken>(decision);
        Assert.Equal(1, _world.Journal.Loads);
        Assert.Equal(ActivationCase.Fold(_world.Journal.Of(seen.Number)).Version, after!.Version);
        Assert.IsType<ProposalAccepted>(after.Last);
    }

    [Fact]
    public async Task AnswerAsync_Declined_ReadsTheCaseOnceAndGivesItAsItIs()
    {
        var seen = await _world.TakenAsync(Sample.Request);
        _world.Journal.Loads = 0;

        var (decision, now) = await AnswerAsync(seen, new TryAgain());

        Assert.Equal(new Decision.Declined(Obstacle.NotAskedNow), decision);
        Assert.Equal((1, seen.Version), (_world.Journal.Loads, now!.Version));
    }

    [Fact]
    public async Task ContinueAsync_WithTheCaseThatTheAnswerGave_ReadsNothingUpToTheEnd()
    {
        var seen = await _world.TakenAsync(Sample.Request);
        var (_, after) = await AnswerAsync(seen, new AcceptProposal(World.YesTo(seen)));
        _world.Journal.Loads = 0;

        var end = await _world.Runner.Runner.ContinueAsync(after!, Cancellation);

        Assert.True(end.Case.State.IsFinal);
        Assert.Equal(0, _world.Journal.Loads);
    }

    [Fact]
    public async Task ContinueAsync_WithACaseThatAnotherWentOnWith_BeginsAnewWithTheCaseAsItIs()
    {
        var opened = await OpenedAsync();
        Assert.IsType<Decision.Taken>(await _world.TryAnswerAsync(opened.Number, new TakeCase()));
        _world.Journal.Loads = 0;

        var end = await _world.Runner.Runner.ContinueAsync(opened.Case!, Cancellation);

        Assert.Equal((ActivationState.AwaitingDecision, DemoPeople.Sanne), (end.Case.State, end.Case.Handler));
        Assert.Equal(ActivationCase.Fold(_world.Journal.Of(opened.Number)).Version, end.Case.Version);
        Assert.InRange(_world.Journal.Loads, 1, 2);
    }

    [Fact]
    public async Task ContinueAsync_WithACaseThatHasEndedSince_DoesNothingTwice()
    {
        var seen = await _world.TakenAsync(Sample.Request);
        var (_, after) = await AnswerAsync(seen, new AcceptProposal(World.YesTo(seen)));
        var ended = await _world.ContinuedAsync(seen.Number);
        var (calls, events) = (_world.Calls.Ledger.Count, _world.Journal.Of(seen.Number).Count);

        var end = await _world.Runner.Runner.ContinueAsync(after!, Cancellation);

        Assert.Equal(ended.Version, end.Case.Version);
        Assert.Null(_world.Journal.HolderOf(Sample.Anna.Id));
        Assert.Equal((calls, events), (_world.Calls.Ledger.Count, _world.Journal.Of(seen.Number).Count));
    }

    [Fact]
    public async Task OpenAsync_NewRequest_ReadsNothingBackAndTheRunAfterItNeither()
    {
        var opened = await OpenedAsync("key");

        var end = await _world.Runner.Runner.ContinueAsync(opened.Case!, Cancellation);

        Assert.True(opened.IsNew);
        Assert.Equal((ActivationState.AwaitingDecision, 0), (end.Case.State, _world.Journal.Loads));
    }

    [Fact]
    public async Task OpenAsync_KnownIntakeKey_GivesTheCaseAsItIsByNow()
    {
        var opened = await OpenedAsync("key");
        var end = await _world.Runner.Runner.ContinueAsync(opened.Case!, Cancellation);

        var again = await OpenedAsync("key");

        Assert.Equal((false, opened.Number, end.Case.Version), (again.IsNew, again.Number, again.Case!.Version));
    }

    private Task<OpenedCase> OpenedAsync(string? intakeKey = null) =>
        _world.Runner.Answers.OpenAsync(Sample.Request, Actor.Wizard, intakeKey, Cancellation);

    private Task<Answered> AnswerAsync(ActivationCase seen, Answer answer) =>
        _world.Runner.Answers.AnswerAsync(seen.Number, seen.Version, answer, DemoPeople.Sanne, Cancellation);
}
