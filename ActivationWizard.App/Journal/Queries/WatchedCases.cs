using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>A case that was being carried out and ended a short while ago, came back to its employee, or needs attention now.</summary>
public sealed record WatchedCase(CaseNumber Number, string? HandlerId, ActivationState State, DateTimeOffset ChangedAt);

/// <summary>Where <see cref="CaseWatch"/> finds them.</summary>
public interface IWatchedCases
{
    /// <summary>The cases that need attention, and those that ended, or came back to their employee, at this moment or later; the latest first.</summary>
    Task<IReadOnlyList<WatchedCase>> ReadAsync(DateTimeOffset since, CancellationToken cancellation);
}

/// <summary>From the summaries: a few columns of few rows.</summary>
public sealed class WatchedCases(IDbContextFactory<JournalContext> contexts) : IWatchedCases
{
    private static readonly string NeedsAttention = ActivationState.NeedsAttention.ToString();
    private static readonly string ByHand = ActivationState.AwaitingManualStep.ToString();
    private static readonly string NotMailed = HoldReason.EmailNotSent.ToString();

    public async Task<IReadOnlyList<WatchedCase>> ReadAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var ticks = since.UtcTicks;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries
            .Where(row => row.CompletedAt >= ticks || (row.CompletedAt == null
                && (row.State == NeedsAttention || (row.ChangedAt >= ticks && (row.State == ByHand || row.Hold == NotMailed)))))
            .OrderByDescending(row => row.ChangedAt)
            .Take(CaseQueries.MostRows)
            .Select(row => new { row.Case, row.HandlerId, row.State, row.ChangedAt })
            .ToListAsync(cancellation);
        return
        [
            .. from row in rows
               let number = CaseKey.TryNumberOf(row.Case)
               where number is not null && Enum.TryParse<ActivationState>(row.State, out _)
               select new WatchedCase(
                   number, row.HandlerId, Enum.Parse<ActivationState>(row.State), new DateTimeOffset(row.ChangedAt, TimeSpan.Zero)),
        ];
    }
}
