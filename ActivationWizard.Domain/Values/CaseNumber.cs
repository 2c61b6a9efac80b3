using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ActivationWizard.Domain.Values;

/// <summary>The number people call a case by: <c>2026-00412</c>, counted anew each year; five digits or more.</summary>
[JsonConverter(typeof(ParsedValueConverter<CaseNumber>))]
public sealed partial record CaseNumber : IParsedValue<CaseNumber>
{
    public const string Form = @"\A2[0-9]{3}-([0-9]{5}|[1-9][0-9]{5,6})\z";

    private CaseNumber(int year, int ordinal)
    {
        Year = year;
        Ordinal = ordinal;
    }

    /// <summary>2000 to 2999.</summary>
    public int Year { get; }

    /// <summary>1 to 9,999,999.</summary>
    public int Ordinal { get; }

    /// <summary>
    /// Throws <see cref="ArgumentOutOfRangeException"/> outside the bounds of <see cref="Year"/> and <see cref="Ordinal"/>.
    /// </summary>
    public static CaseNumber Of(int year, int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2999);
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ordinal, 9_999_999);
        return new CaseNumber(year, ordinal);
    }

    /// <summary>
    /// True for the number that was given first: of two cases one is the earlier, so that no two are each other's double.
    /// </summary>
    public bool IsBefore(CaseNumber other) => (Year, Ordinal).CompareTo((other.Year, other.Ordinal)) < 0;

    /// <inheritdoc />
    public static bool TryParse(string? text, [NotNullWhen(true)] out CaseNumber? value)
    {
        value = null;
        if (text is null || !Pattern().IsMatch(text))
            return false;

        var ordinal = int.Parse(text.AsSpan(5), CultureInfo.InvariantCulture);
        if (ordinal > 0)
            value = new CaseNumber(int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture), ordinal);
        return value is not null;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Ordinal:00000}");

    [GeneratedRegex(Form, RegexOptions.ECMAScript)]
    private static partial Regex Pattern();
}
