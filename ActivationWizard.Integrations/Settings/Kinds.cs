using System.Globalization;

namespace ActivationWizard.Integrations.Settings;

/// <summary>The kinds of value that several sections have. Bounds are included.</summary>
public static partial class Kinds
{
    private const int LongestText = 4096;

    /// <summary>One line of text, without the white space around it.</summary>
    public static SettingKind<string> Text { get; } = new("text", "one line of text", (string text, out string value) =>
    {
        value = text.Trim();
        return IsLine(value);
    });

    /// <summary>Text that is taken as it is.</summary>
    public static SettingKind<string> Secret { get; } = new("text", "one line of text", (string text, out string value) =>
    {
        value = text;
        return IsLine(value);
    });

    /// <summary>What may be the value of a header: printable ASCII without spaces.</summary>
    public static SettingKind<string> HeaderText { get; } = new(
        "text without spaces", "text without spaces or special characters", (string text, out string value) =>
        {
            value = text;
            return value.Length <= LongestText && value.All(one => one is > ' ' and <= '~');
        });

    /// <summary>A port to connect to.</summary>
    public static SettingKind<int> Port { get; } = Whole(1, 65_535);

    /// <summary>A whole number.</summary>
    public static SettingKind<int> Whole(int least, int most, string? unit = null) => new(
        "whole number",
        $"a whole number{Of(unit)} from {Said(least)} to {Said(most)}",
        (string text, out int value) =>
            int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= least && value <= most)
    {
        Unit = unit,
        Least = Said(least),
        Most = Said(most),
    };

    /// <summary>A number, fractions with a point.</summary>
    public static SettingKind<double> Number(double least, double most, string? unit = null) => new(
        "number",
        $"a number{Of(unit)} from {Said(least)} to {Said(most)}",
        (string text, out double value) => double.TryParse(
            text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= least && value <= most)
    {
        Unit = unit,
        Least = Said(least),
        Most = Said(most),
    };

    /// <summary>A time in seconds, fractions with a point.</summary>
    public static SettingKind<TimeSpan> Seconds(double least, double most) =>
        Counted(Number(least, most, "seconds"), TimeSpan.FromSeconds, time => time.TotalSeconds);

    /// <summary>A time in whole seconds.</summary>
    public static SettingKind<TimeSpan> WholeSeconds(int least, int most) =>
        Counted(Whole(least, most, "seconds"), count => TimeSpan.FromSeconds(count), time => (int)time.TotalSeconds);

    /// <summary>A time in hours, fractions with a point.</summary>
    public static SettingKind<TimeSpan> Hours(double least, double most) =>
        Counted(Number(least, most, "hours"), TimeSpan.FromHours, time => time.TotalHours);

    /// <summary>A time in whole minutes.</summary>
    public static SettingKind<TimeSpan> WholeMinutes(int least, int most) =>
        Counted(Whole(least, most, "minutes"), count => TimeSpan.FromMinutes(count), time => (int)time.TotalMinutes);

    /// <summary>A time in whole hours.</summary>
    public static SettingKind<TimeSpan> WholeHours(int least, int most) =>
        Counted(Whole(least, most, "hours"), count => TimeSpan.FromHours(count), time => (int)time.TotalHours);

    /// <summary>
    /// One of these names, in any letter case; without any, each name of <typeparamref name="T"/>. A number is no name.
    /// </summary>
    public static SettingKind<T> Choice<T>(params IReadOnlyList<T> values)
        where T : struct, Enum
    {
        var all = values.Count > 0 ? values : Enum.GetValues<T>();
        return new(
            Either([.. all.Select(one => $"`{one}`")]),
            Either([.. all.Select(one => $"{one}")]),
            (string text, out T value) =>
            {
                var found = all.Where(one => string.Equals($"{one}", text.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
                value = found.FirstOrDefault();
                return found.Count > 0;
            });
    }

    /// <summary>Yes or no as the framework writes it.</summary>
    public static SettingKind<bool> Switch { get; } = new(
        "`true` or `false`", "true or false", (string text, out bool value) =>
        {
            value = text.Trim() is "1" || text.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
            return value || text.Trim() is "0" || text.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);
        })
    {
        Write = value => value ? "true" : "false",
    };

    /// <summary>Random bytes in base64; what nobody drew at random, such as zeros, is none.</summary>
    public static SettingKind<byte[]?> Bytes(int count) => new(
        $"{count} bytes in base64", $"{count} random bytes in base64", (string text, out byte[]? value) =>
        {
            var read = new byte[count + 16];
            var isRight = Convert.TryFromBase64String(text.Trim(), read, out var length) && length == count
                && RandomBytes.AreLikely(read.AsSpan(0, length));
            value = isRight ? read[..count] : null;
            return isRight;
        })
    {
        Write = _ => "",
    };

    /// <summary>The same kind for a setting that has no default.</summary>
    public static SettingKind<T?> Optional<T>(SettingKind<T> kind)
        where T : struct => new(kind.Name, kind.Must, (string text, out T? value) =>
        {
            var isRight = kind.Parse(text, out var read);
            value = isRight ? read : null;
            return isRight;
        })
        {
            Unit = kind.Unit,
            Least = kind.Least,
            Most = kind.Most,
            Write = value => value is { } set ? kind.Write(set) : "",
        };

    private static SettingKind<TimeSpan> Counted<T>(
        SettingKind<T> number, Func<T, TimeSpan> read, Func<TimeSpan, T> write) => new(
        number.Name, number.Must, (string text, out TimeSpan value) =>
        {
            var isRight = number.Parse(text, out var count);
            value = isRight ? read(count) : default;
            return isRight;
        })
        {
            Unit = number.Unit,
            Least = number.Least,
            Most = number.Most,
            Write = time => number.Write(write(time)),
        };

    private static bool IsLine(string text) => text.Length <= LongestText
        && !text.Any(one => char.GetUnicodeCategory(one)
            is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Either(string[] names) =>
        names is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} or {last}" : string.Concat(names);

    private static string Of(string? unit) => unit is null ? "" : $" of {unit}";

    private static string Said(double number) => number.ToString(CultureInfo.InvariantCulture);
}
