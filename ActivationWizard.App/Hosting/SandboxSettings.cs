using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Hosting;

/// <summary>Where a demonstration's simulators are, and how they behave: the section <c>Sandbox</c> of the settings.</summary>
public sealed record SandboxSettings : ISimulators
{
    private const string Section = "Sandbox";

    private static readonly SettingKind<Uri?> OnThisMachine = new(
        "address", "an http address on this machine, such as http://127.0.0.1:5090", (string text, out Uri? value) =>
            Uri.TryCreate(text.Trim().TrimEnd('/') + "/", UriKind.Absolute, out value)
            && value.Scheme == Uri.UriSchemeHttp && value.IsLoopback)
    {
        Write = value => value?.AbsoluteUri ?? "",
    };

    private static readonly Setting<Uri?> Address = new($"{Section}:Address", OnThisMachine, null)
    {
        Meaning = "Simulators in a process of their own, started with `--sandbox`.",
        DefaultInWords = "the app starts its own",
        RefusedWhen = SettingCondition.Production,
    };

    private static readonly Setting<int> Port = new($"{Section}:Port", Kinds.Whole(0, 65_535), 0)
    {
        Meaning = "Where the simulators listen on 127.0.0.1; 0 takes any free port.",
        RefusedWhen = SettingCondition.Production,
    };

    private static readonly Setting<TimeSpan> Delay = new($"{Section}:DelaySeconds", Kinds.Seconds(0, 60), TimeSpan.Zero)
    {
        Meaning = "What every call to a simulator takes.",
        RefusedWhen = SettingCondition.Production,
    };

    private static readonly Setting<Ability> Keys = Can("UmbrellaHonoursKeys", "Whether Umbrella honours `Idempotency-Key`.");

    private static readonly Setting<Ability> Registrations = Can(
        "ViewpointFindsByReference", "Whether Viewpoint can be asked for a registration by our reference.");

    private static readonly Setting<Ability> Sessions = Can(
        "PostexFindsByReference", "Whether Postex can be asked for a letter by our reference.");

    private static readonly Setting<Ability> References = Can(
        "PostexKeepsReferences", "Whether Postex looks at our reference; if not, it answers an empty list to who asks by it.");

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Section,
        "The simulators of a demonstration. They have no place in Production, where the whole section is refused.",
        [Address, Port, Delay, Keys, Registrations, Sessions, References]);

    /// <summary>How the simulators behave when this process starts them.</summary>
    public required SandboxOptions Options { get; init; }

    /// <summary>Simulators in a process of their own; null starts them in this one.</summary>
    public SandboxAddresses? Elsewhere { get; init; }

    /// <inheritdoc />
    public required bool HavePost { get; init; }

    /// <summary>Reads the section.</summary>
    public static SandboxSettings Read(SettingsReader read, Installation installation) => new()
    {
        Options = new SandboxOptions
        {
            Port = read.Of(Port),
            Delay = read.Of(Delay),
            StateFile = Path.Combine(installation.DataFolder, "sandbox.json"),
            Umbrella = new UmbrellaSandboxOptions { HonourKeys = read.Of(Keys) is Ability.Yes },
            Viewpoint = new ViewpointSandboxOptions { QueryByReference = read.Of(Registrations) is Ability.Yes },
            Postex = new PostexSandboxOptions
            {
                QueryByReference = read.Of(Sessions) is Ability.Yes,
                KeepsReferences = read.Of(References) is Ability.Yes,
            },
            Mailbox = new MailboxSandboxOptions { FilesFolder = Path.Combine(installation.DataFolder, "mail") },
        },
        HavePost = DemoDefaults.HavePost(read.Configuration),
        Elsewhere = read.Of(Address) is { } address ? SandboxOptions.AddressesAt(address) : null,
    };

    /// <inheritdoc />
    public async Task<(SandboxAddresses Addresses, IAsyncDisposable? Ends)> AddToAsync(WebApplicationBuilder builder)
    {
        if (Elsewhere is { } elsewhere)
            return (elsewhere, null);
        var server = await builder.AddSandboxAsync(Options with { Mailbox = Options.Mailbox with { HasPost = HavePost } });
        return (server.Addresses, server);
    }

    // What a real system may not be able to do, so that a demonstration can show how the wizard recovers without it.
    private static Setting<Ability> Can(string key, string meaning) => new(
        $"{Section}:{key}", Kinds.Choice<Ability>(), Ability.Yes)
    {
        Meaning = meaning,
        RefusedWhen = SettingCondition.Production,
    };

    private enum Ability
    {
        Yes,
        No,
    }
}
