namespace ActivationWizard.Domain.Values;

/// <summary>Days as people in the Netherlands count them.</summary>
public static class DutchCalendar
{
    /// <summary>Europe/Amsterdam.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Today's date there.</summary>
    public static DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The date of a moment there.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The first moment of a date there.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => OnTheClock(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>
    /// The same time of day so many days later, though a day on which the clock changes has 23 or 25 hours. A time that the clock
    /// skips is the one an hour later, of one that comes twice it is the second.
    /// </summary>
    public static DateTimeOffset DaysAfter(DateTimeOffset moment, int days) =>
        OnTheClock(TimeZoneInfo.ConvertTime(moment, Zone).DateTime.AddDays(days));

    /// <summary>The date of the last time that the clock came to <paramref name="hour"/>.</summary>
    public static DateOnly NightOf(DateTimeOffset moment, int hour)
    {
        var there = TimeZoneInfo.ConvertTime(moment, Zone).DateTime;
        return DateOnly.FromDateTime(there).AddDays(there.Hour >= hour ? 0 : -1);
    }

    /// <summary>The next time that the clock comes to <paramref name="hour"/>.</summary>
    public static DateTimeOffset NightAfter(DateTimeOffset moment, int hour) =>
        OnTheClock(NightOf(moment, hour).AddDays(1).ToDateTime(new TimeOnly(hour, 0)));

    /// <summary>
    /// Working days, Monday to Friday, after <paramref name="from"/> up to and including <paramref name="until"/>.
    /// </summary>
    public static int WorkingDaysBetween(DateOnly from, DateOnly until)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= until && days <= 366; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                days++;
        }

        return days;
    }

    private static DateTimeOffset OnTheClock(DateTime time) =>
        new DateTimeOffset(time, Zone.GetUtcOffset(time)).ToUniversalTime();
}
