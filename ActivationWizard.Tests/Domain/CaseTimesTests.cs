using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>Given what happened when, a case waited so long for its decision and was so long in hand.</summary>
public sealed class CaseTimesTests
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);
    private static readonly DateTimeOffset Received = Sample.Now.AddHours(-29);

    [Fact]
    public void Times_OfACaseThatCameInLongBefore_AreTwo()
    {
        var done = Fold(minutes: [0, 1, 2, 3, 13]);

        Assert.Equal(TimeSpan.FromHours(29) + TimeSpan.FromMinutes(13), done.Times.WaitedSince(Received));
        Assert.Equal(TimeSpan.FromMinutes(10), done.Times.Handled);
        Assert.Equal(
            (done.Times.WaitedSince(Received), done.Times.Handled), (CaseSummary.Of(done).Waited, CaseSummary.Of(done).Handled));
    }

    [Fact]
    public void Times_BeforeTheDecision_HaveNoWaitButCountTheHands() =>
        Assert.Equal((null, TimeSpan.Zero), Told(Fold(minutes: [0, 1, 2, 3])));

    [Fact]
    public void Times_OfACaseThatNobodyHas_DoNotCount()
    {
        var given = Fold([0, 1, 2, 3], (63, new CaseSkipped(SkipReason.Other, "later"), DemoPeople.Sanne),
            (600, new CaseTaken(), DemoPeople.Tom), (605, new CaseWithdrawn("Dubbel"), DemoPeople.Tom));

        Assert.Equal((TimeSpan.FromHours(29) + TimeSpan.FromMinutes(605), TimeSpan.FromMinutes(65)), Told(given));
    }

    [Fact]
    public void Waited_WithAClockThatWentBack_IsNeverLessThanNothing() =>
        Assert.Equal(TimeSpan.Zero, Fold(minutes: [0, 1, 2, 3, 13]).Times.WaitedSince(Sample.Now.AddDays(1)));

    private static (TimeSpan? Waited, TimeSpan Handled) Told(ActivationCase activation) =>
        (activation.Times.WaitedSince(Received), activation.Times.Handled);

    // Opened, taken, looked up, proposed, agreed: so many minutes after the opening each.
    private static ActivationCase Fold(int[] minutes, params (int Minute, CaseEvent Event, Actor By)[] then)
    {
        var story = Story.ToTheEnd(Number, DemoPeople.Sanne).Take(minutes.Length - 1)
            .Prepend((Actor.Wizard, new CaseOpened(Number, Story.Request() with { ReceivedAt = Received })))
            .Select((one, at) => (Minute: minutes[at], Event: one.Item2, By: one.Item1));
        return ActivationCase.Fold(story.Concat(then).Select((one, at) =>
            new RecordedEvent(Number, at + 1, one.Event, one.By, Sample.Now.AddMinutes(one.Minute))));
    }
}
