using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>Enough to see that something changed in the list of open cases: one more, one less, an event in one of them.</summary>
public sealed record OpenStamp(int Count, long ChangedAt, long Versions);

/// <summary>Open cases: the wizard goes on with them, they wait for a person, they need attention.</summary>
public sealed record OpenCaseCounts(int UnderWay, int Waiting, int Attention);

/// <summary>Enough to see that a case moved on.</summary>
public sealed record CaseStamp(int Version, ActivationState State);

/// <summary>
/// The lists and looks of the open cases, from the summaries only. Everything asks <see cref="Authority"/> and throws <see
/// cref="UnauthorizedAccessException"/> when the actor may not see it. A row that this version cannot read is left out of a
/// list.
/// </summary>
public sealed class CaseQueries(IDbContextFactory<JournalContext> contexts)
{
    /// <summary>The most rows of a list.</summary>
    public const int MostRows = 2_000;

    private static readonly string NeedsAttention = ActivationState.NeedsAttention.ToString();

    /// <summary>Open cases, the longest waiting first.</summary>
    public async Task<IReadOnlyList<CaseSummary>> WorkListAsync(
        Actor actor, WorkListFilter filter, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeWorkList);
        return [.. (await OpenAsync(cancellation)).Where(one => filter.Shows(one, actor))];
    }

    /// <summary>How many open cases are new, the asker's, and waiting.</summary>
    public async Task<WorkListCounts> CountsAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeWorkList);
        return WorkListCounts.Of(await OpenAsync(cancellation), actor);
    }

    /// <summary>The open cases that nobody has, the longest waiting first; those that somebody skipped are marked.</summary>
    public async Task<IReadOnlyList<(CaseNumber Number, bool WasSkipped)>> NobodysAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.TakeCase);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries.Where(row => row.CompletedAt == null && row.HandlerId == null)
            .OrderBy(row => row.ReceivedAt)
            .ThenBy(row => row.Case)
            .Take(MostRows)
            .Select(row => new { row.Case, row.Signs })
            .ToListAsync(cancellation);
        return
        [
            .. from row in rows
               let number = CaseKey.TryNumberOf(row.Case)
               where number is not null
               select (number, ((CaseSigns)row.Signs).HasFlag(CaseSigns.Skipped)),
        ];
    }

    /// <summary>The stamp of the open cases. Numbers only, so no role is asked.</summary>
    public async Task<OpenStamp> OpenStampAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Summaries.Where(row => row.CompletedAt == null)
            .GroupBy(_ => 1)
            .Select(rows => new OpenStamp(rows.Count(), rows.Max(row => row.ChangedAt), rows.Sum(row => (long)row.Version)))
            .SingleOrDefaultAsync(cancellation) ?? new OpenStamp(0, 0, 0);
    }

    /// <summary>Every open case, for the look that all pages share: whoever shows it asks <see cref="Authority"/>.</summary>
    internal async Task<IReadOnlyList<CaseSummary>> OpenAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries.Where(row => row.CompletedAt == null)
            .OrderBy(row => row.ReceivedAt)
            .ThenBy(row => row.Case)
            .Take(MostRows)
            .ToListAsync(cancellation);
        return [.. rows.Select(SummaryColumns.Read).OfType<CaseSummary>()];
    }

    /// <summary>How many cases are <em>controle nodig</em>.</summary>
    public async Task<int> NeedsAttentionCountAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeWorkList);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Summaries.CountAsync(row => row.CompletedAt == null && row.State == NeedsAttention, cancellation);
    }

    /// <summary>How many cases are where, for the status page.</summary>
    public async Task<OpenCaseCounts> OpenCountsAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeStatus);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries.Where(row => row.CompletedAt == null)
            .GroupBy(row => row.State)
            .Select(rows => new { State = rows.Key, Count = rows.Count() })
            .ToListAsync(cancellation);
        var underWay = rows.Where(row => Enum.TryParse<ActivationState>(row.State, out var state) && state.WaitsForSystem).Sum(row => row.Count);
        var attention = rows.Where(row => row.State == NeedsAttention).Sum(row => row.Count);
        return new OpenCaseCounts(underWay, rows.Sum(row => row.Count) - underWay - attention, attention);
    }

    /// <summary>
    /// Version and state of a case, for a page that waits; null when there is no such case. Two columns of one row.
    /// </summary>
    public async Task<CaseStamp?> StampAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeCase);
        var key = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await context.Summaries.Where(row => row.Case == key)
            .Select(row => new { row.Version, row.State })
            .SingleOrDefaultAsync(cancellation);
        return found is not null && Enum.TryParse<ActivationState>(found.State, out var state)
            ? new CaseStamp(found.Version, state)
            : null;
    }

    /// <summary>The summary of one case; null when there is no such case.</summary>
    public async Task<CaseSummary?> FindAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeCase);
        var key = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Summaries.SingleOrDefaultAsync(row => row.Case == key, cancellation) is { } row
            ? SummaryColumns.Read(row)
            : null;
    }
}
