using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Domain.Answers;

/// <summary>
/// Who has a case, and how it changes hands: a colleague asks, whoever has it hands it over or keeps it, and silence is consent.
/// Never while it is carried out, unless it is at rest there.
/// </summary>
public static class HandOver
{
    /// <summary>The case can be another's now: it is not being carried out, or waits there for a person.</summary>
    public static bool IsPossible(ActivationCase activation) =>
        !activation.State.IsFinal
            && (activation.State.Step is not WizardStep.Execute || activation.State is AwaitingManualStep or NeedsAttention);

    /// <summary>From when on somebody who asked, and got no answer, may take the case.</summary>
    public static DateTimeOffset? MayTakeFrom(ActivationCase activation, Actor actor, TimeSpan patience) =>
        activation.TakeOver is { } asked && asked.Person.Id == actor.Id ? asked.At + patience : null;

    internal static Decision Take(ActivationCase activation, Actor actor, DateTimeOffset now, TimeSpan patience) =>
        activation.Handler?.Id == actor.Id ? new Decision.Taken()
        : activation.Handler is null ? new Decision.Taken(new CaseTaken())
        : !IsPossible(activation) ? new Decision.Declined(Obstacle.NotYourCase)
        : MayTakeFrom(activation, actor, patience) <= now ? new Decision.Taken([new CaseTaken(), .. LeftMidway(activation)])
        : new Decision.Declined(Obstacle.AskFirst);

    internal static Decision Ask(ActivationCase activation, Actor actor) =>
        activation.Handler is null || activation.Handler.Id == actor.Id || activation.TakeOver is not null ? NotNow
        : IsPossible(activation) ? new Decision.Taken(new TakeOverAsked())
        : new Decision.Declined(Obstacle.NotYourCase);

    internal static Decision Answer(ActivationCase activation, bool handsOver) =>
        activation.TakeOver is not { } asked || !IsPossible(activation) ? NotNow
        : handsOver ? new Decision.Taken([new CaseHandedOver(asked.Person), .. LeftMidway(activation)])
        : new Decision.Taken(new CaseKept());

    internal static Decision Reassign(ActivationCase activation, Actor to, string? reason = null, Guid? act = null) =>
        to.Role is not Role.Employee || to.Id == activation.Handler?.Id ? new Decision.Declined(Obstacle.NotAnOption)
        : activation.Eyes.HasSettled(to) ? new Decision.Declined(Obstacle.OtherRole)
        : IsPossible(activation) ? new Decision.Taken([new CaseHandedOver(to, reason, act), .. LeftMidway(activation)])
        : NotNow;

    // Of somebody else by now it is nobody's to pass on.
    internal static Decision PassOn(ActivationCase activation, PassOn pass) =>
        pass.Reason.Trim() is not { Length: > 0 and <= Decider.LongestReason } reason
            ? new Decision.Declined(Obstacle.ReasonNeeded)
        : activation.Handler?.Id != pass.FromId ? NotNow
        : pass.To is { } to ? Reassign(activation, to, reason, pass.Act)
        : IsPossible(activation)
            ? new Decision.Taken([new CaseSkipped(SkipReason.Other, reason, pass.Act), .. LeftMidway(activation)])
        : NotNow;

    // Whoever had the case may have done the step, or half of it: it goes the way of every outcome that is not known. A look
    // changes nothing.
    private static IEnumerable<CaseEvent> LeftMidway(ActivationCase activation) =>
        activation is { State: AwaitingManualStep, Trouble: ManualStepNeeded { Effect.IsRead: false } step }
            ? [new OutcomeUnknown(step.Effect, step.Key, FailureReason.WorkedByHand)]
            : [];

    private static Decision.Declined NotNow => new(Obstacle.NotAskedNow);
}
