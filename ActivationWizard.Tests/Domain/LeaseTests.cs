using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>
/// One case at a time acts for a tenant, races are lost without harm, and no lease outlives the work it was for.
/// </summary>
public sealed class LeaseTests
{
    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accept_AnotherCaseActsForTheTenant_IsDeclinedUntilItIsOver()
    {
        var first = await StuckAsync();
        var second = await _world.TakenAsync(Sample.Request with { Channel = Channel.Phone }, DemoPeople.Tom);

        var busy = await _world.TryAnswerAsync(second.Number, new AcceptProposal(World.YesTo(second)), DemoPeople.Tom);
        Assert.Equal(Obstacle.TenantBusy, Assert.IsType<Decision.Declined>(busy).Obstacle);

        Assert.Equal(ActivationState.SentByEmail, (await _world.AnsweredAsync(first.Number, new TryAgain())).State);
        Assert.IsType<Decision.Taken>(
            await _world.TryAnswerAsync(second.Number, new AcceptProposal(World.YesTo(second)), DemoPeople.Tom));
    }

    [Fact]
    public async Task Accept_TheSameCaseIsAcceptedAndUnderWayAtThatMoment_IsNotAboutAnotherCase()
    {
        var twice = await _world.TakenAsync(Sample.Request);
        _world.Journal.BeforeReserving = async () =>
        {
            Assert.IsType<Decision.Taken>(await _world.TryAnswerAsync(twice.Number, new AcceptProposal(World.YesTo(twice))));
            _world.Journal.RunElsewhere(Sample.AnnaKeys.Own, twice.Number);
        };

        var second = await _world.TryAnswerAsync(twice.Number, new AcceptProposal(World.YesTo(twice)));

        Assert.Equal(Obstacle.NotAskedNow, Assert.IsType<Decision.Declined>(second).Obstacle);
    }

    [Fact]
    public async Task Accept_ARunOfTheCaseHasNotEnded_IsDeclined()
    {
        var taken = await _world.TakenAsync(Sample.Request);
        _world.Journal.RunElsewhere(Sample.AnnaKeys.Own, taken.Number);

        var early = await _world.TryAnswerAsync(taken.Number, new AcceptProposal(World.YesTo(taken)));

        Assert.Equal(Obstacle.TenantBusy, Assert.IsType<Decision.Declined>(early).Obstacle);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Accept_TenantKnownByIdOrLookedUpByHand_OneOfTwoCasesActs(bool firstByHand, bool secondByHand)
    {
        var first = await ProposedAsync(firstByHand, DemoPeople.Sanne);
        _world.Calls.Plan("create", new Mishap.Silent());
        var acting = await _world.AcceptedAsync(first);
        Assert.Equal(WizardStep.Execute, acting.State.Step);
        var second = await ProposedAsync(secondByHand, DemoPeople.Tom);

        var busy = await _world.TryAnswerAsync(second.Number, new AcceptProposal(World.YesTo(second)), DemoPeople.Tom);
        Assert.Equal(new ActingCase(first.Number, DemoPeople.Sanne), Assert.IsType<Decision.Declined>(busy).Acting);

        _world.Calls.ByHand.Clear();
        if (firstByHand)
            _world.ByHand();
        await _world.DoneByHandAsync(firstByHand ? acting : await _world.AnsweredAsync(first.Number, new TryAgain()));
        Assert.IsType<Decision.Taken>(
            await _world.TryAnswerAsync(second.Number, new AcceptProposal(World.YesTo(second)), DemoPeople.Tom));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Propose_CodeWentOutALittleAgo_IsSeenById_AndByAddress(bool firstByHand, bool secondByHand)
    {
        var first = await _world.AcceptedAsync(await ProposedAsync(firstByHand, DemoPeople.Sanne));
        Assert.True((await _world.DoneByHandAsync(first)).State.IsFinal);

        var second = await ProposedAsync(secondByHand, DemoPeople.Tom, "Registered");

        Assert.True(Proposal.Of(second)!.AsksAboutRecentCode);
        Assert.Equal(first.Number, second.Facts.RecentCode.Value!.Case);
    }

    [Fact]
    public async Task Propose_CodeWentToSomebodyElseInTheHouse_IsNotAskedOfWhoIsKnownById()
    {
        await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));
        _world.Viewpoint.Parties[0] = Sample.Anna with { Id = "777" };
        _world.Viewpoint.Agreements[0] = Sample.Rental(party: "777");

        Assert.Null((await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New })).Facts.RecentCode.Value!.SentAt);
    }

    [Fact]
    public async Task Accept_HolderIsOverAndNeverGaveItBack_TakesIt()
    {
        var over = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));
        await _world.Journal.AcquireAsync(Sample.AnnaKeys, over.Number, Cancellation);

        var second = await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New });

        Assert.Equal(ActivationState.SentByEmail, (await _world.AcceptedAsync(second)).State);
    }

    [Fact]
    public async Task Continue_TenantIsAnothers_DoesNothingAndGoesOnLater()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        var other = await _world.TakenAsync(Sample.Request);
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));
        _world.Journal.TakeAway(Sample.Anna.Id, by: await ActingAsync(other));

        Assert.Equal(ActivationState.Rechecking, (await _world.ContinuedAsync(proposed.Number)).State);
        Assert.Empty(_world.Calls.Ledger);

        await _world.Journal.ReleaseAsync(Sample.AnnaKeys, other.Number, Cancellation);
        Assert.Equal(ActivationState.SentByEmail, (await _world.ContinuedAsync(proposed.Number)).State);
    }

    [Fact]
    public async Task Continue_FencedBeforeRequested_CallsNothing()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        var other = await ActingAsync(await _world.TakenAsync(Sample.Request));
        _world.Journal.Before[typeof(CreationRequested)] = () => _world.Journal.TakeAway(Sample.Anna.Id, other);

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.Rechecking, stopped.State);
        Assert.Empty(_world.Calls.Ledger);
    }

    [Fact]
    public async Task Continue_LostRace_StopsAndTheOtherGoesOn()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Journal.Before[typeof(CreationRequested)] = () =>
            _world.Start().ContinueAsync(proposed.Number, Cancellation).Wait(Cancellation);

        var done = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["create", "mail-code", "register-contact"], _world.Calls.Done);
    }

    [Fact]
    public async Task Answer_AnotherWasFirst_IsNotAskedNow()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Journal.Before[typeof(ProposalAccepted)] = () =>
            _world.AnsweredAsync(proposed.Number, new Withdraw("dubbel")).Wait(Cancellation);

        var decision = await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));

        Assert.Equal(Obstacle.NotAskedNow, Assert.IsType<Decision.Declined>(decision).Obstacle);
        Assert.Empty(_world.Calls.Ledger);
    }

    [Fact]
    public async Task Answer_LosesEveryRace_IsNotAskedNow()
    {
        var number = await _world.Runner.OpenAsync(Sample.Request, DemoPeople.Sanne, "sleutel", Cancellation);
        Assert.Equal(number, await _world.Runner.OpenAsync(Sample.Request, DemoPeople.Sanne, "sleutel", Cancellation));
        _world.Journal.LosesEveryRace = true;

        var decision = await _world.TryAnswerAsync(number, new TakeCase());

        Assert.Equal(Obstacle.NotAskedNow, Assert.IsType<Decision.Declined>(decision).Obstacle);
    }

    [Fact]
    public async Task Answer_UnknownCase_SaysSo()
    {
        var decision = await _world.Runner.AnswerAsync(
            CaseNumber.Of(2026, 99), 1, new TakeCase(), DemoPeople.Sanne, Cancellation);

        Assert.Equal(Obstacle.NoSuchCase, Assert.IsType<Decision.Declined>(decision).Obstacle);
        Assert.Null(await _world.Runner.ContinueAsync(CaseNumber.Of(2026, 99), Cancellation));
    }

    [Fact]
    public async Task Open_TeamLead_IsRefused() => await Assert.ThrowsAsync<UnauthorizedAccessException>(
        () => _world.Runner.OpenAsync(Sample.Request, DemoPeople.Els, null, Cancellation));

    [Fact]
    public async Task FetchAgain_FromAttention_GivesTheLeaseBack()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("create", new Mishap.Refused("account-bestaat"));
        await _world.AcceptedAsync(proposed);
        Assert.Equal(proposed.Number, _world.Journal.HolderOf(Sample.Anna.Id));

        await _world.TryAnswerAsync(proposed.Number, new FetchAgain());

        Assert.Null(_world.Journal.HolderOf(Sample.Anna.Id));
    }

    // A process with Viewpoint at work, and one in which the employee looks everything up, over one journal.
    private async Task<ActivationCase> ProposedAsync(bool byHand, Actor by, string account = "None")
    {
        _world.Calls.ByHand.Clear();
        if (byHand)
            _world.ByHand();
        var taken = await _world.TakenAsync(Sample.Request, by);
        var answers = HandAnswers.But((FactKind.Account, account));
        while (taken is { Hold: HoldReason.SourceUnavailable, Verdict.Missing: { } fact })
            taken = await _world.AnsweredAsync(taken.Number, new AnswerFact(fact, answers.Values[fact]), by);
        Assert.NotNull(Proposal.Of(taken));
        return taken;
    }

    private async Task<ActivationCase> StuckAsync()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("create", new Mishap.Silent());
        return await _world.AcceptedAsync(proposed);
    }

    private async Task<CaseNumber> ActingAsync(ActivationCase other)
    {
        await _world.Journal.AppendAsync(other, [new ProposalAccepted(World.YesTo(other))], DemoPeople.Sanne, null, Cancellation);
        return other.Number;
    }
}
