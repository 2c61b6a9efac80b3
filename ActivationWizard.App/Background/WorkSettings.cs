using ActivationWizard.App.Hosting;

namespace ActivationWizard.App.Background;

/// <summary>How the background work is done: the section <c>Work</c> of the settings.</summary>
public sealed record WorkSettings
{
    public const string Section = "Work";

    /// <summary>How many cases go on side by side. Default 8.</summary>
    public int CasesAtOnce { get; init; } = 8;

    /// <summary>How many requests that have just come in are looked up side by side, beside those.</summary>
    public int ArrivalsAtOnce => Math.Max(1, CasesAtOnce / 2);

    /// <summary>Time between two looks for cases that were left behind. Default 30 s: the promise is 60.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an effect that is under way may still take when the app is told to stop. Default 20 s.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Reads the section; throws when a key is wrong.</summary>
    public static WorkSettings Read(IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration.GetSection(Section));
        var read = new WorkSettings
        {
            CasesAtOnce = settings.Number(nameof(CasesAtOnce), 8, 1, 64),
            SweepInterval = settings.Seconds("SweepIntervalSeconds", 30, 0.1, 60),
            StopGrace = settings.Seconds("StopGraceSeconds", 20, 0, 300),
        };
        settings.ThrowWhenWrong();
        return read;
    }
}
