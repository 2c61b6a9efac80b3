using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

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
    public async Task<IReadOnlyList<(CaseNumber Number, bool WasSkipped)>> NobodysAsync(
        Actor actor, CancellationToken cancellation)
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

    private async Task<IReadOnlyList<CaseSummary>> OpenAsync(CancellationToken cancellation)
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
