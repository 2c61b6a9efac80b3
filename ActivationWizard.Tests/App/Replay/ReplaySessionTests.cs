using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Replay.Diagram;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit.Components;

namespace ActivationWizard.Tests.App.Replay;

public sealed class ReplaySessionTests
{
    [Fact]
    public void At_EveryEvent_IsTheFoldOfTheEventsUpToIt()
    {
        var session = Replays.Of(Replays.ByEmail);

        Assert.Equal(13, session.Count);
        Assert.All(Enumerable.Range(1, session.Count), at =>
        {
            var folded = ActivationCase.Fold(Replays.ByEmail.Take(at));
            var shown = session.At(at).Case;
            Assert.Equal((folded.State, folded.Version, folded.ChangedAt, folded.Handler),
                (shown.State, shown.Version, shown.ChangedAt, shown.Handler));
            Assert.Same(folded.Last, shown.Last);
            Assert.Equal(folded.Effects, shown.Effects);
        });
    }

    [Fact]
    public void At_BackAndForth_GivesTheVerySameMoment()
    {
        var session = Replays.Of(Replays.ByEmail);

        var before = session.At(7);
        _ = session.At(13);

        Assert.Same(before, session.At(7));
        Assert.Same(session.At(7).Case, session.At(8).Before);
    }

    [Fact]
    public void Of_BrokenJournal_KeepsWhatCanBeShown()
    {
        var broken = new JournalBreak(Replays.Number, 6, CaseFault.Changed);

        var session = Replays.Of([.. Replays.ByEmail.Take(5)], broken);

        Assert.Equal((5, broken), (session.Count, session.Break));
        Assert.Equal(ActivationState.Rechecking, session.Final.State);
    }

    [Fact]
    public void Of_NothingReadable_HasNoMoments() =>
        Assert.Empty(Replays.Of([], new JournalBreak(Replays.Number, 1, CaseFault.Erased)).Moments);

    [Fact]
    public void Waited_SecondEvent_IsTheTimeSinceTheFirst()
    {
        var session = Replays.Of(Replays.ByEmail);

        Assert.Equal(TimeSpan.Zero, session.At(1).Waited);
        Assert.Equal(TimeSpan.FromSeconds(10), session.At(2).Waited);
    }

    [Fact]
    public void Walk_ToTheEnd_HasEveryStateAndWayOnce()
    {
        var walk = Replays.Of(Replays.ByEmail).At(13).Walk;

        Assert.Equal(ActivationState.SentByEmail, walk.Current);
        Assert.Equal(
        [
            (ActivationState.Opened, ActivationState.GatheringFacts),
            (ActivationState.GatheringFacts, ActivationState.AwaitingDecision),
            (ActivationState.AwaitingDecision, ActivationState.Rechecking),
            (ActivationState.Rechecking, ActivationState.CreatingAccount),
            (ActivationState.CreatingAccount, ActivationState.ActivatingAccount),
            (ActivationState.ActivatingAccount, ActivationState.RegisteringContact),
            (ActivationState.RegisteringContact, ActivationState.SentByEmail),
        ], walk.Ways);
        Assert.Equal(walk.Ways[^1], walk.Latest);
        Assert.Empty(walk.Failed);
        Assert.Equal(7, walk.Reached[ActivationState.CreatingAccount]);
    }

    [Fact]
    public void Walk_EventThatStays_HasNoLatestWay() => Assert.Null(Replays.Of(Replays.ByEmail).At(6).Walk.Latest);

    [Fact]
    public void Walk_OutcomeUnknown_FailedWhereItWasTried()
    {
        var walk = Replays.Of(Replays.WithTrouble).At(10).Walk;

        Assert.Equal(ActivationState.NeedsAttention, walk.Current);
        Assert.Equal([ActivationState.ActivatingAccount], walk.Failed);
    }
}
