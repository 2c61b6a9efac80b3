using ActivationWizard.Domain.Values;
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

    private static readonly Setting<int> Term = new("Work:TermWorkingDays", Kinds.Whole(1, 30, "working days"), 1)
    {
        Meaning = "Within how many working days, Monday to Friday, a request is to be handled. An open one that is older is "
            + "marked as late in the work list.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        "Work", "The work in the background, and its term.", [Cases, Sweep, Grace, Term]);

    /// <summary>How many cases go on side by side.</summary>
    public int CasesAtOnce { get; init; } = Cases.Standard;

    /// <summary>How many requests that have just come in are looked up side by side, beside those.</summary>
    public int ArrivalsAtOnce => Math.Max(1, CasesAtOnce / 2);

    /// <summary>Time between two looks for cases that were left behind; the promise is a minute.</summary>
    public TimeSpan SweepInterval { get; init; } = Sweep.Standard;

    /// <summary>How long an effect that is under way may still take when the app is told to stop.</summary>
    public TimeSpan StopGrace { get; init; } = Grace.Standard;

    /// <summary>Within how many working days a request is to be handled.</summary>
    public int TermWorkingDays { get; init; } = Term.Standard;

    /// <summary>True from the day after the last one of the term on, for a request that came in at this moment.</summary>
    public bool IsLate(DateTimeOffset received, DateTimeOffset now) =>
        DutchCalendar.WorkingDaysBetween(DutchCalendar.DayOf(received), DutchCalendar.DayOf(now)) > TermWorkingDays;

    /// <summary>Reads the section.</summary>
    public static WorkSettings Read(SettingsReader read) => new()
    {
        CasesAtOnce = read.Of(Cases),
        SweepInterval = read.Of(Sweep),
        StopGrace = read.Of(Grace),
        TermWorkingDays = read.Of(Term),
    };
}
