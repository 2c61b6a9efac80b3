namespace ActivationWizard.Integrations.Settings;

/// <summary>
/// A part of the configuration that is ours, with every setting in it: any other key under its name is refused.
/// </summary>
/// <param name="Name">Its name; empty for settings without a section, among which other programs have theirs.</param>
/// <param name="Meaning">What it is about, in one or more sentences.</param>
/// <param name="Settings">In the order in which they are described.</param>
public sealed record SettingsSection(string Name, string Meaning, IReadOnlyList<Setting> Settings)
{
    /// <summary>What must hold between settings.</summary>
    public IReadOnlyList<SettingsRule> Rules { get; init; } = [];
}

/// <summary>What must hold for a setting beside others.</summary>
/// <param name="Setting">The one that a fault is reported for.</param>
/// <param name="Sentence">What follows its key in a fault, its full stop left out; it shows no value.</param>
/// <param name="Holds">Decides; not asked while one of the settings is wrong by itself.</param>
/// <param name="Others">The other settings it looks at.</param>
public sealed record SettingsRule(
    Setting Setting, string Sentence, Func<SettingsReader, bool> Holds, params IReadOnlyList<Setting> Others);
