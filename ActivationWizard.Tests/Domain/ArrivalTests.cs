using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>A request that came in is looked up before anybody has it, and taken as it is then.</summary>
public sealed class ArrivalTests
{
    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Arrived_NobodyHasIt_IsProposedByTheWizard()
    {
        var proposed = await ArrivedAsync(Sample.Request);

        Assert.Equal((ActivationState.AwaitingDecision, (Actor?)null), (proposed.State, proposed.Handler));
        Assert.Equal(Route.EmailTenant, Proposal.Of(proposed)!.Route);
        var entries = _world.Journal.Of(proposed.Number);
        Assert.Equal(
            [typeof(CaseOpened), typeof(GatheringBegun), typeof(FactsGathered), typeof(ProposalMade)],
            entries.Select(entry => entry.Event.GetType()));
        Assert.All(entries, entry => Assert.Equal(Actor.Wizard, entry.Actor));
        Assert.Empty(_world.Calls.Ledger);
    }

    [Fact]
    public async Task Arrived_FromSomebodyElse_AsksNoSource()
    {
        var proposed = await ArrivedAsync(Sample.Request with { Requester = Requester.SomebodyElse });

        Assert.Equal((ActivationState.AwaitingDecision, Row.D01), (proposed.State, proposed.Verdict!.Row));
        Assert.IsType<ReplyComposed>(proposed.Composed);
        Assert.Equal(["compose"], _world.Calls.Asked);
        Assert.Null(proposed.Facts.ReadAt);
    }

    [Fact]
    public async Task Arrived_SourceWorkedByHand_WaitsWithItsQuestion()
    {
        _world.Calls.ByHand.Add("units");

        var held = await ArrivedAsync(Sample.Request);
        Assert.Equal((HoldReason.SourceUnavailable, FactKind.Person), (held.Hold, held.Verdict!.Missing));

        var taken = await _world.AnsweredAsync(held.Number, new TakeNewCase());
        Assert.Equal((ActivationState.OnHold, DemoPeople.Sanne), (taken.State, taken.Handler));
        Assert.Equal(FactKind.Tenancy,
            (await _world.AnsweredAsync(held.Number, new AnswerFact(FactKind.Person, "Found"))).Verdict!.Missing);
    }

    [Fact]
    public async Task TakeNewCase_OfTwo_IsTheFirstOnes()
    {
        var proposed = await ArrivedAsync(Sample.Request);

        Assert.IsType<Decision.Taken>(
            await _world.Runner.AnswerAsync(proposed.Number, 1, new TakeNewCase(), DemoPeople.Sanne, Cancellation));
        Assert.Equal(
            new Decision.Declined(Obstacle.NotYourCase),
            await _world.Runner.AnswerAsync(proposed.Number, 1, new TakeNewCase(), DemoPeople.Tom, Cancellation));
        Assert.Equal(ActivationState.SentByEmail, (await _world.AcceptedAsync(await LoadAsync(proposed.Number))).State);
    }

    [Theory]
    [InlineData(typeof(GatheringBegun))]
    [InlineData(typeof(FactsGathered))]
    [InlineData(typeof(ProposalMade))]
    public async Task TakeNewCase_InTheMiddleOfTheLookUp_LosesNothingAndAsksOnce(Type before)
    {
        var number = await _world.Runner.OpenAsync(Sample.Request, Actor.Wizard, null, Cancellation);
        Task<Decision>? taking = null;
        _world.Journal.Before[before] = () =>
            taking = _world.Runner.AnswerAsync(number, 1, new TakeNewCase(), DemoPeople.Sanne, Cancellation);

        await _world.Runner.ContinueAsync(number, Cancellation);
        var proposed = await _world.ContinuedAsync(number);

        Assert.IsType<Decision.Taken>(await taking!);
        Assert.Equal((ActivationState.AwaitingDecision, DemoPeople.Sanne), (proposed.State, proposed.Handler));
        Assert.Single(_world.Calls.Asked, "agreements");
        Assert.Single(_world.Journal.Of(number), entry => entry.Event is FactsGathered);
    }

    [Fact]
    public async Task Arrived_AnotherProcessLooksItUp_IsLeftToIt()
    {
        var number = await _world.Runner.OpenAsync(Sample.Request, Actor.Wizard, null, Cancellation);
        _world.Journal.RunElsewhere($"case {number}", number);

        var end = await _world.Runner.ContinueAsync(number, Cancellation);

        Assert.Empty(_world.Calls.Asked);
        Assert.NotNull(end!.Again);
        Assert.Equal(ActivationState.AwaitingDecision, (await _world.ContinuedAsync(number)).State);
    }

    [Fact]
    public async Task Accept_ACodeWasSentToTheTenantSince_IsProposedAnew()
    {
        var first = await ArrivedAsync(Sample.Request);
        var second = await ArrivedAsync(Sample.Request);
        await _world.AnsweredAsync(first.Number, new TakeNewCase());
        await _world.AcceptedAsync(first);
        second = await _world.AnsweredAsync(second.Number, new TakeNewCase());

        var again = await _world.AcceptedAsync(second);

        Assert.Equal(ActivationState.AwaitingDecision, again.State);
        Assert.Contains(again.Changes, change => change.Fact is FactKind.RecentCode);
        Assert.True(Proposal.Of(again)!.AsksAboutRecentCode);
        Assert.Single(_world.Calls.Done, "mail-code");
    }

    private Task<ActivationCase> LoadAsync(CaseNumber number) => _world.ContinuedAsync(number);

    private async Task<ActivationCase> ArrivedAsync(ActivationRequest request) =>
        await _world.ContinuedAsync(await _world.Runner.OpenAsync(request, Actor.Wizard, null, Cancellation));
}
