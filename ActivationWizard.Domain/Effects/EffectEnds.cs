using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Effects;

/// <summary>What the outcome of a changing call is as an event.</summary>
internal static class EffectEnds
{
    public static async Task<CaseEvent> Ended<T>(EffectRequested effect, Task<EffectOutcome<T>> call, Func<T, CaseEvent> done) => await call switch
    {
        EffectOutcome<T>.Done outcome => done(outcome.Result),
        EffectOutcome<T>.Refused refused when effect is ActivationRequested { MailTo: not null } && refused.Code.StartsWith("emailadres-", StringComparison.Ordinal) =>
            new CodeNotMailed(effect.Key, refused.Code),
        EffectOutcome<T>.Refused refused => new EffectRefused(effect.Effect, effect.Key, refused.Code),
        EffectOutcome<T>.NotDone notDone => NotDone(effect, notDone.Why),
        EffectOutcome<T>.Unknown unknown => new OutcomeUnknown(effect.Effect, effect.Key, unknown.Why),
        _ => throw new InvalidOperationException("EffectOutcome is closed."),
    };

    public static CaseEvent NotDone(EffectRequested effect, FailureReason why) => why is FailureReason.WorkedByHand
        ? Manual(effect)
        : new EffectNotDone(effect.Effect, effect.Key, why);

    public static ManualStepNeeded Manual(EffectRequested effect) => new ManualStepNeeded(effect.Effect, effect.Key, FailureReason.WorkedByHand);
}
