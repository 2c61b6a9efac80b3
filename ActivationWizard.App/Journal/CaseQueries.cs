using ActivationWizard.App.Journal.Store;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>Which open cases a work list shows.</summary>
public enum WorkListFilter
{
    All,

    /// <summary>Nobody has taken it.</summary>
    New,

    /// <summary>The asker has it.</summary>
    Mine,

    /// <summary>Somebody has it, and it is on hold, or several persons match: something has to be settled first.</summary>
    OnHold,

    /// <summary><em>Controle nodig</em>: the asker's own, or everybody's for who settles them all.</summary>
    Attention,
}

/// <summary>What stands above the work list.</summary>
public sealed record WorkListCounts(int New, int Mine, int Waiting);

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
    public const int MostRows = 500;

    private static readonly string NeedsAttention = ActivationState.NeedsAttention.ToString();

    /// <summary>Open cases, the longest waiting first.</summary>
    public async Task<IReadOnlyList<CaseSummary>> WorkListAsync(
        Actor actor, WorkListFilter filter, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeWorkList);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var open = context.Summaries.Where(row => row.CompletedAt == null);
        var shown = filter switch
        {
            WorkListFilter.New => open.Where(row => row.HandlerId == null),
            WorkListFilter.Mine => open.Where(row => row.HandlerId == actor.Id),
            WorkListFilter.OnHold => open.Where(row => row.Hold != null && row.HandlerId != null),
            WorkListFilter.Attention when actor.May(Operation.HandleOwnCase) =>
                open.Where(row => row.State == NeedsAttention && row.HandlerId == actor.Id),
            WorkListFilter.Attention => open.Where(row => row.State == NeedsAttention),
            _ => open,
        };
        var rows = await shown.OrderBy(row => row.ReceivedAt).ThenBy(row => row.Case).Take(MostRows).ToListAsync(cancellation);
        return [.. rows.Select(SummaryColumns.Read).OfType<CaseSummary>()];
    }

    /// <summary>How many open cases are new, the asker's, and waiting.</summary>
    public async Task<WorkListCounts> CountsAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeWorkList);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var counts = await context.Summaries.Where(row => row.CompletedAt == null)
            .GroupBy(_ => 1)
            .Select(rows => new WorkListCounts(
                rows.Count(row => row.HandlerId == null),
                rows.Count(row => row.HandlerId == actor.Id),
                rows.Count(row => row.Hold != null && row.HandlerId != null)))
            .SingleOrDefaultAsync(cancellation);
        return counts ?? new WorkListCounts(0, 0, 0);
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
