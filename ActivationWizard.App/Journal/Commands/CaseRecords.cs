using System.Runtime.CompilerServices;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>All rows of one case. No summary: nothing but rows that belong to no case.</summary>
/// <param name="Case">The case, see <see cref="CaseKey"/>; it may be nobody's.</param>
internal sealed record CaseRecords(
    long Case, SummaryRow? Summary, IReadOnlyList<EventRow> Events, IReadOnlyList<string> Words,
    IReadOnlyList<CommentRow> Comments, IReadOnlyList<DraftRow> Drafts, ErasureRow? Erasure)
{
    private const int CasesAtATime = 400;

    /// <summary>Null when it was not drawn.</summary>
    public ReviewRow? Review { get; init; }

    /// <summary>Null unless it is to be handed over.</summary>
    public DueHandOverRow? HandOver { get; init; }

    /// <summary>An earlier version wrote words of it that it is found by; see <see cref="SearchWordRow"/>.</summary>
    public bool HasEarlierWords { get; init; }

    /// <summary>When the case was erased, by either of the rows that say so; null when it was not.</summary>
    public long? ErasedAt => Summary?.ErasedAt ?? Erasure?.At;

    /// <summary>Every case that any row is of, in order, some hundreds at a time.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<CaseRecords>> ReadAllAsync(
        JournalContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (after, end) = (long.MinValue, 0L);
        while (end < long.MaxValue)
        {
            var summaries = await context.Summaries.Where(row => row.Case > after).OrderBy(row => row.Case)
                .Take(CasesAtATime).ToListAsync(cancellation);
            end = summaries.Count < CasesAtATime ? long.MaxValue : summaries[^1].Case;
            yield return await ReadAsync(context, summaries, after, end, cancellation);
            after = end;
        }
    }

    /// <summary>The chain, for what verifies and reads it; null for rows that are of nobody's number.</summary>
    public ChainRows? Chain() => CaseKey.TryNumberOf(Case) is { } number
        ? new ChainRows(number, Head(), Events) { ErasedAt = ErasedAt }
        : null;

    private ChainHead? Head() => Summary is { } row
        ? new ChainHead(row.Case, row.Version, row.HeadHash, row.HeadSeal, row.KeyId, row.RulesVersion, row.ErasedAt)
        : null;

    private static async Task<IReadOnlyList<CaseRecords>> ReadAsync(
        JournalContext context, List<SummaryRow> summaries, long after, long end, CancellationToken cancellation)
    {
        var events = (await context.Events.Where(row => row.Case > after && row.Case <= end)
            .OrderBy(row => row.Case).ThenBy(row => row.Sequence).ToListAsync(cancellation)).ToLookup(row => row.Case);
        var words = (await context.WordPseudonyms.Where(row => row.Case > after && row.Case <= end)
            .ToListAsync(cancellation)).ToLookup(row => row.Case, row => row.Pseudonym);
        var earlier = (await context.SearchWords.Where(row => row.Case > after && row.Case <= end).Select(row => row.Case)
            .Distinct().ToListAsync(cancellation)).ToHashSet();
        var comments = (await context.Comments.Where(row => row.Case > after && row.Case <= end)
            .ToListAsync(cancellation)).ToLookup(row => row.Case);
        var drafts = (await context.Drafts.Where(row => row.Case > after && row.Case <= end)
            .ToListAsync(cancellation)).ToLookup(row => row.Case);
        var erasures = await context.Erasures.Where(row => row.Case > after && row.Case <= end)
            .ToDictionaryAsync(row => row.Case, cancellation);
        var reviews = await context.Reviews.Where(row => row.Case > after && row.Case <= end)
            .ToDictionaryAsync(row => row.Case, cancellation);
        var handOvers = await context.DueHandOvers.Where(row => row.Case > after && row.Case <= end)
            .ToDictionaryAsync(row => row.Case, cancellation);
        var bySummary = summaries.ToDictionary(row => row.Case);
        var cases = bySummary.Keys.Concat(events.Select(one => one.Key)).Concat(words.Select(one => one.Key))
            .Concat(comments.Select(one => one.Key)).Concat(drafts.Select(one => one.Key)).Concat(erasures.Keys)
            .Concat(reviews.Keys).Concat(handOvers.Keys);
        return
        [
            .. cases.Distinct().Order().Select(one => new CaseRecords(
                one, bySummary.GetValueOrDefault(one), [.. events[one]], [.. words[one]], [.. comments[one]], [.. drafts[one]],
                erasures.GetValueOrDefault(one))
            {
                HasEarlierWords = earlier.Contains(one),
                Review = reviews.GetValueOrDefault(one),
                HandOver = handOvers.GetValueOrDefault(one),
            }),
        ];
    }
}
