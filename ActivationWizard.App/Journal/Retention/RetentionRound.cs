using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Retention;

/// <summary>
/// Erases what is past its term, once a night, by one process at a time. Each case is erased by itself and counted in the
/// database: whoever is killed in the middle is followed by another after <see cref="Held"/>, who goes on with the rest.
/// </summary>
public sealed class RetentionRound(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, CaseErasure erasure, RecordRetention records,
    RetentionTerms terms, TimeProvider time)
{
    /// <summary>How long a process keeps a night between two cases.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    private const string By = "wizard";
    private const int AtATime = 100;

    private int Night => IntOf(DutchCalendar.NightOf(time.GetUtcNow(), terms.Hour));

    /// <summary>
    /// True when a night is to be done, or to be finished. At the first start of a version that knows terms nothing is: what will
    /// be erased can then be seen beforehand.
    /// </summary>
    public async Task<bool> IsDueAsync(CancellationToken cancellation)
    {
        var (night, now) = (Night, time.GetUtcNow().UtcTicks);
        if (await LastAsync(cancellation) is { } last)
            return last.Night < night || (last.Night == night && last.EndedAt is null && last.HeldUntil <= now);
        try
        {
            await writer.WriteAsync(new FirstNight(night, now), cancellation);
        }
        catch (DbUpdateException)
        {
            // Another instance noted it.
        }

        return false;
    }

    /// <summary>The last night that is known; null before the first.</summary>
    public async Task<RetentionRow?> LastAsync(CancellationToken cancellation)
    {
        await using var journal = await contexts.CreateDbContextAsync(cancellation);
        return await journal.Retentions.OrderByDescending(row => row.Night).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>
    /// Does the night, as it stands afterwards; null when another process is at it or has taken it over meanwhile. Asked for
    /// <paramref name="again"/>, it takes it from whoever has it, and does one that was done before.
    /// </summary>
    public async Task<RetentionRow?> RunAsync(bool again, CancellationToken cancellation)
    {
        var (night, holder) = (Night, $"{Guid.NewGuid():N}");
        if (!await TakeAsync(night, holder, again, cancellation))
            return null;
        try
        {
            if (!await EraseAsync(night, holder, cancellation))
                return null;
            await records.ForgetMessagesAsync(time.GetUtcNow(), cancellation);
            var removed = await records.RemoveAccessesAsync(time.GetUtcNow(), cancellation);
            if (!await NoteAsync(new NightProgress(night, holder, Until) { Accesses = removed }, cancellation))
                return null;
            if (await HasErasedAsync(night, cancellation))
                await erasure.EmptyLogsAsync(cancellation);
            await NoteAsync(new NightProgress(night, holder, 0) { EndedAt = time.GetUtcNow().UtcTicks }, cancellation);
        }
        catch
        {
            // For whoever goes on, at once. When this cannot be written either, they wait until its time is over.
            await NoteAsync(new NightProgress(night, holder, 0), CancellationToken.None);
            throw;
        }

        await using var journal = await contexts.CreateDbContextAsync(cancellation);
        return await journal.Retentions.SingleAsync(row => row.Night == night, cancellation);
    }

    private long Until => (time.GetUtcNow() + Held).UtcTicks;

    private async Task<bool> TakeAsync(int night, string holder, bool again, CancellationToken cancellation)
    {
        var taking = new NightTaking(night, holder, time.GetUtcNow().UtcTicks, Until, again);
        try
        {
            await writer.WriteAsync(taking, cancellation);
            return taking.IsTaken;
        }
        catch (DbUpdateException)
        {
            // Another instance took it at the same moment.
            return false;
        }
    }

    // In this night, or in the one before it when that was not finished: tables are written anew for that only.
    private async Task<bool> HasErasedAsync(int night, CancellationToken cancellation)
    {
        await using var journal = await contexts.CreateDbContextAsync(cancellation);
        var nights = await journal.Retentions.OrderByDescending(row => row.Night).Take(2).ToListAsync(cancellation);
        return nights.Any(row => (row.Night == night || row.EndedAt is null) && (row.Erased > 0 || row.Accesses > 0));
    }

    private async Task<bool> NoteAsync(NightProgress progress, CancellationToken cancellation)
    {
        await writer.WriteAsync(progress, cancellation);
        return progress.IsHeld;
    }

    // What cannot be erased is passed over, and comes again the next night. False when another process has taken over.
    private async Task<bool> EraseAsync(int night, string holder, CancellationToken cancellation)
    {
        var (endedAt, last) = (0L, 0L);
        while (true)
        {
            await using var journal = await contexts.CreateDbContextAsync(cancellation);
            var some = await DueCases.At(journal, terms, time.GetUtcNow()).After(endedAt, last).Take(AtATime)
                .Select(row => new { row.Case, EndedAt = row.CompletedAt!.Value })
                .ToListAsync(cancellation);
            foreach (var one in some)
            {
                cancellation.ThrowIfCancellationRequested();
                var (isErased, failure) = await EraseAsync(one.Case, cancellation);
                var progress = new NightProgress(night, holder, Until) { Erased = isErased ? 1 : 0, Failure = failure };
                if (!await NoteAsync(progress, cancellation))
                    return false;
                (endedAt, last) = (one.EndedAt, one.Case);
            }

            if (some.Count < AtATime)
                return true;
        }
    }

    private async Task<(bool IsErased, string? Failure)> EraseAsync(long @case, CancellationToken cancellation)
    {
        if (CaseKey.TryNumberOf(@case) is not { } number)
            return (false, "no case's number");
        try
        {
            await erasure.TakeAwayAsync(number, By, "its term was over", cancellation);
            return (true, null);
        }
        catch (CaseNotErasableException)
        {
            // Somebody acts for it at this very moment.
            return (false, null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return (false, failure.GetType().Name);
        }
    }

    private static int IntOf(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;
}
