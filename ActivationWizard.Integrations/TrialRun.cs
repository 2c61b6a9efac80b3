namespace ActivationWizard.Integrations;

/// <summary>Whether the wizard is tried out in this installation: nothing is written to any system then.</summary>
public sealed record TrialRun(bool IsOn)
{
    /// <summary>The installation is live.</summary>
    public static TrialRun Off { get; } = new(false);
}
