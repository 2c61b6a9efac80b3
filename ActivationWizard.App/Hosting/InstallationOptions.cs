using System.Net;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Hosting;

/// <summary>What an installation is: the section <c>Installation</c> of the settings, and its host.</summary>
public static class InstallationOptions
{
    private const string Section = "Installation";

    private static readonly SettingKind<string> Addresses = new(
        "addresses", "one or more addresses, such as http://localhost:5080, with semicolons between",
        (string text, out string value) => ListeningAddresses.AreReadable(value = text.Trim()));

    private static readonly Setting<string> Urls = new("Urls", Addresses, "http://localhost:5080")
    {
        Meaning = "Where the app listens: one or more addresses, with semicolons between. A demonstration listens on this "
            + "machine only.",
    };

    private static readonly Setting<InstallationMode> Mode = new(
        $"{Section}:Mode", Kinds.Choice<InstallationMode>(), InstallationMode.Demo)
    {
        Meaning = "A demonstration on this machine, or the real thing. A database is one of the two for life: neither mode opens "
            + "the other's.",
        NeverEmpty = true,
    };

    /// <summary>Where an installation keeps its files.</summary>
    public static readonly Setting<string> DataFolder = new($"{Section}:DataFolder", Kinds.Text, "data")
    {
        Meaning = "What must outlive the process: databases, keys, mail as files. A folder that can be written; relative to the "
            + "app.",
        NeverEmpty = true,
    };

    /// <summary>The settings as they are declared.</summary>
    public static IReadOnlyList<SettingsSection> Declared { get; } =
    [
        new("", "", [Urls, .. HostSettings.All])
        {
            Rules =
            [
                new(Urls, "must be on this machine for a Demo installation (localhost, 127.0.0.1 or [::1])",
                    read => read.IsDemo is not true || ListeningAddresses.AreAllLoopback(read.Configuration)),
                new(Urls, $"has https and needs a certificate: set {ServerCertificate.PathKey}",
                    read => !ServerCertificate.IsMissing(read)),
                new(Urls, $"has https, and the certificate in {ServerCertificate.PathKey} cannot be read or is over",
                    ServerCertificate.IsUsable),
                .. HostSettings.Rules,
            ],
        },
        new(Section, "Which installation this is.", [Mode, DataFolder, PublicAddress.Setting, KnownProxies.Setting])
        {
            Rules =
            [
                new(Mode, "must be Production: this program was published without the demonstration",
                    read => read.IsDemo is not true || Demonstration.Included is not null),
                new(DataFolder, "must be a folder that can be written",
                    read => DataFolders.TryPrepare(read.Root, read.Of(DataFolder), out _)),
                new(DataFolder, "must be closed to everybody but the app's account and group in Production (chmod o-rwx)",
                    read => read.IsDemo is not false || DataFolders.IsClosed(read.Root, read.Of(DataFolder))),
            ],
        },
    ];

    /// <summary>Whether it is a demonstration; null when the setting is wrong.</summary>
    public static bool? IsDemo(IConfiguration configuration)
    {
        var read = new SettingsReader(configuration, null);
        return read.IsRight(Mode) ? read.Of(Mode) is InstallationMode.Demo : null;
    }

    /// <summary>The installation.</summary>
    public static Installation Read(SettingsReader read) => new(read.Of(Mode), Path.GetFullPath(read.Of(DataFolder), read.Root))
    {
        PublicAddress = read.Of(PublicAddress.Setting),
        KnownProxies = read.Of(KnownProxies.Setting),
    };
}

/// <summary>A demonstration on this machine, or the real thing. It never changes during an installation's life.</summary>
public enum InstallationMode
{
    Demo,
    Production,
}

/// <summary>The installation that is running.</summary>
/// <param name="Mode">What it is for.</param>
/// <param name="DataFolder">A full path that exists and can be written.</param>
public sealed record Installation(InstallationMode Mode, string DataFolder)
{
    public bool IsDemo => Mode == InstallationMode.Demo;

    /// <summary>What people have in the browser; null where requests say so themselves.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Whose word is taken for where a request comes from.</summary>
    public IReadOnlyList<IPNetwork> KnownProxies { get; init; } = [];
}
