using ActivationWizard.Domain.Cases;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>How a case stands: what the host tells the run about it.</summary>
/// <param name="Rests">Nothing follows by itself.</param>
internal sealed record Standing(string Number, int Version, ActivationState State, string? Trouble, bool Rests)
{
    /// <summary>Of the case as it is now.</summary>
    public static Standing Of(ActivationCase activation, bool rests) => new(
        activation.Number.ToString(), activation.Version, activation.State, activation.Trouble?.GetType().Name, rests);
}
