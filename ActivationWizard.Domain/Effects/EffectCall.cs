using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>The systems that effects are done in.</summary>
internal sealed record EffectSystems(IUmbrella Umbrella, IViewpoint Viewpoint, IPostex Postex, IMailbox Mailbox);

/// <summary>What an effect is carried out with.</summary>
/// <param name="Case">The case it is of, with the effect in its journal as requested.</param>
/// <param name="Systems">Where it is done.</param>
/// <param name="Settings">The installation's settings.</param>
/// <param name="Time">The clock.</param>
/// <param name="Typed">The code that a person typed for this run, on its way to the letter; null when none was.</param>
/// <param name="Cancellation">Ends the call in the middle.</param>
internal sealed record EffectCall(
    IEffectCase Case,
    EffectSystems Systems,
    IEffectSettings Settings,
    TimeProvider Time,
    ActivationCode? Typed,
    CancellationToken Cancellation);
