using System.Globalization;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// Reads one section of the settings, collects every key that is wrong, and never shows a value: the framework's own binder puts
/// it in its message.
/// </summary>
public sealed class SettingsReader(IConfigurationSection section)
{
    private readonly List<string> _failures = [];

    /// <summary>Text without white space around it; empty when it is not set.</summary>
    public string Text(string key) => section[key]?.Trim() ?? "";

    /// <summary>A whole number within these bounds, both included.</summary>
    public int Number(string key, int standard, int least, int most)
    {
        if (Text(key) is not { Length: > 0 } text)
            return standard;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
            return value;
        Wrong(key, $"must be a whole number from {least} to {most}.");
        return standard;
    }

    /// <summary>A number of seconds within these bounds, both included; fractions with a point.</summary>
    public TimeSpan Seconds(string key, double standard, double least, double most)
    {
        if (Text(key) is not { Length: > 0 } text)
            return TimeSpan.FromSeconds(standard);
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
            return TimeSpan.FromSeconds(value);
        Wrong(key, string.Create(CultureInfo.InvariantCulture, $"must be a number of seconds from {least} to {most}."));
        return TimeSpan.FromSeconds(standard);
    }

    /// <summary>One of the names of <typeparamref name="T"/>, in any letter case.</summary>
    public T Choice<T>(string key, T standard)
        where T : struct, Enum
    {
        if (Text(key) is not { Length: > 0 } text)
            return standard;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        Wrong(key, $"must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        return standard;
    }

    /// <summary>Notes that a key is wrong; <paramref name="what"/> says what it must be.</summary>
    public void Wrong(string key, string what) => _failures.Add($"{section.Path}:{key} {what}");

    /// <summary>Throws <see cref="OptionsValidationException"/> with all that is wrong; does nothing when nothing is.</summary>
    public void ThrowWhenWrong()
    {
        if (_failures.Count > 0)
            throw new OptionsValidationException(section.Path, typeof(SettingsReader), _failures);
    }
}
