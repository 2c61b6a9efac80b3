using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>
/// G4: just before the first effect and before sending everything is read again, and a change is never sent past.
/// </summary>
public sealed class RecheckTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Recheck_SourceSilentBeforeFirstEffect_WaitsAndGoesOnWhenAsked()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("flags", new Mishap.Silent());

        var waits = await _world.AcceptedAsync(proposed);
        Assert.Equal(FailureReason.Unreachable, Assert.IsType<EffectNotDone>(waits.Trouble).Why);
        Assert.Empty(_world.Calls.Ledger);
        Assert.Equal(Obstacle.NotAskedNow, await DeclinedAsync(waits, new TakeStepByHand()));

        var done = await _world.AnsweredAsync(waits.Number, new TryAgain());
        Assert.Equal(ActivationState.SentByEmail, done.State);
    }

    [Fact]
    public async Task Recheck_SourceSilentBeforeSending_DoesNothingTwice()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New });
        _world.Calls.Plan("flags", null, new Mishap.Silent());

        var waits = await _world.AcceptedAsync(proposed);
        Assert.IsType<EffectNotDone>(waits.Trouble);
        Assert.Equal(["delete", "create"], _world.Calls.Done);
        Assert.All(waits.Effects, effect => Assert.True(effect.IsDone));

        var done = await _world.AnsweredAsync(waits.Number, new TryAgain());
        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["delete", "create", "mail-code", "register-contact"], _world.Calls.Done);
    }

    [Fact]
    public async Task Recheck_NothingToSendAndSourceSilent_StillRefuses()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Name = "Niemand", Email = null });
        _world.Calls.Plan("units", new Mishap.Silent());

        Assert.Equal(ActivationState.Refused, (await _world.AcceptedAsync(proposed)).State);
    }

    [Fact]
    public async Task Recheck_ChangedBeforeFirstEffect_GoesBackToTheProposalWithWasAndIs()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { Emails = [new EmailContact("c1", true, Sample.Other)] });

        var again = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.AwaitingDecision, again.State);
        Assert.Empty(_world.Calls.Ledger);
        Assert.Contains(new FactChange(FactKind.Email, $"Match {Sample.Own}", $"Mismatch {Sample.Other}"), again.Changes);
        Assert.Equal(Route.LetterTenant, Proposal.Of(again)!.Route);
        Assert.Null(_world.Journal.HolderOf(Sample.Anna.Id));
        Assert.Equal(ActivationState.SentByLetter, (await _world.AcceptedAsync(again)).State);
    }

    [Fact]
    public async Task Recheck_OtherPersonNow_LeaseOfTheFormerIsGivenBack()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { Id = "777" });
        _world.Viewpoint.Agreements[0] = Sample.Rental(party: "777");

        var again = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.AwaitingDecision, again.State);
        Assert.Null(_world.Journal.HolderOf(Sample.Anna.Id));
        Assert.Null(_world.Journal.HolderOf("777"));
    }

    [Fact]
    public async Task Recheck_ChangedBeforeSending_NeedsAttentionAndSendsNothing()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New });
        _world.Calls.Before["create"] = () =>
            _world.Viewpoint.Flags.Add((Sample.Anna.Id, new Flag(new Coded("BEW"), new Coded("ACT"))));

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.NeedsAttention, stopped.State);
        Assert.Equal(FactKind.Protection, Assert.Single(stopped.Changes).Fact);
        Assert.Equal(["delete", "create"], _world.Calls.Done);
        Assert.False(stopped.CanWithdraw);

        var refused = await _world.AcceptedAsync(await _world.AnsweredAsync(stopped.Number, new FetchAgain()));
        Assert.Equal(ActivationState.Refused, refused.State);
        Assert.DoesNotContain("mail-code", _world.Calls.Done);
        Assert.Null(_world.Journal.HolderOf(Sample.Anna.Id));
    }

    [Fact]
    public async Task Recheck_BlockedByAnotherBeforeTheLetter_NeedsAttention()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Before["code"] = () =>
            _world.Umbrella.Accounts["k1"] = _world.Umbrella.Accounts["k1"] with { Status = AccountStatus.Blocked };

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.NeedsAttention, stopped.State);
        Assert.Equal(
            new FactChange(FactKind.Account, "One k1 Registered acc-2", "One k1 Blocked acc-2"), Assert.Single(stopped.Changes));
        Assert.Empty(_world.Postex.Sent);
    }

    [Fact]
    public async Task Recheck_PreferenceChangedBeforeTheLetter_NeedsAttention()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Before["code"] = () => _world.Postex.Preferences["R501"] = new DeliveryPreference(Sample.Other);

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(FactKind.Preference, Assert.Single(stopped.Changes).Fact);
        Assert.Empty(_world.Postex.Sent);
    }

    [Fact]
    public async Task Recheck_AfterAnEffectNotDone_GoesBackToTheProposalWhenSomethingChanged()
    {
        _world.WithAccount(AccountStatus.Registered, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("activate", new Mishap.Silent());
        var waits = await _world.AcceptedAsync(proposed);
        Assert.Equal(ActivationState.ActivatingAccount, waits.State);
        _world.Viewpoint.Arrangements.Add(("A1", new Coded("BEV")));

        var again = await _world.AnsweredAsync(waits.Number, new TryAgain());

        Assert.Equal(ActivationState.AwaitingDecision, again.State);
        Assert.Equal(Row.D18, again.Verdict!.Row);
        Assert.Empty(_world.Calls.Ledger);
    }

    private async Task<Obstacle> DeclinedAsync(ActivationCase seen, Answer answer) =>
        Assert.IsType<Decision.Declined>(await _world.TryAnswerAsync(seen.Number, answer)).Obstacle;
}
