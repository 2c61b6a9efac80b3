using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>How many open cases are in a state, and when the oldest of them was opened.</summary>
/// <param name="WaitsSince">
/// Since when one of them is in that state, the first of all that nobody put aside; null when all are put aside.
/// </param>
public sealed record StateFigure(ActivationState State, int Count, DateTimeOffset OldestAt, DateTimeOffset? WaitsSince);

/// <summary>A case that waits for somebody to look, and since when.</summary>
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
            .Select(group => new
            {
                State = group.Key,
                Count = group.Count(),
                OpenedAt = group.Min(row => row.OpenedAt),
                WaitsSince = group.Min(row => row.AsideUntil == null ? row.StateSince ?? row.ChangedAt : (long?)null),
            })
            .ToListAsync(cancellation);
        return
        [
            .. from row in rows
               where Enum.IsDefined(typeof(ActivationState), row.State)
               select new StateFigure(
                   Enum.Parse<ActivationState>(row.State),
                   row.Count,
                   new DateTimeOffset(row.OpenedAt, TimeSpan.Zero),
                   row.WaitsSince is { } since ? new DateTimeOffset(since, TimeSpan.Zero) : null),
        ];
    }

    /// <summary>
    /// Those that wait since <paramref name="until"/> or longer, whatever the wizard or a person did to them meanwhile, the
    /// longest first. One that was put aside comes back by itself on a day: until then nobody has to be told.
    /// </summary>
    public async Task<IReadOnlyList<WaitingForAttention>> AttentionAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var ticks = until.UtcTicks;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries
            .Where(row => row.CompletedAt == null && row.State == NeedsAttention && row.AsideUntil == null)
            .Select(row => new { row.Case, Since = row.StateSince ?? row.ChangedAt })
            .Where(row => row.Since <= ticks).OrderBy(row => row.Since).ToListAsync(cancellation);
        return
        [
            .. from row in rows
               let number = CaseKey.TryNumberOf(row.Case)
               where number is not null
               select new WaitingForAttention(number, new DateTimeOffset(row.Since, TimeSpan.Zero)),
        ];
    }
}
