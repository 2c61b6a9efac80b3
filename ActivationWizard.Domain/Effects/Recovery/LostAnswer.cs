using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>
/// What is known of an effect whose answer was lost. <paramref name="Looks"/> counts the answers that were lost, the
/// first included;
/// <paramref name="Again"/> is when the wizard looks or asks next, null once it has asked again and waits for that answer. Before
/// <paramref name="NotBefore"/> that an effect is not there says nothing.
/// </summary>
public sealed record LostAnswer(FailureReason Why, int Looks, DateTimeOffset At, DateTimeOffset NotBefore, DateTimeOffset? Again)
{
    /// <summary>A person asks to look now.</summary>
    public LostAnswer Sooner(DateTimeOffset now) => this with { Again = now };
}
