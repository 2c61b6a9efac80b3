using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>What a person saw and what is, and the corners that a whole scenario passes by.</summary>
public sealed class RunnerTests
{
    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_ToAnEarlierVersion_IsDeclinedUnlessItHoldsWhateverHappened()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(new Decision.Declined(Obstacle.NotAskedNow), await StaleAsync(new AcceptProposal(World.YesTo(proposed))));
        Assert.Equal(new Decision.Declined(Obstacle.NotAskedNow), await StaleAsync(new TryAgain()));
        Assert.IsType<Decision.Taken>(await StaleAsync(new TakeCase()));
        Assert.IsType<Decision.Taken>(await StaleAsync(new Withdraw("dubbel")));

        Task<Decision> StaleAsync(Answer answer) =>
            _world.Runner.AnswerAsync(proposed.Number, 1, answer, DemoPeople.Sanne, Cancellation);
    }

    [Fact]
    public async Task Refusal_MailedAndToldByPhone_IsRegisteredAsMailed()
    {
        _world.Viewpoint.Agreements.Clear();
        var proposed = await _world.TakenAsync(Sample.Request);

        await _world.AnsweredAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed) with { ToldBy = Channel.Phone }));

        Assert.Equal(Channel.Mailbox, Assert.Single(_world.Viewpoint.Contacts).Told);
    }

    [Fact]
    public async Task Refusal_PersonByHand_ContactIsForTheEmployee()
    {
        _world.Calls.Plan("units", new Mishap.Silent(FailureReason.WorkedByHand), new Mishap.Silent(FailureReason.WorkedByHand));
        var waits = await _world.TakenAsync(Sample.Request);
        waits = await _world.AnsweredAsync(waits.Number, new AnswerFact(FactKind.Person, "Found"));
        waits = await _world.AnsweredAsync(waits.Number, new AnswerFact(FactKind.Tenancy, "NoneOrEnded"));

        waits = await _world.AcceptedAsync(waits);

        Assert.Equal(EffectKind.RegisterContact, Assert.IsType<ManualStepNeeded>(waits.Trouble).Effect);
        Assert.Equal(ActivationState.Refused, (await _world.AnsweredAsync(waits.Number, new ConfirmManualStep())).State);
    }

    [Fact]
    public async Task Customer_Several_IsHeld()
    {
        _world.Umbrella.Customers.Add(_world.Umbrella.Customers[0] with { Id = "k2" });

        Assert.Equal(HoldReason.CustomerUnclear, (await _world.TakenAsync(Sample.Request)).Hold);
    }

    [Fact]
    public async Task Refusal_ChosenAndThenTreatedAsNewCode_IsNoRefusalAnyMore()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        var asked = await _world.TakenAsync(Sample.Request);
        var refused = await _world.AnsweredAsync(asked.Number, new RefuseInstead("toch niet"));

        var proposed = await _world.AnsweredAsync(refused.Number, new TreatAsNewCode(true));

        Assert.Equal(Route.RecreateEmailTenant, Proposal.Of(proposed)!.Route);
    }

    [Fact]
    public async Task Recreate_AccountGoneMeanwhile_OnlyCreates()
    {
        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New }));

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["create", "mail-code", "register-contact"], _world.Calls.Done);
    }

    [Fact]
    public async Task Recreate_CodeLeftAndContactNotRegistered_IsNoLongerOnlyForward()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New });
        _world.Calls.Plan("register-contact", new Mishap.Silent());

        Assert.False((await _world.AcceptedAsync(proposed)).OnlyForward);
    }

    [Fact]
    public async Task Administrator_ContactsRight_CorrectsNothing()
    {
        _world.UnderBewind().WithAccount(AccountStatus.Registered)
            .Viewpoint.Change(
                Sample.Anna, Sample.Anna with { Emails = [new(null, true, Sample.Court), new(null, false, Sample.Own)] });

        var done = await _world.AcceptedAsync(await AdministratorTests.VerifiedAsync(_world));

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["prefer", "mail-code", "register-contact"], _world.Calls.Done);
    }

    [Fact]
    public async Task Attention_OutcomeNotKnown_CannotBeFetchedAgain()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Recovering(EffectKind.DispatchLetter, RecoveryCapability.None);
        _world.Calls.Plan("letter", new Mishap.LostAfter());
        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(new Decision.Declined(Obstacle.NotAskedNow),
            Decider.Decide(stopped, new FetchAgain(), DemoPeople.Sanne, Sample.Now, Sample.Settings));
        Assert.Equal(
            new Decision.Declined(Obstacle.ReasonNeeded),
            Decider.Decide(
                stopped, new SettleOutcome(SeenOutcome.DidNotHappen, ""), DemoPeople.Sanne, Sample.Now, Sample.Settings));
    }

    [Fact]
    public async Task Recheck_SilentAfterARefusal_LeavesWhatBecameOfTheEffectAsItWas()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("activate", new Mishap.Refused("account-geblokkeerd"));
        var stopped = await _world.AcceptedAsync(proposed);
        _world.Calls.Plan("flags", new Mishap.Silent());

        var waits = await _world.AnsweredAsync(stopped.Number, new SettleOutcome(SeenOutcome.DidNotHappen, "gezien"));

        Assert.Null(Assert.IsType<EffectNotDone>(waits.Trouble).Key);
        Assert.Equal(EffectStatus.Refused, waits.Effects.Find(one => one.Effect is EffectKind.ActivateAccount)!.Status);
    }

    [Fact]
    public async Task Confirmation_SilentForAWhile_IsAskedOn()
    {
        _world.Calls.Plan("dispatch-status", new Mishap.Silent(), new Mishap.Silent());

        Assert.Equal(
            ActivationState.SentByLetter,
            (await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Email = null }))).State);
    }

    [Fact]
    public async Task Facts_ASourceSilentInAnyOrderBeforeAnEffect_Waits()
    {
        foreach (var call in new[] { "units", "agreements", "acting", "arrangements", "customers", "account", "preference" })
        {
            var world = new World();
            var proposed = await world.TakenAsync(Sample.Request with { Email = null });
            world.Calls.Plan(call, new Mishap.Silent());

            Assert.IsType<EffectNotDone>((await world.AcceptedAsync(proposed)).Trouble);
            Assert.Empty(world.Calls.Ledger);
        }
    }
}
