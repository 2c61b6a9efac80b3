namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>
/// The clock of the Netherlands by the rule itself (an hour ahead of UTC, two from the last Sunday of March to that of October,
/// 1:00 UTC), without the zones of this machine: what tests of days and moments are held against.
/// </summary>
internal static class DutchClock
{
    private static readonly DateOnly[] Nights =
    [
        new(2026, 3, 29), new(2026, 10, 25), new(2027, 1, 1), new(2028, 2, 29), new(2028, 3, 1), new(2026, 9, 7),
        new(2026, 10, 26), new(2026, 3, 30), new(2027, 3, 1), new(2026, 12, 31), new(2027, 10, 31),
    ];

    private static readonly TimeSpan[] Times =
    [
        TimeSpan.FromTicks(-1), TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(59.5),
        TimeSpan.FromHours(1.5), TimeSpan.FromHours(2), TimeSpan.FromHours(2.5), TimeSpan.FromHours(3), TimeSpan.FromHours(12),
        TimeSpan.FromHours(22.5), TimeSpan.FromHours(23.5),
    ];

    /// <summary>
    /// Moments round midnight, and round the change of the clock, of the nights of the change, of the year, of a leap day, and of
    /// usual ones; in order. Of a time that comes twice both, of one that the clock skips none.
    /// </summary>
    public static IReadOnlyList<DateTimeOffset> Instants { get; } =
    [
        .. Nights.SelectMany(night => Times.SelectMany(time => MomentsAt(night.ToDateTime(TimeOnly.MinValue) + time)))
            .Distinct().Order(),
    ];

    /// <summary>What the clock says at the moment.</summary>
    public static DateTime At(DateTimeOffset moment) =>
        DateTime.SpecifyKind(moment.UtcDateTime.AddHours(IsSummer(moment.UtcDateTime) ? 2 : 1), DateTimeKind.Unspecified);

    /// <summary>The day that the moment is on.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(At(moment));

    /// <summary>
    /// When the clock says this, in order: mostly one moment, two in the night of October, none in that of March.
    /// </summary>
    public static IEnumerable<DateTimeOffset> MomentsAt(DateTime time) => new[] { 2, 1 }
        .Select(hours => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), TimeSpan.FromHours(hours)))
        .Where(moment => At(moment) == time)
        .Select(moment => moment.ToUniversalTime());

    /// <summary>The first moment of the day.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => MomentsAt(day.ToDateTime(TimeOnly.MinValue)).Single();

    private static bool IsSummer(DateTime utc) =>
        utc >= LastSunday(utc.Year, 3).AddHours(1) && utc < LastSunday(utc.Year, 10).AddHours(1);

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
