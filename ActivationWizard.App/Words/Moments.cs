using System.Globalization;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Words;

/// <summary>Says moments as people in the Netherlands do, whatever zone the server is in.</summary>
public sealed class Moments(TimeProvider clock)
{
    /// <summary>The same instant on a Dutch clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, DutchCalendar.Zone);

    /// <summary>For <c>&lt;time datetime&gt;</c>.</summary>
    public static string Machine(DateTimeOffset moment) =>
        Local(moment).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>With weekday, year and seconds: <c>maandag 23 november 2026 9:14:31</c>.</summary>
    public static string InFull(DateTimeOffset moment) =>
        $"{Local(moment).ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture)} {Clock(moment, withSeconds: true)}";

    /// <summary>
    /// The time: <c>9:14</c> or <c>9:14:31</c>; in the hour of October that comes twice <c>2:15 zomertijd</c>, and then
    /// <c>2:15 wintertijd</c>.
    /// </summary>
    public static string Clock(DateTimeOffset moment, bool withSeconds = false)
    {
        var local = Local(moment);
        var time = local.ToString(withSeconds ? "H:mm:ss" : "H:mm", CultureInfo.CurrentCulture);
        // In no other month is there such an hour.
        return local.Month is not 10 ? time
            : Local(moment.AddHours(1)).DateTime == local.DateTime ? $"{time} {ShellText.SummerTime}"
            : Local(moment.AddHours(-1)).DateTime == local.DateTime ? $"{time} {ShellText.WinterTime}"
            : time;
    }

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
