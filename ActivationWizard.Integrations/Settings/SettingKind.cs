using System.Globalization;

namespace ActivationWizard.Integrations.Settings;

/// <summary>
/// Reads the text of a setting; false, and then no value to use, when it is not of the kind or out of its bounds.
/// </summary>
public delegate bool SettingParser<T>(string text, out T value);

/// <summary>How the value of a setting is written.</summary>
/// <param name="Name">For the page of settings, such as "whole number".</param>
/// <param name="Must">What ends the sentence "Section:Key must be …", its full stop left out. Holds the bounds, and no
/// value.</param>
/// <param name="Parse">Reads it.</param>
public sealed record SettingKind<T>(string Name, string Must, SettingParser<T> Parse)
{
    /// <summary>What a number counts, such as "seconds"; null where there is nothing to count.</summary>
    public string? Unit { get; init; }

    /// <summary>The least value that is allowed, as it is written; null when there is no such bound.</summary>
    public string? Least { get; init; }

    /// <summary>The greatest value that is allowed, as it is written; null when there is no such bound.</summary>
    public string? Most { get; init; }

    /// <summary>Writes a value as <see cref="Parse"/> reads it.</summary>
    public Func<T, string> Write { get; init; } = value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
