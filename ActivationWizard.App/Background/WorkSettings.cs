using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Background;

/// <summary>How the background work is done: the section <c>Work</c> of the settings.</summary>
public sealed record WorkSettings
{
    private static readonly Setting<int> Cases = new("Work:CasesAtOnce", Kinds.Whole(1, 64), 8)
    {
        Meaning = "How many cases go on side by side.",
    };

    private static readonly Setting<TimeSpan> Sweep = new(
        "Work:SweepIntervalSeconds", Kinds.Seconds(0.1, 60), TimeSpan.FromSeconds(5))
    {
        Meaning = "Time between two looks for cases that a process left behind.",
    };

    private static readonly Setting<TimeSpan> Grace = new(
        "Work:StopGraceSeconds", Kinds.Seconds(0, 300), TimeSpan.FromSeconds(20))
    {
        Meaning = "How long an effect that is under way may still take when the app is told to stop.",
    };

    private static readonly Setting<TimeSpan> Late = new("Work:TermHours", Kinds.WholeHours(1, 2_000), TimeSpan.FromHours(48))
    {
        Meaning = "How long after it came in a request that is still open is late.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new("Work", "The work in the background.", [Cases, Sweep, Grace, Late]);

    /// <summary>How many cases go on side by side.</summary>
    public int CasesAtOnce { get; init; } = Cases.Standard;

    /// <summary>How many requests that have just come in are looked up side by side, beside those.</summary>
    public int ArrivalsAtOnce => Math.Max(1, CasesAtOnce / 2);

    /// <summary>Time between two looks for cases that were left behind; the promise is a minute.</summary>
    public TimeSpan SweepInterval { get; init; } = Sweep.Standard;

    /// <summary>How long an effect that is under way may still take when the app is told to stop.</summary>
    public TimeSpan StopGrace { get; init; } = Grace.Standard;

    /// <summary>How long after it came in a request that is still open is late.</summary>
    public TimeSpan Term { get; init; } = Late.Standard;

    /// <summary>Reads the section.</summary>
    public static WorkSettings Read(SettingsReader read) => new()
    {
        CasesAtOnce = read.Of(Cases),
        SweepInterval = read.Of(Sweep),
        StopGrace = read.Of(Grace),
        Term = read.Of(Late),
    };
}
