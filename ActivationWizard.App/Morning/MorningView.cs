using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.WorkList;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Morning;

/// <summary>The open cases that the work list shows under one filter, and in which states they are.</summary>
public sealed record MorningLoad(
    WorkListFilter Filter, int Count, DateTimeOffset OldestAt, IReadOnlyList<(ActivationState State, int Count)> States);

/// <summary>What of the open cases a team lead begins the day with. It counts cases and ranks nobody.</summary>
/// <param name="Oldest">Every open case, the longest waiting first.</param>
/// <param name="Late">How many of them are past their term.</param>
/// <param name="Load">Every open case, under one filter each; a filter without cases is left out.</param>
/// <param name="Holds">On hold, or several persons match: those that somebody has before the others, the longest first.</param>
/// <param name="Skipped">Given back to the list, and nobody has taken it since.</param>
/// <param name="Attention">An effect of which nobody knows whether it was done; the longest waiting first.</param>
public sealed record MorningView(
    IReadOnlyList<CaseSummary> Oldest,
    int Late,
    IReadOnlyList<MorningLoad> Load,
    IReadOnlyList<CaseSummary> Holds,
    IReadOnlyList<CaseSummary> Skipped,
    IReadOnlyList<CaseSummary> Attention)
{
    private static readonly WorkListFilter[] Heaps =
    [
        WorkListFilter.Attention, WorkListFilter.New, WorkListFilter.Skipped, WorkListFilter.InHand, WorkListFilter.OnHold,
    ];

    /// <summary>The view of these open cases, for a person who has none.</summary>
    public static MorningView Of(IReadOnlyList<CaseSummary> open, Actor reader, Func<CaseSummary, bool> isLate)
    {
        var heaps = open.ToLookup(summary => Heaps.First(filter => filter.Shows(summary, reader)));
        return new MorningView(
            [.. open.OrderBy(summary => summary.ReceivedAt)],
            open.Count(isLate),
            [.. Heaps.Where(heaps.Contains).Select(filter => LoadOf(filter, [.. heaps[filter]]))],
            [
                .. open.Where(summary => summary.Hold is not null).OrderBy(summary => summary.Handler is null)
                    .ThenBy(summary => summary.StateSince),
            ],
            [.. open.Where(summary => WorkListFilter.Skipped.Shows(summary, reader))],
            [.. heaps[WorkListFilter.Attention].OrderBy(summary => summary.StateSince)]);
    }

    private static MorningLoad LoadOf(WorkListFilter filter, IReadOnlyList<CaseSummary> cases) => new(
        filter,
        cases.Count,
        cases.Min(summary => summary.ReceivedAt),
        [.. cases.GroupBy(summary => summary.State).OrderBy(some => some.Key).Select(some => (some.Key, some.Count()))]);
}
