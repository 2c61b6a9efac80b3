using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Sandbox;

namespace ActivationWizard.App.Hosting;

/// <summary>Where a demonstration's simulators are, and how they behave: the section <c>Sandbox</c> of the settings.</summary>
public sealed record SandboxSettings
{
    public const string Section = "Sandbox";

    /// <summary>How the simulators behave when this process starts them.</summary>
    public required SandboxOptions Options { get; init; }

    /// <summary>Simulators in a process of their own; null starts them in this one.</summary>
    public SandboxAddresses? Elsewhere { get; init; }

    /// <summary>Reads the section; throws when a key is wrong, and for any key at all in production.</summary>
    public static SandboxSettings Read(IConfiguration configuration, Installation installation)
    {
        var section = configuration.GetSection(Section);
        var settings = new SettingsReader(section);
        if (!installation.IsDemo && section.Exists())
            settings.Wrong("", "is for Installation:Mode Demo: simulators have no place in production.");
        var read = new SandboxSettings
        {
            Options = new SandboxOptions
            {
                Port = settings.Number("Port", 0, 0, 65_535),
                Delay = settings.Seconds("DelaySeconds", 0, 0, 60),
                StateFile = Path.Combine(installation.DataFolder, "sandbox.json"),
                Umbrella = new UmbrellaSandboxOptions { HonourKeys = Can(settings, "UmbrellaHonoursKeys") },
                Viewpoint = new ViewpointSandboxOptions { QueryByReference = Can(settings, "ViewpointFindsByReference") },
                Postex = new PostexSandboxOptions { QueryByReference = Can(settings, "PostexFindsByReference") },
            },
            Elsewhere = Addresses(settings),
        };
        settings.ThrowWhenWrong();
        return read;
    }

    // What a real system may not be able to do, so that a demonstration can show how the wizard recovers without it.
    private static bool Can(SettingsReader settings, string key) => settings.Choice(key, Ability.Yes) is Ability.Yes;

    private static SandboxAddresses? Addresses(SettingsReader settings)
    {
        if (settings.Text("Address") is not { Length: > 0 } text)
            return null;
        if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
        {
            return new SandboxAddresses(new(address, "umbrella/"), new(address, "viewpoint/"), new(address, "postex/"));
        }

        settings.Wrong("Address", "must be an http address on this machine, such as http://127.0.0.1:5090.");
        return null;
    }

    private enum Ability
    {
        Yes,
        No,
    }
}
