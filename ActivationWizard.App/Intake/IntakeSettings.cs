using System.Security.Cryptography;
using System.Text;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Intake;

/// <summary>Who may send requests in: the section <c>Intake</c> of the settings.</summary>
public sealed class IntakeSettings
{
    /// <summary>The key of a demonstration, which anybody may know.</summary>
    public const string DemoKey = "demo-aanvragen-sleutel";

    private const int ShortestKey = 24;

    private static readonly Setting<string> ApiKey = new("Intake:ApiKey", Kinds.Text, "")
    {
        Meaning = $"The key of the website's form, for `POST /api/v1/aanvragen`; at least {ShortestKey} characters in "
            + "Production. Without it no requests of other systems are taken in.",
        IsSecret = true,
        DefaultInWords = $"none; in Demo `{DemoKey}`",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new("Intake", "Who may send requests in.", [ApiKey])
    {
        Rules =
        [
            new(ApiKey,
                $"must be a secret of at least {ShortestKey} characters, or absent to take in no requests of other systems",
                read => read.IsDemo is not false || read.Of(ApiKey) is { Length: 0 or >= ShortestKey } and not DemoKey),
        ],
    };

    private readonly byte[]? _key;

    private IntakeSettings(string key) => _key = key.Length > 0 ? Hash(key) : null;

    /// <summary>False when there is no key: then there is no way in for other systems.</summary>
    public bool IsOpen => _key is not null;

    /// <summary>Reads the section.</summary>
    public static IntakeSettings Read(SettingsReader read) =>
        new(read.TextOf(ApiKey) ?? (read.IsDemo is true ? DemoKey : ""));

    /// <summary>Whether somebody has the key; takes as long for a wrong one as for the right one.</summary>
    public bool Admits(string? key) => _key is not null && CryptographicOperations.FixedTimeEquals(_key, Hash(key ?? ""));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
