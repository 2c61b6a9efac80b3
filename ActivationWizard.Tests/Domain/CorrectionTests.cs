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

/// <summary>A mistake in the request is corrected in the case itself, as long as nothing was done for it.</summary>
public sealed class CorrectionTests
{
    private static readonly RequestValues Right = RequestValues.Of(Sample.Request);
    private static readonly ActivationRequest Misspelt = Sample.Request with { Address = Sample.Elsewhere };

    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Correct_TheAddress_IsLookedUpAndProposedAnew()
    {
        var refused = await _world.TakenAsync(Misspelt);
        Assert.Equal(Row.D04, refused.Verdict!.Row);

        var corrected = await _world.AnsweredAsync(refused.Number, new CorrectRequest(Right, " tikfout "));

        var step = Assert.Single(_world.Journal.Of(refused.Number), entry => entry.Event is RequestCorrected);
        Assert.Equal(new RequestCorrected(RequestValues.Of(Misspelt), Right, "tikfout"), step.Event);
        Assert.Equal(DemoPeople.Sanne, step.Actor);
        Assert.Equal((Sample.Request, Misspelt), (corrected.Request, corrected.Received));
        Assert.Equal((ActivationState.AwaitingDecision, Route.EmailTenant), (corrected.State, Proposal.Of(corrected)!.Route));
        Assert.Equal(Sample.Anna.Id, corrected.PartyId);
        Assert.Equal(ActivationState.SentByEmail, (await _world.AcceptedAsync(corrected)).State);
    }

    [Fact]
    public async Task Correct_TheAddress_FindsAndGuardsByTheRightOne()
    {
        var refused = await _world.TakenAsync(Misspelt);
        Assert.Equal(TenantKeys.At(Sample.Elsewhere), CaseSummary.Of(refused).Household);

        var summary = CaseSummary.Of(
            await _world.AnsweredAsync(refused.Number, new CorrectRequest(Right with { Name = "Anna van den Berg" }, "x")));

        Assert.Equal(
            ("Anna van den Berg", TenantKeys.At(Sample.Address), Sample.Anna.Id),
            (summary.Name, summary.Household, summary.PartyId));
        Assert.Contains(Sample.Postal.ToString(), summary.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_SomebodyElseThanWasFound_IsNoLongerTheOneOfBefore()
    {
        var found = await _world.TakenAsync(Sample.Request);
        Assert.Equal(Sample.Anna.Id, found.PartyId);

        var corrected = await _world.AnsweredAsync(
            found.Number, new CorrectRequest(Right with { Name = "C. de Vries", Address = Sample.Elsewhere }, "andere huurder"));

        Assert.Null(corrected.PartyId);
        Assert.Null(corrected.Facts.Person.Value!.Party);
    }

    [Fact]
    public async Task Correct_WhatWasAnswered_IsAskedAgain()
    {
        var verified = await AdministratorTests.VerifiedAsync(_world.UnderBewind());
        Assert.NotNull(verified.Proof);

        var corrected = await _world.AnsweredAsync(
            verified.Number, new CorrectRequest(RequestValues.Of(verified.Request) with { RequesterName = "Bewind BV" }, "x"));

        Assert.Equal((null, ActivationState.OnHold, HoldReason.VerifyAdministrator),
            (corrected.Proof, corrected.State, corrected.Hold));
    }

    [Fact]
    public async Task Correct_WhoAsks_IsJudgedByThatSection()
    {
        var proposed = await _world.UnderBewind().TakenAsync(Sample.Request);
        Assert.NotNull(Proposal.Of(proposed)!.Refusal);

        var corrected = await _world.AnsweredAsync(proposed.Number, new CorrectRequest(
            Right with { Requester = Requester.CourtAdministrator, Email = Sample.Court, RequesterName = "Bewind BV" }, "x"));

        Assert.Equal(HoldReason.VerifyAdministrator, corrected.Hold);
    }

    public static TheoryData<string> BeforeAnything =>
        ["several", "hold", "proposal", "rechecking", "not done", "refused", "by hand"];

    [Theory]
    [MemberData(nameof(BeforeAnything))]
    public async Task Correct_EveryStateBeforeSomethingWasDone_GoesBackToTheLookUp(string state)
    {
        var waiting = await WaitingAsync(state);
        Assert.Empty(_world.Calls.Done);

        var decision = await _world.TryAnswerAsync(
            waiting.Number, new CorrectRequest(RequestValues.Of(waiting.Request) with { Email = Sample.Other }, "x"));

        Assert.IsType<Decision.Taken>(decision);
        var corrected = (await _world.Runner.LoadAsync(waiting.Number, Cancellation))!;
        Assert.Equal((ActivationState.GatheringFacts, CaseFacts.None), (corrected.State, corrected.Facts));
        Assert.Equal((null, null, null, null), (corrected.Verdict, corrected.Acceptance, corrected.Trouble, corrected.Hold));
        Assert.Null(_world.Journal.HolderOf(Sample.Anna.Id));
        var again = await _world.ContinuedAsync(waiting.Number);
        Assert.Equal(ActivationState.AwaitingDecision, again.State);
        Assert.Equal(Sample.Other, again.Request.Email);
    }

    [Fact]
    public async Task Correct_AfterAnEffect_IsTooLate()
    {
        _world.Umbrella.Mails = false;
        var held = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));
        Assert.Equal(HoldReason.EmailNotSent, held.Hold);

        Assert.Equal(Obstacle.TooLateToCorrect, await DeclinedAsync(held));
    }

    [Fact]
    public async Task Correct_WhileACallIsUnderWay_IsTooLate()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        ActivationCase? under = null;
        Decision? said = null;
        _world.Journal.After[typeof(CreationRequested)] = () =>
        {
            under = _world.Runner.LoadAsync(proposed.Number, Cancellation).GetAwaiter().GetResult();
            said = _world.TryAnswerAsync(proposed.Number, new CorrectRequest(Right with { Name = "B. Berg" }, "x"))
                .GetAwaiter().GetResult();
        };

        await _world.AcceptedAsync(proposed);

        Assert.Equal(new Decision.Declined(Obstacle.TooLateToCorrect), said);
        Assert.Throws<IllegalEventException>(() => under!.After(new RecordedEvent(
            under.Number, under.Version + 1, new RequestCorrected(Right, Right with { Email = null }, "x"), DemoPeople.Sanne,
            under.ChangedAt)));
    }

    [Fact]
    public async Task Correct_ProposalOpenElsewhere_IsOutdated()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        await _world.AnsweredAsync(proposed.Number, new CorrectRequest(Right with { Email = Sample.Other }, "x"));

        foreach (var answer in new Answer[]
        {
            new AcceptProposal(World.YesTo(proposed)), new CorrectRequest(Right with { Name = "B. Berg" }, "y"),
        })
        {
            Assert.Equal(
                new Decision.Declined(Obstacle.NotAskedNow),
                await _world.Runner.AnswerAsync(proposed.Number, proposed.Version, answer, DemoPeople.Sanne, Cancellation));
        }
    }

    [Fact]
    public async Task Correct_WhileTheSourcesAreAsked_DropsWhatTheySayOfTheOldRequest()
    {
        var number = await _world.Runner.OpenAsync(Misspelt, Actor.Wizard, null, Cancellation);
        await _world.TryAnswerAsync(number, new TakeCase());
        _world.Journal.Before[typeof(FactsGathered)] = () => Assert.IsType<Decision.Taken>(
            _world.TryAnswerAsync(number, new CorrectRequest(Right, "x")).GetAwaiter().GetResult());

        await _world.ContinuedAsync(number);
        var proposed = await _world.ContinuedAsync(number);

        Assert.Equal(Route.EmailTenant, Proposal.Of(proposed)!.Route);
        Assert.Single(_world.Journal.Of(number), entry => entry.Event is FactsGathered);
    }

    [Fact]
    public async Task Correct_ATrial_StaysATrial()
    {
        _world.Settings = _world.Settings with { Trial = true };
        _world.Start();
        var tried = await _world.TakenAsync(Misspelt);

        var corrected = await _world.AnsweredAsync(tried.Number, new CorrectRequest(Right, "tikfout"));

        Assert.True(corrected is { IsTrial: true, AsksForPractice: true });
        Assert.Equal(Route.EmailTenant, Proposal.Of(corrected)!.Route);
        Assert.Empty(_world.Calls.Done);
    }

    [Fact]
    public async Task Correct_NothingOrWithoutAReasonOrSomebodyElses_IsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        var other = Right with { Name = "B. Berg" };

        Assert.Equal(Obstacle.NothingCorrected, await DeclinedAsync(proposed, new CorrectRequest(Right, "x")));
        Assert.Equal(Obstacle.ReasonNeeded, await DeclinedAsync(proposed, new CorrectRequest(other, " ")));
        Assert.Equal(Obstacle.ReasonNeeded, await DeclinedAsync(proposed, new CorrectRequest(other, new string('x', 501))));
        Assert.Equal(Obstacle.NotAnOption, await DeclinedAsync(proposed, new CorrectRequest(Right with { Name = " " }, "x")));
        Assert.Equal(
            Obstacle.NotAnOption, await DeclinedAsync(proposed, new CorrectRequest(Right with { RequesterName = "Buur" }, "x")));
        Assert.Equal(Obstacle.NotYourCase, await DeclinedAsync(proposed, new CorrectRequest(other, "x"), DemoPeople.Tom));
        Assert.Equal(Obstacle.NotAllowed, await DeclinedAsync(proposed, new CorrectRequest(other, "x"), DemoPeople.Els));
    }

    private async Task<Obstacle> DeclinedAsync(ActivationCase seen, CorrectRequest? answer = null, Actor? by = null) =>
        Assert.IsType<Decision.Declined>(await _world.TryAnswerAsync(
            seen.Number, answer ?? new CorrectRequest(RequestValues.Of(seen.Request) with { Name = "B. Berg" }, "x"), by))
            .Obstacle;

    private async Task<ActivationCase> WaitingAsync(string state)
    {
        switch (state)
        {
            case "several":
                _world.Viewpoint.Parties.Add(Sample.Anna with { Id = "502", Code = "R502" });
                var several = await _world.TakenAsync(Sample.Request);
                Assert.Equal(ActivationState.ChoosingTenant, several.State);
                _world.Viewpoint.Parties.RemoveAll(one => one.Id == "502");
                return several;
            case "hold":
                _world.Calls.Plan("units", new Mishap.Silent());
                return await _world.TakenAsync(Sample.Request);
            case "proposal":
                return await _world.TakenAsync(Sample.Request);
            case "rechecking":
                var rechecked = await _world.TakenAsync(Sample.Request);
                _world.Calls.Plan("units", new Mishap.Silent());
                return await WaitsInAsync(rechecked, ActivationState.Rechecking);
            case "not done":
                var notDone = await _world.TakenAsync(Sample.Request);
                _world.Calls.Plan("create", new Mishap.Silent());
                return await WaitsInAsync(notDone, ActivationState.CreatingAccount);
            case "refused":
                var refused = await _world.TakenAsync(Sample.Request);
                _world.Calls.Plan("create", new Mishap.Refused("niet-nu"));
                return await WaitsInAsync(refused, ActivationState.NeedsAttention);
            default:
                var proposed = await _world.TakenAsync(Sample.Request);
                _world.Calls.Plan("create", new Mishap.Silent());
                var stopped = await WaitsInAsync(proposed, ActivationState.CreatingAccount);
                await _world.TryAnswerAsync(stopped.Number, new TakeStepByHand());
                return await LoadedAsync(stopped, ActivationState.AwaitingManualStep);
        }
    }

    private async Task<ActivationCase> WaitsInAsync(ActivationCase proposed, ActivationState state)
    {
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));
        await _world.Runner.ContinueAsync(proposed.Number, Cancellation);
        return await LoadedAsync(proposed, state);
    }

    private async Task<ActivationCase> LoadedAsync(ActivationCase activation, ActivationState state)
    {
        var now = (await _world.Runner.LoadAsync(activation.Number, Cancellation))!;
        Assert.Equal(state, now.State);
        return now;
    }
}
