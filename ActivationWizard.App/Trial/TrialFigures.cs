using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Trial;

/// <summary>How many were done as proposed, and how many differently.</summary>
public readonly record struct TrialCount(int Agreed, int Different)
{
    /// <summary>All of them.</summary>
    public int Total => Agreed + Different;

    /// <summary>The part that was done differently, from 0 to 1; 0 of none.</summary>
    public double Share => Total is 0 ? 0 : (double)Different / Total;

    /// <summary>Those among these cases.</summary>
    public static TrialCount Of(IEnumerable<TrialCase> cases)
    {
        var (agreed, different) = (0, 0);
        foreach (var one in cases)
            _ = one.IsDifferent ? different++ : agreed++;
        return new TrialCount(agreed, different);
    }
}

/// <summary>One day, with its cases, the latest first.</summary>
public sealed record TrialDay(DateOnly Day, TrialCount Count, IReadOnlyList<TrialCase> Cases);

/// <summary>Where proposal and practice differ over a period. It knows no employees: nobody can be ranked by it.</summary>
/// <param name="All">Every case.</param>
/// <param name="Kinds">Per kind of proposal that there was.</param>
/// <param name="Grounds">Per ground of a proposed refusal.</param>
/// <param name="Reasons">Why it was done differently, what was said most often first.</param>
/// <param name="Days">Per day on which anything was recorded, the last one first.</param>
public sealed record TrialFigures(
    TrialCount All,
    IReadOnlyList<(TrialKind Kind, TrialCount Count)> Kinds,
    IReadOnlyList<(RefusalGround Ground, TrialCount Count)> Grounds,
    IReadOnlyList<(PracticeReason Reason, int Cases)> Reasons,
    IReadOnlyList<TrialDay> Days)
{
    /// <summary>The figures of these cases.</summary>
    public static TrialFigures Of(IReadOnlyList<TrialCase> cases) => new(
        TrialCount.Of(cases),
        [.. cases.GroupBy(TrialKinds.Of).OrderBy(some => some.Key).Select(some => (some.Key, TrialCount.Of(some)))],
        [.. cases.Where(one => one.Ground is not null).GroupBy(one => one.Ground!.Value).OrderBy(some => some.Key)
            .Select(some => (some.Key, TrialCount.Of(some)))],
        [.. cases.Where(one => one.Practice?.Reason is not null).GroupBy(one => one.Practice!.Reason!.Value)
            .Select(some => (some.Key, some.Count()))
            .OrderByDescending(one => one.Item2)
            .ThenBy(one => one.Key)],
        [.. cases.GroupBy(one => DutchCalendar.DayOf(one.At)).OrderByDescending(some => some.Key)
            .Select(some => new TrialDay(some.Key, TrialCount.Of(some), [.. some]))]);
}
