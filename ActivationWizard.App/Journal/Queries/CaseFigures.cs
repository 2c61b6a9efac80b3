using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>How many open cases are in a state, and when the oldest of them was opened.</summary>
public sealed record StateFigure(ActivationState State, int Count, DateTimeOffset OldestAt);

/// <summary>A case that waits for somebody to look, and since when nothing happened to it.</summary>
public sealed record WaitingForAttention(CaseNumber Number, DateTimeOffset Since);

/// <summary>Figures about the open cases, for who watches the installation: numbers only, so no role is asked.</summary>
public sealed class CaseFigures(IDbContextFactory<JournalContext> contexts)
{
    private static readonly string NeedsAttention = $"{ActivationState.NeedsAttention}";

    /// <summary>Of every state in which there is an open case.</summary>
    public async Task<IReadOnlyList<StateFigure>> ReadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries.Where(row => row.CompletedAt == null)
            .GroupBy(row => row.State)
            .Select(group => new { State = group.Key, Count = group.Count(), OpenedAt = group.Min(row => row.OpenedAt) })
            .ToListAsync(cancellation);
        return
        [
            .. from row in rows
               where Enum.IsDefined(typeof(ActivationState), row.State)
               select new StateFigure(
                   Enum.Parse<ActivationState>(row.State), row.Count, new DateTimeOffset(row.OpenedAt, TimeSpan.Zero)),
        ];
    }

    /// <summary>Those to which nothing happened since <paramref name="until"/>.</summary>
    public async Task<IReadOnlyList<WaitingForAttention>> AttentionAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var ticks = until.UtcTicks;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries
            .Where(row => row.CompletedAt == null && row.State == NeedsAttention && row.ChangedAt <= ticks)
            .OrderBy(row => row.ChangedAt).Select(row => new { row.Case, row.ChangedAt }).ToListAsync(cancellation);
        return
        [
            .. from row in rows
               let number = CaseKey.TryNumberOf(row.Case)
               where number is not null
               select new WaitingForAttention(number, new DateTimeOffset(row.ChangedAt, TimeSpan.Zero)),
        ];
    }
}
