using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Settings;

/// <summary>
/// Reads every setting of ours. It finds all faults of all sections at once and names each by its key, never with its value: the
/// binder
/// of the framework stops at the first and prints the value.
/// </summary>
/// <param name="configuration">All there is.</param>
/// <param name="isDemo">Whether this is a demonstration; null when that cannot be known, and then nothing depends on it.</param>
/// <param name="root">The folder that relative paths start from. Default the working folder.</param>
public sealed class SettingsReader(IConfiguration configuration, bool? isDemo, string root = ".")
{
    // Of so many letters or fewer, two that differ make another word.
    private const int ShortName = 5;

    /// <summary>Whether this is a demonstration; null when that cannot be known.</summary>
    public bool? IsDemo => isDemo;

    /// <summary>The folder that relative paths start from.</summary>
    public string Root => root;

    /// <summary>For what is the framework's to read.</summary>
    public IConfiguration Configuration => configuration;

    /// <summary>The value; its default when it is not set, or not as it must be.</summary>
    public T Of<T>(Setting<T> setting) =>
        IsSet(setting) && setting.TryRead(configuration[setting.Key]!, out var value) ? value
        : isDemo is true ? setting.InDemo
        : setting.Standard;

    /// <summary>The text; null when it is not set and has no default.</summary>
    public string? TextOf(Setting<string> setting) => Of(setting) is { Length: > 0 } text ? text : null;

    /// <summary>True when it has a value; white space is none.</summary>
    public bool IsSet(Setting setting) => !string.IsNullOrWhiteSpace(configuration[setting.Key]);

    /// <summary>True when it is not set, or as it must be.</summary>
    public bool IsRight(Setting setting) => !IsSet(setting) || setting.CanRead(configuration[setting.Key]!);

    /// <summary>Throws with all faults of all <paramref name="sections"/>; does nothing when there are none.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong; each failure begins with the key.</exception>
    public void ThrowWhenWrong(IReadOnlyList<SettingsSection> sections)
    {
        if (Faults(sections) is { Count: > 0 } faults)
            throw new OptionsValidationException(Options.DefaultName, typeof(SettingsReader), faults);
    }

    /// <summary>A sentence for each fault, which begins with the key.</summary>
    public IReadOnlyList<string> Faults(IReadOnlyList<SettingsSection> sections)
    {
        string[] known = [.. sections.SelectMany(section => section.Settings).Select(setting => setting.Key)];
        return
        [
            .. sections.SelectMany(section => Unknown(section, known).Concat(Wrong(section))),
            .. MisspeltSections(sections), .. RepeatedSecrets(sections),
        ];
    }

    // A whole section under a name that is nearly ours would be read by nobody. What is not like ours is another program's.
    private IEnumerable<string> MisspeltSections(IReadOnlyList<SettingsSection> sections)
    {
        string[] ours = [.. sections.Select(section => section.Name.Split(':')[0]).Where(name => name.Length > 0).Distinct()];
        foreach (var given in configuration.GetChildren().Where(one => one.GetChildren().Any()).Select(one => one.Key))
        {
            if (!ours.Contains(given, StringComparer.OrdinalIgnoreCase) && Spelling.Nearest(given, ours) is { } meant
                && Spelling.Distance(given, meant) <= (meant.Length > ShortName ? 2 : 1))
                yield return $"{given} is not a section of settings; did you mean {meant}?";
        }
    }

    // Whoever knows a secret for one purpose would know it for another.
    private IEnumerable<string> RepeatedSecrets(IReadOnlyList<SettingsSection> sections)
    {
        Setting[] secrets =
        [
            .. sections.SelectMany(section => section.Settings)
                .Where(one => one is { IsSecret: true, MayBeShared: false } && IsSet(one) && FaultOf(one) is null),
        ];
        foreach (var same in secrets.GroupBy(one => configuration[one.Key]!.Trim(), StringComparer.Ordinal))
        {
            Setting[] all = [.. same];
            foreach (var one in all[..^1])
                yield return $"{one.Key} must not be the same as {all[^1].Key}: a secret is for one purpose.";
        }
    }

    private IEnumerable<string> Wrong(SettingsSection section)
    {
        HashSet<Setting> wrong = [];
        foreach (var setting in section.Settings)
        {
            if (FaultOf(setting) is not { } fault)
                continue;
            wrong.Add(setting);
            yield return $"{setting.Key} {fault}.";
        }

        foreach (var rule in section.Rules)
        {
            if (!wrong.Contains(rule.Setting) && rule.Others.All(IsRight) && !rule.Holds(this))
                yield return $"{rule.Setting.Key} {rule.Sentence}.";
        }
    }

    private string? FaultOf(Setting setting)
    {
        if (configuration[setting.Key] is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return setting.NeverEmpty && configuration[setting.Key] is not null ? $"must be {setting.Must}; it is empty"
                : setting.RequiredWhen?.Holds(this) is true ? $"is missing: it is required {setting.RequiredWhen.When}"
                : null;
        }

        return setting.RefusedWhen?.Holds(this) is true ? $"is refused {setting.RefusedWhen.When}"
            : setting.CanRead(text) ? null
            : $"must be {setting.Must}";
    }

    // A parent has no value of its own, or an empty one; whoever gave it a value meant something below it.
    private IEnumerable<string> Unknown(SettingsSection section, string[] known) =>
        from pair in section.Name.Length is 0 ? [] : configuration.GetSection(section.Name).AsEnumerable()
        let key = pair.Key
        where key.Length > section.Name.Length
            && !known.Contains(key, StringComparer.OrdinalIgnoreCase)
            && !(string.IsNullOrWhiteSpace(pair.Value)
                && (known.Any(one => one.StartsWith($"{key}:", StringComparison.OrdinalIgnoreCase))
                    || configuration.GetSection(key).GetChildren().Any()))
        select $"{key} is not a setting; did you mean {Spelling.Nearest(key, known)}?";
}
