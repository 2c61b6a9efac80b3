namespace ActivationWizard.Domain.Facts;

/// <summary>What gathering needs of the installation's settings.</summary>
public interface IGatheringSettings
{
    /// <summary>Working days within which a second code has to be confirmed (G2).</summary>
    int RecentCodeWorkingDays { get; }
}
