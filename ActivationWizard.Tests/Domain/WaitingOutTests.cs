using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>An outage is waited out by the wizard itself, as the journal says and nothing else; one process at a time.</summary>
public sealed class WaitingOutTests
{
    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NotDone_SystemComesBackAfterAWhile_GoesOnByItself()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("create", Silences(8));
        await _world.AcceptedAsync(proposed);

        var done = await _world.OutwaitedAsync(proposed.Number);

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["create", "mail-code", "register-contact"], _world.Calls.Done);
        Assert.Equal(
            [10, 30, 60, 120, 300, 600, 900, 900],
            _world.Journal.Of(done.Number).Where(entry => entry.Event is EffectNotDone)
                .Select(entry => (((EffectNotDone)entry.Event).Again!.Value - entry.At).TotalSeconds));
        Assert.All(
            _world.Journal.Of(done.Number).Where(entry => entry.Event is RetryAsked),
            entry => Assert.Equal(ActivationWizard.Domain.Values.Actor.Wizard, entry.Actor));
    }

    [Fact]
    public async Task NotDone_ProcessDiesMeanwhile_TheNextOneWaitsAsLongAndNoLonger()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("create", Silences(3));
        await _world.AcceptedAsync(proposed);
        var waits = await _world.OutwaitedAsync(proposed.Number, 3);
        var again = ((EffectNotDone)waits.Trouble!).Again!.Value;
        Assert.Equal(3, waits.Failures);

        _world.Start();
        Assert.Equal(again, (await _world.Runner.ContinueAsync(proposed.Number, Cancellation))!.Again);
        _world.Clock.MoveTo(again.AddSeconds(-1));
        Assert.Equal(again, (await _world.Runner.ContinueAsync(proposed.Number, Cancellation))!.Again);
        _world.Clock.MoveTo(again);
        Assert.Equal(ActivationState.SentByEmail, (await _world.ContinuedAsync(proposed.Number)).State);
    }

    [Fact]
    public async Task NotDone_ClockIsPutBackMeanwhile_IsTriedAgainAllTheSame()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("create", Silences(1));
        Assert.IsType<EffectNotDone>((await _world.AcceptedAsync(proposed)).Trouble);
        _world.Clock.AdjustTime(_world.Clock.GetUtcNow().AddDays(-3));

        Assert.Equal(ActivationState.SentByEmail, (await _world.ContinuedAsync(proposed.Number)).State);
    }

    [Fact]
    public async Task Agreed_ClockIsPutBackBeforeTheFirstEffect_IsRecheckedOnceAndGoesOn()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));
        _world.Clock.AdjustTime(_world.Clock.GetUtcNow().AddHours(-2));

        Assert.Equal(ActivationState.SentByEmail, (await _world.ContinuedAsync(proposed.Number)).State);
        Assert.InRange(_world.Journal.Of(proposed.Number).Count(entry => entry.Event is FactsRechecked), 1, 2);
    }

    [Fact]
    public async Task Lost_ClockIsPutBackInTheQuietPeriod_WaitsItOutAnew()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("register-contact", new Mishap.LostBefore());
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));
        var first = (await _world.Runner.ContinueAsync(proposed.Number, Cancellation))!;
        Assert.Equal(_world.Clock.GetUtcNow() + _world.Settings.QuietPeriod, first.Case.Lost!.NotBefore);
        _world.Clock.AdjustTime(_world.Clock.GetUtcNow().AddDays(-3));

        var end = (await _world.Runner.ContinueAsync(proposed.Number, Cancellation))!;

        Assert.Equal(_world.Clock.GetUtcNow() + _world.Settings.QuietPeriod, end.Case.Lost!.NotBefore);
        Assert.True(end.Again <= end.Case.Lost.NotBefore);
        Assert.Equal(ActivationState.SentByEmail, (await _world.ContinuedAsync(proposed.Number)).State);
        Assert.Equal(["create", "mail-code", "register-contact"], _world.Calls.Done);
    }

    [Fact]
    public async Task NotDone_SourceOfTheRecheckIsSilent_IsWaitedOutAsWell()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("flags", Silences(3));
        var waits = await _world.AcceptedAsync(proposed);
        Assert.False(CaseSummary.Of(waits).IsStuck);

        Assert.Equal(ActivationState.SentByEmail, (await _world.OutwaitedAsync(proposed.Number)).State);
    }

    [Fact]
    public async Task NotDone_FirstEffectAfterAnOutage_ReadsTheFactsAgain()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("create", Silences(4));
        await _world.AcceptedAsync(proposed);
        _world.Viewpoint.Arrangements.Add(("A1", new Coded("BEV")));

        var again = await _world.OutwaitedAsync(proposed.Number);

        Assert.Equal((ActivationState.AwaitingDecision, Row.D18), (again.State, again.Verdict!.Row));
        Assert.Empty(_world.Calls.Ledger);
    }

    [Fact]
    public async Task Lost_FactsChangedMeanwhile_IsNotSentOnceMore()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan("letter", new Mishap.LostBefore());
        _world.Calls.Before["letter"] = () => _world.Viewpoint.Arrangements.Add(("A1", new Coded("BEV")));

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.NeedsAttention, stopped.State);
        Assert.IsType<ChangedBeforeSending>(stopped.Trouble);
        Assert.Null(stopped.Pending);
        Assert.Empty(_world.Postex.Sent);
    }

    [Fact]
    public async Task Continue_CaseRunsInAnotherProcess_BacksOffUntilItsRightIsOver()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));
        _world.Journal.RunElsewhere(Sample.Anna.Id, proposed.Number);

        var end = await _world.Runner.ContinueAsync(proposed.Number, Cancellation);
        Assert.Equal(_world.Clock.GetUtcNow().AddSeconds(6), end!.Again);
        Assert.Equal(ActivationState.Rechecking, end.Case.State);

        Assert.Equal(ActivationState.SentByEmail, (await _world.ContinuedAsync(proposed.Number)).State);
    }

    [Fact]
    public async Task Continue_FrozenBetweenRequestedAndTheCall_CallsNothingOnItsOldNumber()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));
        _world.Journal.After[typeof(CreationRequested)] = () => _world.Journal.RunElsewhere(Sample.Anna.Id, proposed.Number);

        await _world.Runner.ContinueAsync(proposed.Number, Cancellation);

        Assert.Empty(_world.Calls.Ledger);
        Assert.Equal(ActivationState.SentByEmail, (await _world.ContinuedAsync(proposed.Number)).State);
        Assert.Equal(["create", "mail-code", "register-contact"], _world.Calls.Done);
    }

    [Fact]
    public async Task Continue_NobodysTenant_IsGuardedUnderItsOwnNumber()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Requester = Requester.SomebodyElse });
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));
        _world.Journal.RunElsewhere($"case {proposed.Number}", proposed.Number);

        await _world.Runner.ContinueAsync(proposed.Number, Cancellation);
        Assert.Empty(_world.Mailbox.Sent);

        Assert.Equal(ActivationState.Refused, (await _world.ContinuedAsync(proposed.Number)).State);
        Assert.Single(_world.Mailbox.Sent);
    }

    private static Mishap[] Silences(int count) => [.. Enumerable.Repeat(new Mishap.Silent(), count)];
}
