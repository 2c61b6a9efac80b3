using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Overview;

/// <summary>One week: cases per kind (null was closed without effect), and how long they waited for a decision.</summary>
public sealed record WeekFigures(
    DateOnly Monday, IReadOnlyDictionary<Scenario, int> Cases, int Withdrawn, TimeSpan? Half, TimeSpan? Ninety)
{
    /// <summary>All of them together.</summary>
    public int Total => Cases.Values.Sum() + Withdrawn;
}

/// <summary>One system over the whole period.</summary>
public sealed record SystemFigures(ForeignSystem System, int Faults, int Retries, int ByHand);

/// <summary>
/// The overview of a period, computed from its finished cases. It knows no employees: nobody can be ranked by it.
/// </summary>
public sealed record OverviewFigures(
    IReadOnlyList<WeekFigures> Weeks,
    IReadOnlyList<SystemFigures> Systems,
    IReadOnlyList<(RefusalGround Ground, int Cases)> Grounds,
    IReadOnlyList<(Row Row, int Cases)> DeviationsByRow,
    int Total,
    int ByHand,
    int Deviations,
    TimeSpan? Half,
    TimeSpan? Ninety,
    TimeSpan? HandledHalf)
{
    /// <summary>
    /// The figures of the weeks from one Monday up to another, that one not included; a week without cases is in it too.
    /// </summary>
    public static OverviewFigures Of(IReadOnlyList<OverviewCase> cases, DateOnly from, DateOnly before)
    {
        var byWeek = cases.ToLookup(one => MondayOf(DutchCalendar.DayOf(one.CompletedAt)));
        var weeks = new List<WeekFigures>();
        for (var monday = MondayOf(from); monday < before; monday = monday.AddDays(7))
            weeks.Add(Week(monday, [.. byWeek[monday]]));
        return new OverviewFigures(
            weeks,
            [.. Enum.GetValues<ForeignSystem>().Select(system => new SystemFigures(
                system,
                cases.Sum(one => one.Marks[system].Faults),
                cases.Sum(one => one.Marks[system].Retries),
                cases.Sum(one => one.Marks[system].ByHand)))],
            [.. cases.Where(one => one.Ground is not null)
                .GroupBy(one => one.Ground!.Value)
                .Select(some => (some.Key, some.Count()))
                .OrderByDescending(one => one.Item2)],
            [.. cases.Where(one => one is { IsDeviation: true, Row: not null })
                .GroupBy(one => one.Row!.Value)
                .Select(some => (some.Key, some.Count()))
                .OrderByDescending(one => one.Item2)
                .ThenBy(one => one.Key)],
            cases.Count,
            cases.Count(one => one.IsByHand),
            cases.Count(one => one.IsDeviation),
            Part(cases, 0.5),
            Part(cases, 0.9),
            Quantile.Of(cases.Where(one => one.Scenario is not null).Select(one => one.Handled).OfType<TimeSpan>(), 0.5));
    }

    /// <summary>The Monday of the week of a day.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static WeekFigures Week(DateOnly monday, IReadOnlyList<OverviewCase> cases) => new(
        monday,
        Enum.GetValues<Scenario>().ToDictionary(scenario => scenario, scenario => cases.Count(one => one.Scenario == scenario)),
        cases.Count(one => one.Scenario is null),
        Part(cases, 0.5),
        Part(cases, 0.9));

    // Cases that were closed without effect led to nothing.
    private static TimeSpan? Part(IEnumerable<OverviewCase> cases, double part) =>
        Quantile.Of(cases.Where(one => one.Scenario is not null).Select(one => one.Waited), part);
}
