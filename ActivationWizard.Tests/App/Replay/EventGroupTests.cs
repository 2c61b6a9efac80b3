using ActivationWizard.App.Replay;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Tests.Kit.Components;

namespace ActivationWizard.Tests.App.Replay;

public sealed class EventGroupTests
{
    [Fact]
    public void Of_ACase_PutsTogetherWhatIsAboutOneEffectAndLosesNothing()
    {
        var moments = Replays.Of(Replays.ByEmail).Moments;

        var groups = EventGroup.Of(moments);

        Assert.Equal(moments, groups.SelectMany(group => group.Moments));
        Assert.Equal(
            [(1, null), (2, null), (3, null), (4, null), (5, null), (6, null),
                (7, EffectKind.CreateAccount), (9, EffectKind.ActivateAccount), (11, EffectKind.RegisterContact),
                (13, (EffectKind?)null)],
            groups.Select(group => (group.First, group.Effect)));
    }

    [Fact]
    public void Of_AnEffectThatWasAskedForTwice_CountsTheAttempts()
    {
        var group = EventGroup.Of(Replays.Of(Replays.WithASecondAttempt).Moments)
            .Single(one => one.Effect is EffectKind.ActivateAccount);

        Assert.Equal((9, 2, TimeSpan.FromSeconds(30)), (group.First, group.Attempts, group.Took));
        Assert.Equal([1, null, 2, null], group.Moments.Select(group.AttemptOf));
        Assert.Equal([false, true, true, false], new[] { 8, 9, 12, 13 }.Select(group.Holds));
    }

    [Fact]
    public void Of_AnEffectThatWasAskedForOnce_NumbersNoAttempt()
    {
        var group = EventGroup.Of(Replays.Of(Replays.ByEmail).Moments).Single(one => one.Effect is EffectKind.CreateAccount);

        Assert.All(group.Moments, moment => Assert.Null(group.AttemptOf(moment)));
    }

    [Fact]
    public void Of_FactsReadAgainBetweenTwoAttempts_BelongToTheGroup()
    {
        var moments = Replays.Of(Replays.ByEmail).Moments;
        // Asked for, read again, asked for and done: as a retry goes.
        ReplayMoment[] retried = [moments[6], moments[5], moments[6], moments[7], moments[5]];

        var groups = EventGroup.Of(retried);

        Assert.Equal([(EffectKind.CreateAccount, 4), ((EffectKind?)null, 1)],
            groups.Select(group => (group.Effect, group.Moments.Count)));
        Assert.Equal(2, groups[0].Attempts);
    }

    [Fact]
    public void Of_OneEventOfAnEffect_StandsByItself() =>
        Assert.Null(Assert.Single(EventGroup.Of([Replays.Of(Replays.ByEmail).At(7)])).Effect);
}
