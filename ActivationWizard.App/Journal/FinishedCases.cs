using ActivationWizard.App.Journal.Reading;
using ActivationWizard.App.Journal.Store;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>Where the next page of finished cases begins: after this case, which ended at that moment.</summary>
public sealed record FinishedCursor(long CompletedAt, long Case);

/// <summary>One page, the last finished first; no <paramref name="Next"/> on the last page.</summary>
public sealed record FinishedPage(IReadOnlyList<CaseSummary> Cases, FinishedCursor? Next);

/// <summary>Which finished cases; null is any.</summary>
/// <param name="Search">Words that are all in name, address or number, whatever their letter case or accents.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="From">Ended at this moment or later.</param>
/// <param name="Before">Ended before this moment.</param>
public sealed record FinishedFilter(
    string? Search = null, ActivationState? Outcome = null, DateTimeOffset? From = null, DateTimeOffset? Before = null);

/// <summary>The finished cases: a team lead sees all, an employee those he or she handled. Nobody else sees any.</summary>
public sealed class FinishedCases(IDbContextFactory<JournalContext> contexts, CaseReading reading)
{
    /// <summary>The most cases of a page.</summary>
    public const int MostRows = 100;

    /// <summary>
    /// A page, of the cases in which every word of <paramref name="search"/> is in name, address or number, whatever its letter case or accents. Pages go by key, so
    /// that a case that ends meanwhile moves nothing.
    /// </summary>
    public Task<FinishedPage> PageAsync(Actor actor, string? search, FinishedCursor? after, int rows, CancellationToken cancellation) =>
        FindAsync(actor, new FinishedFilter(search), after, rows, cancellation);

    /// <summary>A page of the cases that pass the filter.</summary>
    public async Task<FinishedPage> FindAsync(
        Actor actor, FinishedFilter filter, FinishedCursor? after, int rows, CancellationToken cancellation)
    {
        var asked = Math.Clamp(rows, 1, MostRows);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var finished = Passing(Seen(context, actor), filter);
        if (after is not null)
            finished = finished.Where(row =>
                row.CompletedAt < after.CompletedAt || (row.CompletedAt == after.CompletedAt && row.Case < after.Case));

        var found = await finished.OrderByDescending(row => row.CompletedAt).ThenByDescending(row => row.Case)
            .Take(asked + 1)
            .ToListAsync(cancellation);
        var page = found.Take(asked).ToList();
        return new FinishedPage(
            [.. page.Select(SummaryColumns.Read).OfType<CaseSummary>()],
            found.Count > asked ? new FinishedCursor(page[^1].CompletedAt!.Value, page[^1].Case) : null);
    }

    /// <summary>
    /// A finished case to replay, as far as it can be read; null when there is no such case, it is not finished, or it is not this actor's to see: which of the
    /// three is not told.
    /// </summary>
    public async Task<RawCase?> ReplayAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        var key = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Seen(context, actor).AnyAsync(row => row.Case == key, cancellation) ? await reading.ReadAsync(number, cancellation) : null;
    }

    private static IQueryable<SummaryRow> Passing(IQueryable<SummaryRow> finished, FinishedFilter filter)
    {
        foreach (var word in SearchText.WordsOf(filter.Search))
            finished = finished.Where(row => row.Search.Contains(word));
        if (filter.Outcome?.ToString() is { } outcome)
            finished = finished.Where(row => row.State == outcome);
        if (filter.From?.UtcTicks is { } from)
            finished = finished.Where(row => row.CompletedAt >= from);
        if (filter.Before?.UtcTicks is { } before)
            finished = finished.Where(row => row.CompletedAt < before);
        return finished;
    }

    private static IQueryable<SummaryRow> Seen(JournalContext context, Actor actor)
    {
        var finished = context.Summaries.Where(row => row.CompletedAt != null);
        if (actor.May(Operation.SeeAllFinishedCases))
            return finished;
        actor.Demand(Operation.ReplayOwnCase);
        return finished.Where(row => row.HandlerId == actor.Id);
    }
}
