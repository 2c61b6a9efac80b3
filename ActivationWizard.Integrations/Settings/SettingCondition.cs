namespace ActivationWizard.Integrations.Settings;

/// <summary>When something holds for a setting.</summary>
/// <param name="When">The end of a sentence, such as "in Production".</param>
/// <param name="Holds">
/// Decides from the other settings; it takes no side while a setting it depends on is wrong, so that one fault is not reported
/// twice.
/// </param>
public sealed record SettingCondition(string When, Func<SettingsReader, bool> Holds)
{
    /// <summary>In a demonstration.</summary>
    public static SettingCondition Demo { get; } = new("in Demo", read => read.IsDemo is true);

    /// <summary>In a real installation.</summary>
    public static SettingCondition Production { get; } = new("in Production", read => read.IsDemo is false);
}
