using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Retention;

/// <summary>A finished case that is past its term: nothing about the tenant.</summary>
public sealed record DueCase(CaseNumber Number, ActivationState Ending, DateTimeOffset EndedAt);

/// <summary>What the next night will erase, as it is known now, and what the last one did.</summary>
/// <param name="Next">When the next night begins.</param>
/// <param name="Done">How many cases in which a code was sent.</param>
/// <param name="Refused">How many refused requests.</param>
/// <param name="Withdrawn">How many withdrawn requests.</param>
/// <param name="Accesses">How many access records.</param>
/// <param name="Last">The last night in which anything was done; null before the first.</param>
public sealed record RetentionReport(
    DateTimeOffset Next, int Done, int Refused, int Withdrawn, long Accesses, RetentionRow? Last)
{
    /// <summary>How many cases in which the wizard was tried out.</summary>
    public int Tried { get; init; }

    /// <summary>How many cases.</summary>
    public int Cases => Done + Refused + Withdrawn + Tried;
}

/// <summary>Looks ahead at what will be erased; changes nothing.</summary>
public sealed class RetentionOutlook(IDbContextFactory<JournalContext> contexts, RetentionTerms terms, TimeProvider time)
{
    // Pages that show it are drawn every few seconds; it changes by the day.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);

    private volatile Reading? _read;

    /// <summary>
    /// For the status page, at most some seconds old. Throws <see cref="UnauthorizedAccessException"/> for who may not see it.
    /// </summary>
    public async Task<RetentionReport> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeStatus);
        if (_read is { } read && time.GetElapsedTime(read.At) < Fresh)
            return read.Report;
        var report = await ReportAsync(DutchCalendar.NightAfter(time.GetUtcNow(), terms.Hour), cancellation);
        _read = new Reading(time.GetTimestamp(), report);
        return report;
    }

    /// <summary>What would be erased at a moment.</summary>
    public async Task<RetentionReport> ReportAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var before = RetentionTerms.Before(moment, terms.AccessLogDays).UtcTicks;
        await using var journal = await contexts.CreateDbContextAsync(cancellation);
        var due = await DueCases.At(journal, terms, moment).GroupBy(row => row.State)
            .Select(rows => new { State = rows.Key, Count = rows.Count() })
            .ToDictionaryAsync(one => one.State, one => one.Count, cancellation);
        var refused = due.GetValueOrDefault(nameof(ActivationState.Refused));
        var withdrawn = due.GetValueOrDefault(nameof(ActivationState.Withdrawn));
        var tried = due.GetValueOrDefault(nameof(ActivationState.TriedOut));
        return new RetentionReport(
            moment,
            due.Values.Sum() - refused - withdrawn - tried,
            refused,
            withdrawn,
            await journal.Looks.LongCountAsync(row => row.At < before, cancellation),
            await journal.Retentions.Where(row => row.BegunAt != null).OrderByDescending(row => row.Night)
                .FirstOrDefaultAsync(cancellation))
        {
            Tried = tried,
        };
    }

    /// <summary>Every case that would be erased now, those that ended first before the others.</summary>
    public async Task<IReadOnlyList<DueCase>> DueAsync(CancellationToken cancellation)
    {
        await using var journal = await contexts.CreateDbContextAsync(cancellation);
        var rows = await DueCases.At(journal, terms, time.GetUtcNow()).After(0, 0)
            .Select(row => new { row.Case, row.State, EndedAt = row.CompletedAt!.Value })
            .ToListAsync(cancellation);
        return
        [
            .. from row in rows
               let number = CaseKey.TryNumberOf(row.Case)
               where number is not null && Enum.TryParse<ActivationState>(row.State, out _)
               select new DueCase(
                   number, Enum.Parse<ActivationState>(row.State), new DateTimeOffset(row.EndedAt, TimeSpan.Zero)),
        ];
    }

    private sealed record Reading(long At, RetentionReport Report);
}
