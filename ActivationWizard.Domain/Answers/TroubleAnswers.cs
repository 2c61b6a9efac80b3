using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Domain.Answers;

/// <summary>What people answer when an effect was not done, is done by hand, or has an outcome that nobody knows.</summary>
internal static class TroubleAnswers
{
    internal static Decision Decide(ActivationCase activation, Answer answer) => (activation, answer) switch
    {
        ({ Trouble: EffectNotDone trouble }, TryAgain) => new Decision.Taken(new RetryAsked(trouble.Effect, trouble.Key)),
        ({ Trouble: EffectNotDone { Key: not null } trouble }, TakeStepByHand) =>
            new Decision.Taken(new ManualStepNeeded(trouble.Effect, trouble.Key, trouble.Why)),
        ({ Pending: { } pending, Lost.Again: not null }, LookAgain) =>
            new Decision.Taken(new LookAgainAsked(pending.Effect, pending.Key)),
        ({ Pending: { } pending, Lost: { Again: not null } lost }, LookMyself) =>
            new Decision.Taken(new OutcomeUnknown(pending.Effect, pending.Key, lost.Why)),
        ({ State: NeedsAttention, Trouble: EffectTrouble trouble }, LookAgain) =>
            new Decision.Taken(new LookAgainAsked(trouble.Effect, trouble.Key)),
        ({ State: AwaitingManualStep, Trouble: ManualStepNeeded trouble }, TryAgain) =>
            new Decision.Taken(new RetryAsked(trouble.Effect, trouble.Key)),
        ({ State: AwaitingManualStep, Trouble: ManualStepNeeded trouble }, ConfirmManualStep) =>
            StepByHand.Done(activation, trouble) is { } done ? new Decision.Taken(done) : Declined(Obstacle.LastDayNeeded),
        ({ State: AwaitingManualStep, Trouble: ManualStepNeeded trouble }, ManualStepDidNotWork failed) =>
            Decider.Reasoned(failed.Reason, true, new ManualStepFailed(trouble.Effect, trouble.Key, failed.Reason.Trim())),
        ({ State: NeedsAttention, Trouble: EffectTrouble and not ReplyBounced and var trouble }, SettleOutcome settle) =>
            settle.Seen switch
            {
                SeenOutcome.Happened =>
                    StepByHand.Done(activation, trouble) is { } done ? new Decision.Taken(done) : Declined(Obstacle.NotAnOption),
                SeenOutcome.DidNotHappen =>
                    Decider.Reasoned(settle.Reason, true, new DidNotHappen(trouble.Effect, trouble.Key, settle.Reason.Trim())),
                _ => Decider.Reasoned(
                    settle.Reason, true, new AttentionLeftOpen(trouble.Effect, trouble.Key, settle.Reason.Trim())),
            },
        _ => Declined(Obstacle.NotAskedNow),
    };

    private static Decision.Declined Declined(Obstacle obstacle) => new(obstacle);
}
