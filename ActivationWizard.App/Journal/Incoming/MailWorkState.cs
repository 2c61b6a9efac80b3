using ActivationWizard.App.Journal.Leases;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>What keeps mail from being taken in. The names are in the database.</summary>
public enum MailTrouble
{
    /// <summary>The mailbox gives no answer.</summary>
    NoAnswer,

    /// <summary>The folder in which requests come in is not there.</summary>
    NoFolder,

    /// <summary>Messages are read, and cannot be put where they belong: no room, or no right to.</summary>
    NotFiled,
}

/// <summary>How the taking in of mail fares.</summary>
/// <param name="Trouble">What is in its way; null for nothing.</param>
/// <param name="Silence">Why the mailbox gave no answer; null when it did.</param>
/// <param name="SucceededAt">When everything that was there was last handled; null for never.</param>
/// <param name="FailedAt">When something was last in its way; null for never.</param>
public sealed record MailWorkState(
    MailTrouble? Trouble, FailureReason? Silence, DateTimeOffset? SucceededAt, DateTimeOffset? FailedAt);

/// <summary>
/// Which process takes in mail: one at a time over all instances, and another when that one is gone. Two that think they do harm
/// nothing; they only do the same work twice.
/// </summary>
public sealed class MailWorkLease(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, LeaseTerm term, TimeProvider time)
{
    /// <summary>
    /// How long a process has it that does not say that it is there still: twice as long as a case, since nobody waits for it.
    /// </summary>
    public TimeSpan Length => term.Length * 2;

    private readonly string _holder = $"{Guid.NewGuid():N}";

    /// <summary>Takes it, or keeps it; false when another process has it.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancellation)
    {
        var taking = new Taking(_holder, time.GetUtcNow(), Length);
        try
        {
            await writer.WriteAsync(taking, cancellation);
        }
        catch (DbUpdateException)
        {
            // Another one made the row at this moment.
            return false;
        }

        return taking.IsHeld;
    }

    /// <summary>Gives it back, so that another process need not wait.</summary>
    public Task YieldAsync() => writer.WriteAsync(new Yielding(_holder), CancellationToken.None);

    /// <summary>Notes that everything that was there was handled, or what was in the way.</summary>
    public Task NoteAsync(MailTrouble? trouble, FailureReason? silence, CancellationToken cancellation) =>
        writer.WriteAsync(new Noting(_holder, trouble?.ToString(), silence?.ToString(), time.GetUtcNow().UtcTicks), cancellation);

    /// <summary>How it fares; null before the first time.</summary>
    public async Task<MailWorkState?> StateAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.MailWork.SingleOrDefaultAsync(cancellation) is not { } row)
            return null;
        return new MailWorkState(
            Enum.TryParse<MailTrouble>(row.Trouble, out var trouble) ? trouble : null,
            Enum.TryParse<FailureReason>(row.Silence, out var why) ? why : null,
            Moment(row.SucceededAt), Moment(row.FailedAt));
    }

    private static DateTimeOffset? Moment(long? ticks) => ticks is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    private sealed class Taking(string holder, DateTimeOffset now, TimeSpan length) : IJournalWrite
    {
        public string Subject => "mail work";

        public bool IsHeld { get; private set; }

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            // One that ends later than any clock but a wrong one can have put it is over too.
            var (at, until, latest) = (now.UtcTicks, (now + length).UtcTicks, (now + length + length).UtcTicks);
            IsHeld = await session.Context.MailWork
                .Where(row => row.Holder == holder || row.HeldUntil <= at || row.HeldUntil > latest)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Holder, holder).SetProperty(row => row.HeldUntil, until),
                    cancellation) is 1;
            if (IsHeld || await session.Context.MailWork.AnyAsync(cancellation))
                return;
            session.Context.Add(new MailWorkRow { Holder = holder, HeldUntil = until });
            IsHeld = true;
        }
    }

    private sealed class Yielding(string holder) : IJournalWrite
    {
        public string Subject => "mail work";

        public Task StageAsync(JournalSession session, CancellationToken cancellation) => session.Context.MailWork
            .Where(row => row.Holder == holder)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, 0), cancellation);
    }

    private sealed class Noting(string holder, string? trouble, string? silence, long at) : IJournalWrite
    {
        public string Subject => "mail work";

        public Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            var isWell = trouble is null;
            return session.Context.MailWork.Where(row => row.Holder == holder).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Trouble, trouble)
                    .SetProperty(row => row.Silence, silence)
                    .SetProperty(row => row.SucceededAt, row => isWell ? at : row.SucceededAt)
                    .SetProperty(row => row.FailedAt, row => isWell ? row.FailedAt : at),
                cancellation);
        }
    }
}
