using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App;

/// <summary>
/// Arguments that are no command: settings, as the host reads them, <c>--Section:Key=value</c> or <c>--Section:Key value</c>.
/// </summary>
internal static class HostArguments
{
    private const int MostWrongLetters = 2;

    // What the host knows without a section; anything else without one is more likely a command that is spelt wrong.
    private static readonly string[] KeysOfTheHost =
    [
        WebHostDefaults.ServerUrlsKey, WebHostDefaults.EnvironmentKey, WebHostDefaults.ContentRootKey,
        WebHostDefaults.ApplicationKey, WebHostDefaults.WebRootKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey,
        WebHostDefaults.DetailedErrorsKey, WebHostDefaults.ShutdownTimeoutKey, "AllowedHosts", "https_port",
        "ForwardedHeaders_Enabled",
    ];

    /// <summary>
    /// A sentence for each argument that is neither a setting nor a value of one; it never shows a value.
    /// <paramref name="words"/> are those of the commands.
    /// </summary>
    public static IEnumerable<string> Faults(IReadOnlyList<string> arguments, IReadOnlyList<string> words)
    {
        for (var at = 0; at < arguments.Count; at++)
        {
            var (key, hasValue) = Split(arguments[at]);
            // A host that is built by another passes on a section as a key without a value.
            if (arguments[at].EndsWith('=') && !words.Contains(key))
                continue;
            if (words.Contains(key))
                yield return $"{key} cannot stand here.";
            else if (Meant(key, words) is { } word)
                yield return $"{key} is not a command; did you mean {word}?";
            else if (hasValue)
                continue;
            else if (!IsSetting(key))
                yield return $"Argument {at + 1} of the settings is neither a command nor a setting, --Section:Key=value.";
            else if (at + 1 < arguments.Count && !arguments[at + 1].StartsWith("--", StringComparison.Ordinal))
                at++;
            else
                yield return $"{key} has no value.";
        }
    }

    private static (string Key, bool HasValue) Split(string argument) =>
        argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var end ? (argument[..end], true) : (argument, false);

    private static string? Meant(string key, IReadOnlyList<string> words)
    {
        var bare = key.TrimStart('-');
        var nearest = words.MinBy(word => Spelling.Distance(bare, word.TrimStart('-')));
        return nearest is not null && Spelling.Distance(bare, nearest.TrimStart('-')) <= MostWrongLetters ? nearest : null;
    }

    private static bool IsSetting(string key) =>
        (key.StartsWith("--", StringComparison.Ordinal) || key.StartsWith('/'))
        && (key.Contains(':', StringComparison.Ordinal)
            || KeysOfTheHost.Contains(key.TrimStart('-', '/'), StringComparer.OrdinalIgnoreCase));
}
