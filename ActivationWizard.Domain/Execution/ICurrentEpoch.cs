using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>The epoch that effects are requested in.</summary>
public interface ICurrentEpoch
{
    /// <summary>The epoch of this installation as this process knows it.</summary>
    Epoch Now { get; }
}
