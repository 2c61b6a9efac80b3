namespace ActivationWizard.App.Words;

/// <summary>How long something took, in the two units that matter.</summary>
public static class DurationWords
{
    /// <summary>Such as <c>12 s</c>, <c>6 min 12 s</c>, <c>3 uur 5 min</c>, <c>2 d 4 uur</c>.</summary>
    public static string Of(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => ReplayText.WaitedNone,
        { TotalMinutes: < 1 } => ReplayText.WaitedSeconds.With(span.Seconds),
        { TotalHours: < 1 } => ReplayText.WaitedMinutes.With(span.Minutes, span.Seconds),
        { TotalDays: < 1 } => ReplayText.WaitedHours.With(span.Hours, span.Minutes),
        _ => ReplayText.WaitedDays.With((int)span.TotalDays, span.Hours),
    };

    /// <summary>The same in the one unit that matters most, for where there is little room.</summary>
    public static string Briefly(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => ReplayText.BriefSeconds.With(0),
        { TotalMinutes: < 1 } => ReplayText.BriefSeconds.With(span.Seconds),
        { TotalHours: < 1 } => ReplayText.BriefMinutes.With((int)Math.Round(span.TotalMinutes)),
        { TotalDays: < 1 } => ReplayText.BriefHours.With((int)Math.Round(span.TotalHours)),
        _ => ReplayText.BriefDays.With((int)Math.Round(span.TotalDays)),
    };
}
