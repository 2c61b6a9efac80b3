using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// A case number as one integer, year first: it sorts as people count, and an index on it is small. 2026-00412 is 20260000412.
/// </summary>
public static class CaseKey
{
    private const long PerYear = 10_000_000;

    /// <summary>The integer of a number.</summary>
    public static long Of(CaseNumber number) => Of(number.Year, number.Ordinal);

    /// <summary>The integer of a year and an ordinal, whatever they are.</summary>
    public static long Of(int year, int ordinal) => (year * PerYear) + ordinal;

    /// <summary>
    /// The number of an integer that this app wrote; throws <see cref="ArgumentOutOfRangeException"/> when it is nobody's.
    /// </summary>
    public static CaseNumber NumberOf(long key) =>
        TryNumberOf(key) ?? throw new ArgumentOutOfRangeException(nameof(key), key, null);

    /// <summary>The number of an integer that may be anything; null when it is nobody's.</summary>
    public static CaseNumber? TryNumberOf(long key)
    {
        var (year, ordinal) = Math.DivRem(key, PerYear);
        return year is >= 2000 and <= 2999 && ordinal > 0 ? CaseNumber.Of((int)year, (int)ordinal) : null;
    }
}
