using System.Security.Cryptography;
using System.Text;
using ActivationWizard.App.Hosting;

namespace ActivationWizard.App.Intake;

/// <summary>Who may send requests in: the section <c>Intake</c> of the settings.</summary>
public sealed class IntakeSettings
{
    public const string Section = "Intake";

    /// <summary>The key of a demonstration, which anybody may know.</summary>
    public const string DemoKey = "demo-aanvragen-sleutel";

    private const int ShortestKey = 24;
    private readonly byte[]? _key;

    private IntakeSettings(string key) => _key = key.Length > 0 ? Hash(key) : null;

    /// <summary>False when there is no key: then there is no way in for other systems.</summary>
    public bool IsOpen => _key is not null;

    /// <summary>Reads the section; throws when the key is too short, or is the demonstration's in production.</summary>
    public static IntakeSettings Read(IConfiguration configuration, Installation installation)
    {
        var settings = new SettingsReader(configuration.GetSection(Section));
        var key = settings.Text("ApiKey");
        if (installation.IsDemo)
            return new IntakeSettings(key.Length > 0 ? key : DemoKey);
        if (key.Length is > 0 and < ShortestKey || key == DemoKey)
        {
            settings.Wrong(
                "ApiKey",
                $"must be a secret of at least {ShortestKey} characters, or absent to take in no requests of other systems.");
        }

        settings.ThrowWhenWrong();
        return new IntakeSettings(key);
    }

    /// <summary>Whether somebody has the key; takes as long for a wrong one as for the right one.</summary>
    public bool Admits(string? key) => _key is not null && CryptographicOperations.FixedTimeEquals(_key, Hash(key ?? ""));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
