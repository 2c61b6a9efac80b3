using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>How the access log does.</summary>
/// <param name="IsSealed">The head, the last record and how many there are fit their seals.</param>
/// <param name="Records">How many there are.</param>
/// <param name="FirstAt">The oldest that is kept; null without any.</param>
/// <param name="LastAt">The latest; null without any.</param>
/// <param name="KeptDays">For how many days one is kept.</param>
public sealed record AccessHealthReport(
    bool IsSealed, long Records, DateTimeOffset? FirstAt, DateTimeOffset? LastAt, int KeptDays);

/// <summary>
/// Looks at the head of the access log, at its last record, and at how many there are. Whether every record fits the one before
/// it, only verifying the journal says: that reads all of them.
/// </summary>
public sealed class AccessHealth(
    IDbContextFactory<JournalContext> contexts, RecordSeals seals, RetentionTerms terms, TimeProvider time)
{
    // Pages that show it are drawn every few seconds, and it counts a large table.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);

    private volatile Reading? _read;

    /// <summary>
    /// At most some seconds old. Throws <see cref="UnauthorizedAccessException"/> for who may not see the access log.
    /// </summary>
    public async Task<AccessHealthReport> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeAccessLog);
        if (_read is { } read && time.GetElapsedTime(read.At) < Fresh)
            return read.Report;
        var report = await LookAsync(cancellation);
        _read = new Reading(time.GetTimestamp(), report);
        return report;
    }

    /// <summary>As it is now.</summary>
    public async Task<AccessHealthReport> LookAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // As of one moment: records are added all the time.
        await OneMoment.BeginAsync(context, cancellation);
        var head = await context.RecordHeads.AsNoTracking().SingleOrDefaultAsync(cancellation);
        var numbered = await context.Looks.LongCountAsync(row => row.Number != null, cancellation);
        var unsealed = await context.Looks.LongCountAsync(row => row.Number == null, cancellation);
        return new AccessHealthReport(
            head is not null && RecordSeals.Fits(head.Seal, seals.Of(head)) && unsealed == head.Unsealed
                && numbered == head.Accesses - (head.Forgotten ?? 0) && await IsLastAsync(context, head, cancellation),
            numbered + unsealed,
            At(await context.Looks.MinAsync(row => (long?)row.At, cancellation)),
            At(await context.Looks.MaxAsync(row => (long?)row.At, cancellation)),
            terms.AccessLogDays);
    }

    // True when the latest record is the one that the head names, and fits the one before it.
    private async Task<bool> IsLastAsync(JournalContext context, RecordHeadRow head, CancellationToken cancellation)
    {
        var latest = await context.Looks.AsNoTracking().Where(row => row.Number != null)
            .OrderByDescending(row => row.Number).Take(2).ToListAsync(cancellation);
        if (latest is not [var last, ..])
            return head.Accesses == (head.Forgotten ?? 0);
        var before = latest.Count > 1 ? latest[1].Seal : head.ForgottenSeal;
        return last.Number == head.Accesses && RecordSeals.Fits(last.Seal, head.LastAccess)
            && RecordSeals.Fits(last.Seal, seals.Of(last, before ?? []));
    }

    private static DateTimeOffset? At(long? ticks) => ticks is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    private sealed record Reading(long At, AccessHealthReport Report);
}
