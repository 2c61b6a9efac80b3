using System.Globalization;

namespace ActivationWizard.App.Words;

/// <summary>Says moments as people in the Netherlands do, whatever zone the server is in.</summary>
public sealed class Moments(TimeProvider clock)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The same instant on a Dutch clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>For <c>&lt;time datetime&gt;</c>.</summary>
    public static string Machine(DateTimeOffset moment) =>
        Local(moment).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>With weekday, year and seconds: <c>maandag 23 november 2026 9:14:31</c>.</summary>
    public static string InFull(DateTimeOffset moment) =>
        Local(moment).ToString("dddd d MMMM yyyy H:mm:ss", CultureInfo.CurrentCulture);

    /// <summary>
    /// As short as today allows: <c>vandaag 9:14</c>, <c>gisteren 16:02</c>, <c>12 nov 9:14</c>, <c>12 nov 2025 9:14</c>.
    /// </summary>
    public string Brief(DateTimeOffset moment)
    {
        var local = Local(moment);
        var time = local.ToString("H:mm", CultureInfo.CurrentCulture);
        return $"{Day(local, Local(clock.GetUtcNow()))} {time}";
    }

    private static string Day(DateTimeOffset moment, DateTimeOffset now) => (moment.Date - now.Date).Days switch
    {
        0 => ShellText.Today,
        -1 => ShellText.Yesterday,
        1 => ShellText.Tomorrow,
        _ when moment.Year == now.Year => moment.ToString("d MMM", CultureInfo.CurrentCulture),
        _ => moment.ToString("d MMM yyyy", CultureInfo.CurrentCulture),
    };
}
