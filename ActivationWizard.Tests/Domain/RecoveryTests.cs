using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>An effect whose answer was lost: found out, asked again only where that is safe, else for a person.</summary>
public sealed class RecoveryTests
{
    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
    public async Task QueryEffect_AnswerLostAndNotThere_IsLookedForAtOnceAndAskedAgainAfterTheWholeQuietPeriod()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan("letter", new Mishap.LostBefore());

        var done = await _world.AcceptedAsync(proposed);

        var lost = _world.Journal.Of(done.Number).Where(entry => entry.Event is AnswerLost).ToList();
        var repeated = Assert.Single(_world.Journal.Of(done.Number), entry => entry.Event is RequestRepeated);
        Assert.Equal(_world.Settings.QuietPeriod, repeated.At - lost[0].At);
        Assert.Equal([0, 10, 40], lost.Select(entry => (((AnswerLost)entry.Event).Again - lost[0].At).TotalSeconds).SkipLast(1));
        Assert.Single(lost.Select(entry => ((AnswerLost)entry.Event).NotBefore).Distinct());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 10)]
    [InlineData(2, 40)]
    public async Task QueryEffect_ShownBeforeTheQuietPeriodIsOver_IsDoneThen(int looksInVain, double seconds)
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan("letter", new Mishap.LostAfter());
        // A print system shows what it took with some delay.
        var (taken, looks) = (_world.Postex.Sent.Take(0).ToList(), 0);
        _world.Calls.Before["find-dispatches"] = Show;

        var done = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.SentByLetter, done.State);
        Assert.Single(_world.Calls.Done, "letter");
        var events = _world.Journal.Of(done.Number);
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            events.First(entry => entry.Event is LetterDispatched).At - events.First(entry => entry.Event is AnswerLost).At);

        void Show()
        {
            if (looks is 0)
                taken = [.. _world.Postex.Sent];
            _world.Postex.Sent.Clear();
            if (looks++ == looksInVain)
                _world.Postex.Sent.AddRange(taken);
            else
                _world.Calls.Before["find-dispatches"] = Show;
        }
    }

    [Theory]
    [InlineData("letter", "find-dispatches")]
    [InlineData("register-letter", "find-letter")]
    public async Task QueryEffect_SilentForAWhile_IsAskedOnAndNotSentTwice(string call, string question)
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan(call, new Mishap.LostAfter());
        _world.Calls.Plan(question, new Mishap.Silent(), new Mishap.Silent());

        Assert.Equal(ActivationState.SentByLetter, (await _world.AcceptedAsync(proposed)).State);
        Assert.Single(_world.Calls.Done, call);
        Assert.Equal(3, _world.Calls.Asked.Count(one => one == question));
    }

    [Fact]
    public async Task QueryEffect_SilentBeyondTheLimit_IsForAPerson()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan("letter", new Mishap.LostAfter());
        _world.Calls.Plan("find-dispatches", [.. Enumerable.Repeat(new Mishap.Silent(), 500)]);

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.NeedsAttention, stopped.State);
        Assert.IsType<OutcomeUnknown>(stopped.Trouble);
        Assert.Equal(EvidenceKind.Silent, stopped.Evidence!.Kind);
        var asked = stopped.Effects.Find(one => one.Effect is EffectKind.DispatchLetter)!;
        Assert.InRange(asked.EndedAt!.Value - asked.RequestedAt, TimeSpan.FromHours(23.7), TimeSpan.FromHours(24));
        Assert.Single(_world.Calls.Done, "letter");
    }

    [Fact]
    public async Task QueryEffect_AskedToLookNow_IsLookedForAndStillNotAskedAgainBeforeTheQuietPeriodIsOver()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan("letter", new Mishap.LostBefore());
        Assert.IsType<Decision.Taken>(await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed))));
        var lost = (await _world.Runner.ContinueAsync(proposed.Number, Cancellation))!.Case;
        Assert.NotNull(lost.Lost);
        Assert.False(lost.CanWithdraw);
        var looks = _world.Calls.Asked.Count(one => one == "find-dispatches");

        await _world.TryAnswerAsync(proposed.Number, new LookAgain());
        await _world.Runner.ContinueAsync(proposed.Number, Cancellation);
        Assert.Equal(looks + 1, _world.Calls.Asked.Count(one => one == "find-dispatches"));
        Assert.Empty(_world.Postex.Sent);

        _world.Clock.MoveTo(lost.Lost.NotBefore);
        Assert.Equal(ActivationState.SentByLetter, (await _world.ContinuedAsync(proposed.Number)).State);
        Assert.Single(_world.Postex.Sent);
    }

    [Fact]
    public async Task Lost_PersonLooksInstead_IsForThatPerson()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan("letter", new Mishap.LostAfter());
        _world.Calls.Plan("find-dispatches", new Mishap.Silent());
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));
        await _world.Runner.ContinueAsync(proposed.Number, Cancellation);

        var stopped = await _world.AnsweredAsync(proposed.Number, new LookMyself());

        Assert.Equal(ActivationState.NeedsAttention, stopped.State);
        Assert.Equal((EvidenceKind.Present, EvidenceDetail.SessionDone), (stopped.Evidence!.Kind, stopped.Evidence.Detail));
        Assert.Equal(
            ActivationState.SentByLetter,
            (await _world.AnsweredAsync(stopped.Number, new SettleOutcome(SeenOutcome.Happened, ""), DemoPeople.Els)).State);
        Assert.Single(_world.Postex.Sent);
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
    public async Task KeyEffect_LostAndThenOutOfReach_IsAskedAgainUnderTheSameKey(string call)
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan(call, new Mishap.LostAfter(), new Mishap.Silent(), new Mishap.Silent());

        var done = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["create", "mail-code", "register-contact"], _world.Calls.Done);
        Assert.Single(
            _world.Journal.Of(done.Number)
                .Select(entry => entry.Event).OfType<RequestRepeated>().Select(one => one.Key).Distinct());
    }

    [Fact]
    public async Task KeyEffect_OutOfReachUntilTheKeyIsOver_IsNeverAskedUnderItAgain()
    {
        _world.WithAccount(AccountStatus.Registered, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("activate", [new Mishap.LostAfter(), .. Enumerable.Repeat(new Mishap.Silent(), 500)]);

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.IsType<OutcomeUnknown>(stopped.Trouble);
        var asked = stopped.Effects.Find(one => one.Effect is EffectKind.ActivateAccount)!.RequestedAt;
        Assert.All(
            _world.Journal.Of(stopped.Number).Where(entry => entry.Event is RequestRepeated),
            entry => Assert.True(entry.At < asked + TimeSpan.FromHours(24) - TimeSpan.FromMinutes(2)));
        Assert.Single(_world.Calls.Done, "mail-code");
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
    public async Task KeyEffect_ProcessDiedDuringIt_IsTakenUpAndGivesWayToTheOthersThatWereLeft()
    {
        _world.WithAccount(AccountStatus.Registered, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Before["activate"] = () => throw new ProcessDiedException();
        await Assert.ThrowsAsync<ProcessDiedException>(() => _world.AcceptedAsync(proposed));
        _world.Clock.Advance(TimeSpan.FromHours(1));

        var end = (await _world.Start().ContinueAsync(proposed.Number, Cancellation))!;

        Assert.Equal(_world.Clock.GetUtcNow(), end.Again);
        Assert.IsType<AnswerLost>(_world.Journal.Of(proposed.Number)[^1].Event);
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
