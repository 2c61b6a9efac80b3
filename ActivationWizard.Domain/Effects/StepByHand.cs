using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>An effect that a person does, or saw done, in the system's own screens.</summary>
internal static class StepByHand
{
    /// <summary>The step is for the employee.</summary>
    public static ManualStepNeeded NeededFor(EffectRequested asked) => new(asked.Effect, asked.Key, FailureReason.WorkedByHand);

    /// <summary>The key of what went wrong, or one of its own.</summary>
    public static EffectKey KeyOf(IEffectCase activation, CaseEvent? trouble) =>
        (trouble as EffectTrouble)?.Key ?? activation.NextKeyByHand;

    /// <summary>The event for a person's yes; null when the effect needs more than that.</summary>
    public static EffectDone? Done(IEffectCase activation, EffectTrouble trouble) =>
        EffectRegistry.Of(trouble.Effect).DoneByHand(KeyOf(activation, trouble), Proposal.Of(activation)?.Email);
}
