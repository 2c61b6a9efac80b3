using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Domain;

public sealed class CaseMarksTests
{
    [Fact]
    public void Fold_NothingOutOfTheOrdinary_HasNoMarks() =>
        Assert.Equal(CaseMarks.None, ActivationCase.Fold(Replays.ByEmail).Marks);

    [Fact]
    public void Fold_UnknownOutcomeThatAPersonSettled_CountsFaultHandAndAttention() =>
        Assert.Equal(
            new CaseMarks(new SystemMarks(1, 0, 1), default, default, default, true),
            ActivationCase.Fold(Replays.WithTrouble).Marks);

    [Fact]
    public void After_EveryKindOfTrouble_IsCountedAtItsSystem()
    {
        var key = FixedEpoch.Key(Replays.Number, 9);
        CaseEvent[] events =
        [
            new EffectNotDone(EffectKind.DispatchLetter, key, FailureReason.Unreachable),
            new RetryAsked(EffectKind.DispatchLetter, key),
            new EffectNotDone(EffectKind.DispatchLetter, key, FailureReason.Unreachable),
            new ManualStepNeeded(EffectKind.DispatchLetter, key, FailureReason.Unreachable),
            new AttentionLeftOpen(EffectKind.RegisterContact, key, "?"),
            new DidNotHappen(EffectKind.RegisterContact, key, "niet gezien"),
            new ReplyNotComposed(new TemplateChoice(ActivationWizard.Domain.Values.RefusalGround.NotTenant, true, default), null),
        ];

        var marks = events.Aggregate(CaseMarks.None, (before, fact) =>
            before.After(
                new RecordedEvent(Replays.Number, 2, fact, DemoPeople.Sanne, default), ActivationState.DispatchingLetter));

        Assert.Equal(
            new CaseMarks(default, new SystemMarks(0, 1, 0), new SystemMarks(2, 1, 0), new SystemMarks(1, 0, 0), false), marks);
        Assert.Equal(marks[ForeignSystem.Postex], marks.Postex);
    }
}
