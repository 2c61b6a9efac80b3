using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>The outcomes of one effect that no whole scenario meets by itself, and every effect done by hand.</summary>
public sealed class ExecutionTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("block", 3)]
    [InlineData("recreate", 4)]
    [InlineData("unblock", 5)]
    public async Task EveryEffect_ByHand_ReachesTheEnd(string route, int steps)
    {
        string[] calls = ["correct", "prefer", "block", "unblock", "delete", "create", "activate", "reply", "register-contact"];
        foreach (var call in calls)
            _world.Calls.Plan(call, new Mishap.Silent());
        var waits = route switch
        {
            "block" => await _world.UnderBewind().WithAccount(AccountStatus.Active).TakenAsync(Sample.Request),
            "unblock" => await AdministratorTests.VerifiedAsync(_world.UnderBewind().WithAccount(AccountStatus.Blocked)),
            _ =>
                await _world.WithAccount(AccountStatus.Active, Sample.Own).TakenAsync(
                    Sample.Request with { Kind = CodeKind.New }),
        };
        waits = await _world.AcceptedAsync(waits);
        var count = 0;
        while (waits.Trouble is EffectNotDone { Effect: var effect })
        {
            Assert.IsType<ManualStepNeeded>((await _world.AnsweredAsync(waits.Number, new TakeStepByHand())).Trouble);
            InTheSystemsOwnScreens(effect);
            waits = await _world.AnsweredAsync(waits.Number, new ConfirmManualStep());
            count++;
        }

        Assert.True(waits.State.IsFinal, $"{waits.State} {string.Join(' ', waits.Changes)}");
        Assert.True(count >= steps);
        Assert.Empty(_world.Calls.Ledger);
    }

    [Fact]
    public async Task ConfirmDispatch_SeenToBeDone_IsSent()
    {
        for (var i = 0; i < 1000; i++)
            _world.Postex.Statuses.Enqueue(DispatchStatus.Busy);
        _world.Calls.Plan("dispatch-status", new Mishap.Silent(FailureReason.NotAllowed));
        var stopped = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Email = null }));

        var done = await _world.AnsweredAsync(stopped.Number, new SettleOutcome(SeenOutcome.Happened, "gezien"), DemoPeople.Els);

        Assert.Equal(ActivationState.SentByLetter, done.State);
    }

    [Theory]
    [InlineData("emailadres-in-gebruik", ActivationState.OnHold)]
    [InlineData("emailadres-ontbreekt", ActivationState.OnHold)]
    [InlineData("account-geblokkeerd", ActivationState.NeedsAttention)]
    public async Task Activate_Refused_ByItsCode(string code, ActivationState state)
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("activate", new Mishap.Refused(code));

        Assert.Equal(state, (await _world.AcceptedAsync(proposed)).State);
    }

    [Theory]
    [InlineData(FailureReason.Nonsense)]
    [InlineData(FailureReason.NotAllowed)]
    public async Task ReadCode_Silent_SaysWhy(FailureReason why)
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan("code", new Mishap.Silent(why));

        Assert.Equal(why, Assert.IsType<EffectNotDone>((await _world.AcceptedAsync(proposed)).Trouble).Why);
    }

    [Fact]
    public async Task Delete_AccountCannotBeRead_IsNotDoneAndMayBeWithdrawn()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New });
        _world.Journal.Before[typeof(DeletionRequested)] = () => _world.Calls.Plan("account", new Mishap.Silent());

        var waits = await _world.AcceptedAsync(proposed);

        Assert.Equal(EffectKind.DeleteAccount, Assert.IsType<EffectNotDone>(waits.Trouble).Effect);
        Assert.Equal(ActivationState.Withdrawn, (await _world.AnsweredAsync(waits.Number, new Withdraw("later"))).State);
        Assert.Null(_world.Journal.HolderOf(Sample.Anna.Id));
    }

    [Fact]
    public async Task Delete_Done_OnlyGoesForward()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New });
        _world.Calls.Plan("create", new Mishap.Silent());

        var waits = await _world.AcceptedAsync(proposed);

        Assert.Equal(
            new Decision.Declined(Obstacle.OnlyForward), Decider.Decide(
                waits, new Withdraw("toch niet"), DemoPeople.Sanne, Sample.Now, Sample.Settings));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(FailureReason.Unreachable)]
    public async Task RegisterLetter_NoDossierOrSilent_IsForTheEmployee(FailureReason? why)
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        if (why is { } silence)
            _world.Calls.Plan("dossier", new Mishap.Silent(silence));
        else
            _world.Viewpoint.Dossiers.Clear();

        var waits = await _world.AcceptedAsync(proposed);
        Assert.Equal(why is null ? ActivationState.AwaitingManualStep : ActivationState.RegisteringLetter, waits.State);
        if (why is not null)
            await _world.AnsweredAsync(waits.Number, new TakeStepByHand());

        Assert.Equal(ActivationState.SentByLetter, (await _world.AnsweredAsync(waits.Number, new ConfirmManualStep())).State);
    }

    [Fact]
    public async Task Dispatch_AfterACrashAnotherCodeIsThere_IsNotSent()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Before["letter"] = () => throw new ProcessDiedException();
        await Assert.ThrowsAsync<ProcessDiedException>(() => _world.AcceptedAsync(proposed));
        _world.Start();
        _world.Umbrella.Codes["k1"] = "KANARIE-9999";

        var stopped = await _world.ContinuedAsync(proposed.Number);

        Assert.Equal("andere-code", Assert.IsType<EffectRefused>(stopped.Trouble).Code);
        Assert.Empty(_world.Postex.Sent);
    }

    [Fact]
    public async Task Dispatch_AfterACrashTheCodeCannotBeRead_IsNotSent()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Before["letter"] = () => throw new ProcessDiedException();
        await Assert.ThrowsAsync<ProcessDiedException>(() => _world.AcceptedAsync(proposed));
        _world.Start();
        _world.Calls.Plan("code", new Mishap.Silent());

        await _world.Runner.ContinueAsync(proposed.Number, TestContext.Current.CancellationToken);
        Assert.Empty(_world.Postex.Sent);

        Assert.Equal(ActivationState.SentByLetter, (await _world.ContinuedAsync(proposed.Number)).State);
        Assert.Single(_world.Postex.Sent);
    }

    [Fact]
    public async Task SetPreference_NoPartyCode_IsForTheEmployee()
    {
        _world.UnderBewind().Viewpoint.Change(Sample.Anna, Sample.Anna with { Code = "" });

        var waits = await _world.AcceptedAsync(await AdministratorTests.VerifiedAsync(_world));

        Assert.Equal(EffectKind.SetPreference, Assert.IsType<ManualStepNeeded>(waits.Trouble).Effect);
    }

    [Fact]
    public async Task Gather_RequestsOrSettingsFact_IsNeverAsked() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
        new FactGathering(
            _world.Viewpoint, _world.Umbrella, _world.Postex, _world.Journal, _world.Settings, _world.Clock).AskAsync(
            FactKind.CodeKind, new GatheringInput(Sample.Request, null, null), CaseFacts.None,
            TestContext.Current.CancellationToken));

    [Fact]
    public async Task Gather_OddCodes_AreUnknownAndSaySo()
    {
        _world.Viewpoint.Flags.Add(("501", new Flag(new Coded("XXX", false), null)));

        var held = await _world.TakenAsync(Sample.Request);

        Assert.Equal((Row.D02, FactKind.Protection), (held.Verdict!.Row, held.Verdict.Missing!.Value));
        Assert.Equal(FailureReason.Nonsense, held.Facts.Protection.Why);
    }

    private void InTheSystemsOwnScreens(EffectKind effect)
    {
        switch (effect)
        {
            case EffectKind.CorrectContacts:
                _world.Viewpoint.Change(
                    Sample.Anna, Sample.Anna with { Emails = [new(null, true, Sample.Court), new(null, false, Sample.Own)] });
                break;
            case EffectKind.BlockAccount:
                _world.WithAccount(AccountStatus.Blocked);
                break;
            case EffectKind.UnblockAccount:
                _world.WithAccount(AccountStatus.Registered);
                break;
            case EffectKind.DeleteAccount:
                _world.Umbrella.Accounts.Clear();
                break;
            case EffectKind.CreateAccount:
                _world.WithAccount(AccountStatus.Registered, Sample.Own);
                break;
        }
    }
}
