using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations;

/// <summary>What a system in Manual mode comes to: its facts and its steps are asked of the employee.</summary>
internal static class WorkedByHand
{
    public static Task<Reply<T>> Ask<T>() => Task.FromResult<Reply<T>>(new Reply<T>.NotAnswered(FailureReason.WorkedByHand));

    public static Task<EffectOutcome<T>> Do<T>() =>
        Task.FromResult<EffectOutcome<T>>(new EffectOutcome<T>.NotDone(FailureReason.WorkedByHand));
}
