using ActivationWizard.App.Background;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Telemetry;
using ActivationWizard.App.Watch;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App;

/// <summary>Every setting of an installation, read once, before anything is built with it.</summary>
public sealed record AppSettings
{
    /// <summary>Every section that is ours, in the order of <c>docs/settings.md</c>.</summary>
    public static IReadOnlyList<SettingsSection> Declared { get; } =
    [
        .. InstallationOptions.Declared,
        LogSettings.Declared,
        JournalOptions.Declared,
        RetentionTerms.Declared,
        SampleSettings.Declared,
        SignInOptions.Declared,
        SessionSettings.Declared,
        LimitSettings.Declared,
        IntakeSettings.Declared,
        ActivationSection.Declared,
        .. SystemsSettings.Declared,
        WorkSettings.Declared,
        TelemetrySettings.Declared,
        AlertSettings.Declared,
        .. Demonstration.Included is { } demonstration ? [demonstration.Settings] : Array.Empty<SettingsSection>(),
    ];

    public required Installation Installation { get; init; }

    public required LogForm Log { get; init; }

    public required JournalOptions Journal { get; init; }

    public required SignInOptions SignIn { get; init; }

    public required SessionSettings Session { get; init; }

    public required LimitSettings Limits { get; init; }

    public required IntakeSettings Intake { get; init; }

    public required ActivationSettings Activation { get; init; }

    public required SystemsSettings Systems { get; init; }

    public required WorkSettings Work { get; init; }

    public required TelemetrySettings Telemetry { get; init; }

    public required AlertSettings Alerts { get; init; }

    /// <summary>Null in a program without a demonstration.</summary>
    public required ISimulators? Sandbox { get; init; }

    /// <summary>The keys of the settings that are set.</summary>
    public required IReadOnlyList<string> SetKeys { get; init; }

    /// <summary>What the databases of this installation are marked as.</summary>
    public DatabaseMark Mark => Installation.IsDemo ? DatabaseMark.Demo : DatabaseMark.Production;

    /// <summary>
    /// Reads them all. A demonstration makes its own secrets. <paramref name="root"/> is the folder that relative paths start
    /// from.
    /// </summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; it names every one that is.</exception>
    public static AppSettings Read(IConfiguration configuration, string root)
    {
        var read = new SettingsReader(configuration, InstallationOptions.IsDemo(configuration), root);
        read.ThrowWhenWrong(Declared);
        var installation = InstallationOptions.Read(read);
        var systems = SystemsSettings.Read(read);
        var activation = ActivationSection.Read(read, installation, systems.Recovery);
        return new AppSettings
        {
            Installation = installation,
            SetKeys = [.. Declared.SelectMany(section => section.Settings).Where(read.IsSet).Select(setting => setting.Key)],
            Log = LogSettings.Read(read),
            Journal = JournalOptions.Read(read),
            SignIn = SignInOptions.Read(read),
            Session = SessionSettings.Read(read),
            Limits = LimitSettings.Read(read),
            Intake = IntakeSettings.Read(read),
            Activation = activation,
            Systems = systems with { IsTrial = activation.Trial },
            Work = WorkSettings.Read(read),
            Telemetry = TelemetrySettings.Read(read),
            Alerts = AlertSettings.Read(read, installation.PublicAddress),
            Sandbox = Demonstration.Included?.Read(read, installation),
        };
    }

    /// <summary>Those of the host that is being built; throws as <see cref="Read"/> does.</summary>
    public static AppSettings Of(WebApplicationBuilder builder) =>
        Read(HostSettings.Of(builder), builder.Environment.ContentRootPath);
}
