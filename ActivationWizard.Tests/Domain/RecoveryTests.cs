using ActivationWizard.Domain;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Domain.Kit;

namespace ActivationWizard.Tests.Domain;

/// <summary>An effect whose answer was lost: found out, asked again only where that is safe, else for a person.</summary>
public sealed class RecoveryTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("create")]
    [InlineData("activate")]
    [InlineData("letter")]
    [InlineData("register-letter")]
    public async Task AnswerLost_ItHappened_IsNotDoneTwice(string call)
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan(call, new Mishap.LostAfter());

        Assert.Equal(ActivationState.SentByLetter, (await _world.AcceptedAsync(proposed)).State);
        Assert.Equal(["create", "activate", "letter", "register-letter"], _world.Calls.Done);
    }

    [Theory]
    [InlineData("create")]
    [InlineData("activate")]
    [InlineData("letter")]
    [InlineData("register-letter")]
    public async Task AnswerLost_ItDidNotHappen_IsDoneOnce(string call)
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan(call, new Mishap.LostBefore());

        Assert.Equal(ActivationState.SentByLetter, (await _world.AcceptedAsync(proposed)).State);
        Assert.Equal(["create", "activate", "letter", "register-letter"], _world.Calls.Done);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnswerLost_OfTheReply_IsLookedForInSent(bool happened)
    {
        _world.Viewpoint.Agreements.Clear();
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("reply", happened ? new Mishap.LostAfter() : new Mishap.LostBefore());
        _world.Calls.Plan("register-contact", happened ? new Mishap.LostAfter() : new Mishap.LostBefore());

        Assert.Equal(ActivationState.Refused, (await _world.AcceptedAsync(proposed)).State);
        Assert.Equal(["reply", "register-contact"], _world.Calls.Done);
    }

    [Fact]
    public async Task QueryEffect_AnswerLost_WaitsTheWholeQuietPeriodBeforeAsking()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan("letter", new Mishap.LostBefore());

        await _world.AcceptedAsync(proposed);

        Assert.Contains(_world.Settings.QuietPeriod, _world.Clock.Waits);
    }

    [Theory]
    [InlineData("letter", "find-dispatches")]
    [InlineData("register-letter", "is-letter-registered")]
    public async Task QueryEffect_CannotBeAsked_IsForAPerson(string call, string question)
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan(call, new Mishap.LostAfter());
        _world.Calls.Plan(question, new Mishap.Silent());

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.NeedsAttention, stopped.State);
        Assert.IsType<OutcomeUnknown>(stopped.Trouble);
        Assert.Single(_world.Calls.Done, call);
    }

    [Fact]
    public async Task QueryEffect_FoundTwice_IsForAPerson()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan("letter", new Mishap.LostAfter());
        _world.Calls.Before["find-dispatches"] = () => _world.Postex.Sent.Add(_world.Postex.Sent[0] with { Session = "nog-een" });

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal("dubbel", Assert.IsType<EffectRefused>(stopped.Trouble).Code);
    }

    [Theory]
    [InlineData("create")]
    [InlineData("activate")]
    public async Task KeyEffect_LostAndThenOutOfReach_IsUnknownAndNotNotDone(string call)
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan(call, new Mishap.LostAfter(), new Mishap.Silent());

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.NeedsAttention, stopped.State);
        Assert.IsType<OutcomeUnknown>(stopped.Trouble);
    }

    [Theory]
    [InlineData(23.9, ActivationState.SentByEmail)]
    [InlineData(24.1, ActivationState.NeedsAttention)]
    public async Task KeyEffect_ProcessDiedDuringIt_IsAskedAgainOnlyWhileTheKeyIsHonoured(double hours, ActivationState expected)
    {
        _world.WithAccount(AccountStatus.Registered, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Before["activate"] = () => throw new ProcessDiedException();
        await Assert.ThrowsAsync<ProcessDiedException>(() => _world.AcceptedAsync(proposed));
        _world.Clock.Advance(TimeSpan.FromHours(hours));

        _world.Start();
        Assert.Equal(expected, (await _world.ContinuedAsync(proposed.Number)).State);
    }

    [Fact]
    public async Task Delete_LostAndGone_IsDone()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New });
        _world.Calls.Plan("delete", new Mishap.LostAfter());

        Assert.Equal(ActivationState.SentByEmail, (await _world.AcceptedAsync(proposed)).State);
        Assert.Single(_world.Calls.Done, "delete");
    }

    [Fact]
    public async Task Delete_AnotherAccountCameSince_IsLeftAlone()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New });
        _world.Calls.Plan("delete", new Mishap.LostAfter());
        _world.Calls.Before["delete"] = () => _world.Calls.Before["account"] = () =>
            _world.Umbrella.Accounts["k1"] = Sample.Account("k1") with { Id = "acc-van-een-ander" };

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal("ander-account", Assert.IsType<EffectRefused>(stopped.Trouble).Code);
        Assert.Single(_world.Calls.Done, "delete");
    }
}
