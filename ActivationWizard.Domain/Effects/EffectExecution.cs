using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>
/// Carries out one effect that is in the journal as requested, and says what came of it. It makes one call that changes
/// something, never two: asking again is the runner's.
/// </summary>
public sealed class EffectExecution(
    IUmbrella umbrella, IViewpoint viewpoint, IPostex postex, IMailbox mailbox, IEffectSettings settings, TimeProvider time)
{
    private readonly EffectSystems _systems = new(umbrella, viewpoint, postex, mailbox);

    /// <summary>
    /// The event that follows; null when the system is busy with what it was asked. <paramref name="typed"/> is the code that a
    /// person typed for the letter, if any.
    /// </summary>
    public async Task<CaseEvent?> PerformAsync(
        IEffectCase activation, EffectRequested asked, ActivationCode? typed, CancellationToken cancellation)
    {
        var effect = EffectRegistry.Of(asked.Effect);
        return effect.System is ForeignSystem.Umbrella && activation.Customer.Length is 0
            ? StepByHand.NeededFor(asked)
            : await effect.PerformAsync(asked, new EffectCall(activation, _systems, settings, time, typed, cancellation));
    }
}
