using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Codes;

/// <summary>What follows from a code that is no good for a letter (G3): a fresh one is made, once.</summary>
internal static class UnusableCode
{
    public static CaseEvent Of(ActivationCase activation, EffectKey key) =>
        activation.Effects.Any(one => one.Effect is EffectKind.ActivateAccount && one.IsDone && one.Sequence > activation.AcceptedAt)
            ? new FreshCodeUnusable(key)
            : new CodeFoundUnusable(key);
}
