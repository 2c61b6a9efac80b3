using System.Globalization;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Words;

/// <summary>
/// Says moments as people in the Netherlands do, whatever zone the server is in. Once a year a Dutch clock goes through an hour
/// twice: a time of that hour says which of the two it is in. Nobody types a time of day here: days only, and the website's
/// moments come with their offset.
/// </summary>
public sealed class Moments(TimeProvider clock)
{
    /// <summary>The same instant on a Dutch clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, DutchCalendar.Zone);

    /// <summary>For <c>&lt;time datetime&gt;</c>.</summary>
    public static string Machine(DateTimeOffset moment) =>
        Local(moment).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The time of day: <c>9:14</c>, <c>9:14:31</c>, and <c>2:15 (zomertijd)</c> where there are two of it.</summary>
    public static string Clock(DateTimeOffset moment, bool withSeconds = false)
    {
        var local = Local(moment);
        var time = local.ToString(withSeconds ? "H:mm:ss" : "H:mm", CultureInfo.CurrentCulture);
        // The framework's own IsAmbiguousTime is a tick off at the beginning of that hour.
        return Local(moment.AddHours(1)).DateTime == local.DateTime ? ShellText.ClockInSummer.With(time)
            : Local(moment.AddHours(-1)).DateTime == local.DateTime ? ShellText.ClockInWinter.With(time)
            : time;
    }

    /// <summary>With weekday, year and seconds: <c>maandag 23 november 2026 9:14:31</c>.</summary>
    public static string InFull(DateTimeOffset moment) =>
        $"{Local(moment).ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture)} {Clock(moment, withSeconds: true)}";

    /// <summary>The day with its year: <c>23 november 2026</c>.</summary>
    public static string Date(DateTimeOffset moment) => Local(moment).ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>
    /// As short as today allows: <c>vandaag 9:14</c>, <c>gisteren 16:02</c>, <c>12 nov 9:14</c>, <c>12 nov 2025 9:14</c>.
    /// </summary>
    public string Brief(DateTimeOffset moment) => $"{Day(Local(moment), Local(clock.GetUtcNow()))} {Clock(moment)}";

    private static string Day(DateTimeOffset moment, DateTimeOffset now) => (moment.Date - now.Date).Days switch
    {
        0 => ShellText.Today,
        -1 => ShellText.Yesterday,
        1 => ShellText.Tomorrow,
        _ when moment.Year == now.Year => moment.ToString("d MMM", CultureInfo.CurrentCulture),
        _ => moment.ToString("d MMM yyyy", CultureInfo.CurrentCulture),
    };
}
