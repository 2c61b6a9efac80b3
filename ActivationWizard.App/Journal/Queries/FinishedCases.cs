using System.Runtime.CompilerServices;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>The finished cases: a team lead sees all, an employee those he or she handled. Nobody else sees any.</summary>
public sealed class FinishedCases(
    IDbContextFactory<JournalContext> contexts, ReplayRights rights, CaseAccesses looks, CasePseudonyms pseudonyms)
{
    /// <summary>The most cases of a page.</summary>
    public const int MostRows = 100;

    /// <summary>A page of the cases that are found by these words, the last finished first.</summary>
    public Task<FinishedPage> PageAsync(
        Actor actor, string? search, FinishedCursor? after, int rows, CancellationToken cancellation) =>
        FindAsync(actor, new FinishedFilter(search), after, rows, cancellation);

    /// <summary>
    /// A page of the cases that pass the filter. Pages go by key, so that a case that ends meanwhile moves nothing, and a late
    /// page costs what the first one does.
    /// </summary>
    public async Task<FinishedPage> FindAsync(
        Actor actor, FinishedFilter filter, FinishedCursor? after, int rows, CancellationToken cancellation)
    {
        var asked = Math.Clamp(rows, 1, MostRows);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var passing = await PassingAsync(context, Seen(context, actor), filter, cancellation);
        var last = after is null ? 0 : CaseKey.Of(after.Number);
        var from = after is null ? null : await context.Summaries.SingleOrDefaultAsync(row => row.Case == last, cancellation);
        // Keys first: they and what is filtered by stand in an index, so that only the rows of the page are read whole.
        var keys = await passing.From(filter.Sort, from).Select(row => row.Case).Take(asked + 1).ToListAsync(cancellation);
        var shown = keys.Take(asked).ToList();
        var found = await context.Summaries.Where(row => shown.Contains(row.Case))
            .ToDictionaryAsync(row => row.Case, cancellation);
        return new FinishedPage(
            [.. shown.Select(key => SummaryColumns.Read(found[key])).OfType<CaseSummary>()],
            keys.Count > asked ? new FinishedCursor(CaseKey.NumberOf(shown[^1])) : null,
            await CommentsAsync(context, shown, cancellation));
    }

    /// <summary>The same for a list that somebody asks for: where it goes by words, that is written down as a search.</summary>
    public async Task<FinishedPage> SearchAsync(
        Actor actor, FinishedFilter filter, FinishedCursor? after, int rows, CancellationToken cancellation)
    {
        var page = await FindAsync(actor, filter, after, rows, cancellation);
        if (filter.Search is { } words && SearchText.CountOf(words) > 0)
            await looks.RecordSearchAsync(AccessKind.Search, words, page.Cases.Count, actor, cancellation);
        return page;
    }

    /// <summary>All cases that pass the filter, page after page while it is read.</summary>
    public async IAsyncEnumerable<CaseSummary> AllAsync(
        Actor actor, FinishedFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        FinishedCursor? next = null;
        do
        {
            var page = await FindAsync(actor, filter, next, MostRows, cancellation);
            foreach (var one in page.Cases)
                yield return one;
            next = page.Next;
        }
        while (next is not null);
    }

    /// <summary>Everybody who handled a finished case that this actor may see: id and name.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> HandlersAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var handlers = await Seen(context, actor).Where(row => row.HandlerId != null)
            .GroupBy(row => row.HandlerId)
            .Select(rows => new { Id = rows.Key!, LastCase = rows.Max(row => row.Case) })
            .ToListAsync(cancellation);
        var last = handlers.Select(one => one.LastCase).ToList();
        var names = await context.Summaries.Where(row => last.Contains(row.Case))
            .ToDictionaryAsync(row => row.HandlerId!, row => row.HandlerName ?? "", cancellation);
        return [.. names.Select(one => (one.Key, one.Value)).OrderBy(one => one.Value, StringComparer.CurrentCulture)];
    }

    /// <summary>
    /// A case to replay, as far as it can be read: a finished one, or one under way to follow. That it was opened is written down
    /// first. Null when there is no such case, or it is not this actor's to see: which of the two is not told.
    /// </summary>
    public async Task<RawCase?> ReplayAsync(CaseNumber number, Actor actor, CancellationToken cancellation) =>
        await ReadAsync(number, AccessKind.Replay, actor, cancellation);

    /// <summary>The same for who opened it before and follows it since; not written down again.</summary>
    public async Task<RawCase?> FollowAsync(CaseNumber number, Actor actor, CancellationToken cancellation) =>
        await ReadAsync(number, null, actor, cancellation);

    /// <summary>The same, to look at in another way, which is written down.</summary>
    public async Task<RawCase?> ReadAsync(CaseNumber number, AccessKind? kind, Actor actor, CancellationToken cancellation)
    {
        var raw = await rights.ReadAsync(number, actor, cancellation);
        if (raw is not null && kind is { } look)
            await looks.RecordAsync([number], look, actor, cancellation);
        return raw;
    }

    private async Task<IQueryable<SummaryRow>> PassingAsync(
        JournalContext context, IQueryable<SummaryRow> finished, FinishedFilter filter, CancellationToken cancellation)
    {
        if (filter.Ending?.ToString() is { } ending)
            finished = finished.Where(row => row.State == ending);
        if (filter.Scenario?.ToString() is { } scenario)
            finished = finished.Where(row => row.Scenario == scenario);
        if (filter.Ground?.ToString() is { } ground)
            finished = finished.Where(row => row.Ground == ground && row.State == nameof(ActivationState.Refused));
        if (filter.From?.UtcTicks is { } from)
            finished = finished.Where(row => row.CompletedAt >= from);
        if (filter.Before?.UtcTicks is { } before)
            finished = finished.Where(row => row.CompletedAt < before);
        if (filter.Handler is { } handler)
            finished = finished.Where(row => row.HandlerId == handler);
        if (filter.AtLeast?.Ticks is { } atLeast)
            finished = finished.Where(row => row.Waited >= atLeast);
        if ((int)filter.Signs is not 0 and var signs)
            finished = finished.Where(row => row.Signs != 0 && (row.Signs & signs) == signs);
        if (filter.HasComment)
            finished = finished.Where(row => context.Comments.Select(comment => comment.Case).Contains(row.Case));
        if (filter.IsSpecial)
            finished = finished.Where(row => row.Signs != 0
                || context.Comments.Where(comment => comment.ResolvedAt == null)
                    .Select(comment => comment.Case).Contains(row.Case));
        return await FinishedWords.PassingAsync(
            context, finished, SearchText.WordsOf(filter.Search), pseudonyms, cancellation);
    }

    private static async Task<IReadOnlyDictionary<CaseNumber, CommentCount>> CommentsAsync(
        JournalContext context, IReadOnlyCollection<long> shown, CancellationToken cancellation)
    {
        var counts = await context.Comments.Where(row => shown.Contains(row.Case))
            .GroupBy(row => row.Case)
            .Select(rows => new { Case = rows.Key, All = rows.Count(), Open = rows.Count(row => row.ResolvedAt == null) })
            .ToListAsync(cancellation);
        return counts.ToDictionary(one => CaseKey.NumberOf(one.Case), one => new CommentCount(one.All, one.Open));
    }

    internal static IQueryable<SummaryRow> Seen(JournalContext context, Actor actor) =>
        ReplayRights.Listed(context.Summaries, actor).Where(row => row.CompletedAt != null);
}
