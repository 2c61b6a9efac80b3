using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>Somebody did something, at a moment.</summary>
public sealed record ActedBy(Actor Person, DateTimeOffset At);
