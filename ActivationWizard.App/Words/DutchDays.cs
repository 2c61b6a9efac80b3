namespace ActivationWizard.App.Words;

/// <summary>Days as they begin and end in the Netherlands.</summary>
public static class DutchDays
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Midnight at the beginning of the day, in UTC.</summary>
    public static DateTimeOffset Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The same; null for no day.</summary>
    public static DateTimeOffset? Start(DateOnly? day) => day is { } one ? Start(one) : null;

    /// <summary>The day that a moment is on.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(Moments.Local(moment).DateTime);
}
