using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Store;

/// <summary>A case number as one integer, year first: it sorts as people count, and an index on it is small. 2026-00412 is 20260000412.</summary>
public static class CaseKey
{
    private const long PerYear = 10_000_000;

    /// <summary>The integer of a number.</summary>
    public static long Of(CaseNumber number) => (number.Year * PerYear) + number.Ordinal;

    /// <summary>The number of an integer; throws <see cref="ArgumentOutOfRangeException"/> when it is nobody's.</summary>
    public static CaseNumber NumberOf(long key) => CaseNumber.Of((int)(key / PerYear), (int)(key % PerYear));
}
