using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>What goes wrong with an effect, and every way a person has out of it.</summary>
public sealed class TroubleTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("activate")]
    [InlineData("create")]
    [InlineData("register-contact")]
    public async Task NotDone_TriedAgain_IsDoneOnce(string call)
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan(call, new Mishap.Silent());

        var waits = await _world.AcceptedAsync(proposed);
        Assert.IsType<EffectNotDone>(waits.Trouble);
        var done = await _world.AnsweredAsync(waits.Number, new TryAgain());

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["create", "mail-code", "register-contact"], _world.Calls.Done);
    }

    [Theory]
    [InlineData("create", "create")]
    [InlineData("activate", "activate")]
    [InlineData("code", "letter")]
    [InlineData("letter", "letter")]
    [InlineData("register-letter", "register-letter")]
    public async Task NotDone_StepByHand_GoesOnAfterIt(string call, string skipped)
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan(call, new Mishap.Silent());
        var waits = await _world.AcceptedAsync(proposed);

        var byHand = await _world.AnsweredAsync(waits.Number, new TakeStepByHand());
        Assert.Equal(ActivationState.AwaitingManualStep, byHand.State);
        var next = await _world.AnsweredAsync(waits.Number, SystemsByHand.DoneOf(byHand));

        Assert.DoesNotContain(skipped, _world.Calls.Done);
        Assert.Contains(next.Effects, effect => effect.Status is EffectStatus.DoneByHand);
    }

    [Fact]
    public async Task StepByHand_TriedByTheMachineAgain_GoesOn()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("activate", new Mishap.Silent());
        var waits = await _world.AcceptedAsync(proposed);
        await _world.AnsweredAsync(waits.Number, new TakeStepByHand());

        var done = await _world.AnsweredAsync(waits.Number, new TryAgain());

        Assert.Equal(ActivationState.SentByEmail, done.State);
    }

    [Fact]
    public async Task StepByHand_DidNotWork_NeedsAttention()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("activate", new Mishap.Silent());
        var waits = await _world.AcceptedAsync(proposed);
        await _world.AnsweredAsync(waits.Number, new TakeStepByHand());

        var failed = await _world.AnsweredAsync(waits.Number, new ManualStepDidNotWork("Scherm gaf een fout"));
        Assert.Equal(ActivationState.NeedsAttention, failed.State);
        var done = await _world.AnsweredAsync(
            waits.Number, new SettleOutcome(SeenOutcome.DidNotHappen, "Niets te zien"), DemoPeople.Els);

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Single(_world.Calls.Done, "mail-code");
    }

    [Theory]
    [InlineData("create", "account-bestaat")]
    [InlineData("activate", "account-geblokkeerd")]
    [InlineData("register-contact", "verboden")]
    public async Task Refused_NeedsAttention_AndGoesOnAfterItWasSeenNotToHaveHappened(string call, string code)
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan(call, new Mishap.Refused(code));

        var stopped = await _world.AcceptedAsync(proposed);
        Assert.Equal(code, Assert.IsType<EffectRefused>(stopped.Trouble).Code);
        var open = await _world.AnsweredAsync(
            stopped.Number, new SettleOutcome(SeenOutcome.NotClear, "Ik zoek het uit"), DemoPeople.Els);
        Assert.Equal(ActivationState.NeedsAttention, open.State);
        var done = await _world.AnsweredAsync(
            stopped.Number, new SettleOutcome(SeenOutcome.DidNotHappen, "Gezien"), DemoPeople.Els);

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["create", "mail-code", "register-contact"], _world.Calls.Done);
    }

    [Fact]
    public async Task Unknown_SeenToHaveHappened_IsNotDoneAgain()
    {
        var stopped = await LetterLostAsync();

        var done = await _world.AnsweredAsync(stopped.Number, new SettleOutcome(SeenOutcome.Happened, ""), DemoPeople.Els);

        Assert.Equal(ActivationState.SentByLetter, done.State);
        Assert.Single(_world.Postex.Sent);
        Assert.NotNull(CaseSummary.Of(done).CodeSentAt);
    }

    [Fact]
    public async Task Unknown_SeenNotToHaveHappened_IsDoneAgainUnderANewKey()
    {
        var stopped = await LetterLostAsync();
        var lost = Assert.Single(_world.Postex.Sent).Letter.Reference;

        var done = await _world.AnsweredAsync(
            stopped.Number, new SettleOutcome(SeenOutcome.DidNotHappen, "Postex kent hem niet"), DemoPeople.Els);

        Assert.Equal(ActivationState.SentByLetter, done.State);
        Assert.NotEqual(lost, _world.Postex.Sent[1].Letter.Reference);
    }

    [Fact]
    public async Task NotConfirmedInTime_NeedsAttentionAfterTenMinutes()
    {
        var stopped = await NotConfirmedAsync();

        var requested = stopped.Effects.Find(one => one.Effect is EffectKind.ConfirmDispatch)!;
        Assert.InRange(stopped.ChangedAt - requested.RequestedAt, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10.1));
        Assert.Null(CaseSummary.Of(stopped).CodeSentAt);
    }

    [Fact]
    public async Task NotConfirmedInTime_SentAgainByAPerson_HasANewReference()
    {
        var stopped = await NotConfirmedAsync();
        _world.Postex.Statuses.Clear();

        var done = await _world.AnsweredAsync(
            stopped.Number, new SettleOutcome(SeenOutcome.DidNotHappen, "Nooit gedrukt"), DemoPeople.Els);

        Assert.Equal(ActivationState.SentByLetter, done.State);
        Assert.Equal(2, _world.Postex.Sent.Select(one => one.Letter.Reference).Distinct().Count());
    }

    [Fact]
    public async Task Confirmation_PostexSaysError_IsNotSent()
    {
        _world.Postex.Statuses.Enqueue(DispatchStatus.Failed);

        var stopped = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Email = null }));

        Assert.Equal("error", Assert.IsType<EffectRefused>(stopped.Trouble).Code);
        Assert.Null(CaseSummary.Of(stopped).CodeSentAt);
    }

    [Fact]
    public async Task FreshCodeUnusable_NothingIsSent()
    {
        _world.Umbrella.CodeLives = TimeSpan.FromDays(6.9);

        var stopped = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Email = null }));

        Assert.Equal(ActivationState.NeedsAttention, stopped.State);
        Assert.IsType<FreshCodeUnusable>(stopped.Trouble);
        Assert.Equal(["create", "activate"], _world.Calls.Done);
    }

    [Fact]
    public async Task CodeNearlyOver_OneFreshCodeIsMade()
    {
        _world.WithAccount(AccountStatus.Registered);
        _world.Umbrella.Accounts["k1"] = _world.Umbrella.Accounts[
            "k1"] with
        { HasCode = true, CodeExpiresAt = Sample.Now.AddDays(6.9) };
        _world.Umbrella.Codes["k1"] = "KANARIE-OUD";

        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Email = null }));

        Assert.Equal(ActivationState.SentByLetter, done.State);
        Assert.Equal(["activate", "letter", "register-letter"], _world.Calls.Done);
        Assert.NotEqual("KANARIE-OUD", Assert.Single(_world.Postex.Sent).Code);
    }

    [Fact]
    public async Task CodeNotMailed_IsOnHoldWithEveryEndingOfAHold()
    {
        var held = await NotMailedAsync();

        Assert.Equal(HoldReason.EmailNotSent, held.Hold);
        Assert.True(held.CanFetchAgain);
        Assert.True(held.CanWithdraw);
        Assert.Null(CaseSummary.Of(held).CodeSentAt);
    }

    [Fact]
    public async Task CodeNotMailed_RefusedInstead_GoesToItsEnd()
    {
        var held = await NotMailedAsync();

        var proposed = await _world.AnsweredAsync(held.Number, new RefuseInstead("Adres is in gebruik"));

        Assert.Equal(ActivationState.Refused, (await _world.AcceptedAsync(proposed)).State);
    }

    [Fact]
    public async Task CodeNotMailed_FetchedAgain_IsProposedAnew()
    {
        var held = await NotMailedAsync();
        _world.Umbrella.Mails = true;

        var proposed = await _world.AnsweredAsync(held.Number, new FetchAgain());

        Assert.Equal(ActivationState.SentByEmail, (await _world.AcceptedAsync(proposed)).State);
    }

    private async Task<ActivationCase> NotMailedAsync()
    {
        _world.Umbrella.Mails = false;
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        return await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New }));
    }

    private async Task<ActivationCase> LetterLostAsync()
    {
        _world.Recovering(EffectKind.DispatchLetter, RecoveryCapability.None);
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan("letter", new Mishap.LostAfter());
        var stopped = await _world.AcceptedAsync(proposed);
        Assert.IsType<OutcomeUnknown>(stopped.Trouble);
        return stopped;
    }

    private async Task<ActivationCase> NotConfirmedAsync()
    {
        for (var i = 0; i < 1000; i++)
            _world.Postex.Statuses.Enqueue(DispatchStatus.Busy);
        var stopped = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Email = null }));
        Assert.IsType<OutcomeUnknown>(stopped.Trouble);
        return stopped;
    }
}
