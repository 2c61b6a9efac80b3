namespace ActivationWizard.App.Words;

/// <summary>How long something took, in the two units that matter.</summary>
public static class DurationWords
{
    /// <summary>Such as <c>12 sec</c>, <c>6 min 12 sec</c>, <c>3 uur 5 min</c>, <c>2 dagen 4 uur</c>.</summary>
    public static string Of(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => ReplayText.WaitedNone,
        { TotalMinutes: < 1 } => ReplayText.WaitedSeconds.With(span.Seconds),
        { TotalHours: < 1 } => ReplayText.WaitedMinutes.With(span.Minutes, span.Seconds),
        { TotalDays: < 1 } => ReplayText.WaitedHours.With(span.Hours, span.Minutes),
        { TotalDays: < 2 } => ReplayText.WaitedDay.With(1, span.Hours),
        _ => ReplayText.WaitedDays.With((int)span.TotalDays, span.Hours),
    };

    /// <summary>In the one unit that matters most, written out: <c>40 minuten</c>, <c>1 uur</c>, <c>2 dagen</c>.</summary>
    public static string InWords(TimeSpan span) => Rounded(span) switch
    {
        { TotalMinutes: < 1 } rounded => Counted("Second", (int)rounded.TotalSeconds),
        { TotalHours: < 1 } rounded => Counted("Minute", (int)rounded.TotalMinutes),
        { TotalDays: < 1 } rounded => Counted("Hour", (int)rounded.TotalHours),
        var rounded => Counted("Day", (int)rounded.TotalDays),
    };

    /// <summary>The same in brief, for where there is little room.</summary>
    public static string Briefly(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => ReplayText.BriefSeconds.With(0),
        { TotalMinutes: < 1 } => ReplayText.BriefSeconds.With(span.Seconds),
        { TotalHours: < 1 } => ReplayText.BriefMinutes.With((int)Math.Round(span.TotalMinutes)),
        { TotalDays: < 1 } => ReplayText.BriefHours.With((int)Math.Round(span.TotalHours)),
        _ => ReplayText.BriefDays.With((int)Math.Round(span.TotalDays)),
    };

    private static string Counted(string unit, int count) =>
        ReplayText.ResourceManager.Word(count is 1 ? $"One{unit}" : $"Some{unit}s").With(count);

    // Sixty minutes are an hour, and twenty-four hours a day.
    private static TimeSpan Rounded(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => TimeSpan.FromSeconds(Math.Max(0, (int)span.TotalSeconds)),
        { TotalHours: < 1 } => TimeSpan.FromMinutes(Math.Round(span.TotalMinutes)),
        { TotalDays: < 1 } => TimeSpan.FromHours(Math.Round(span.TotalHours)),
        _ => TimeSpan.FromDays(Math.Round(span.TotalDays)),
    };
}
