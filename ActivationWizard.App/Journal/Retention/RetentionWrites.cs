using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Retention;

/// <summary>
/// Takes a night for one process, unless another has it. Whoever asks for it <em>again</em> takes it all the same, also when it
/// is finished: the other one may have been killed, and stops at its next case when it was not.
/// </summary>
internal sealed class NightTaking(int night, string holder, long now, long until, bool again) : IJournalWrite
{
    public string Subject => "retention";

    public bool IsTaken { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var row = session.Context.Retentions.Where(one => one.Night == night);
        IsTaken = await row.Where(one => again || (one.HeldUntil <= now && one.EndedAt == null)).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Holder, holder)
                .SetProperty(one => one.HeldUntil, until)
                .SetProperty(one => one.BegunAt, now)
                .SetProperty(one => one.EndedAt, (long?)null)
                .SetProperty(one => one.Failed, 0)
                .SetProperty(one => one.Failure, (string?)null),
            cancellation) is 1;
        if (IsTaken || await row.AnyAsync(cancellation))
            return;
        session.Context.Add(new RetentionRow { Night = night, Holder = holder, HeldUntil = until, BegunAt = now });
        IsTaken = true;
    }
}

/// <summary>Counts what was done, and keeps the night for its holder until another moment; zero lets it go.</summary>
internal sealed class NightProgress(int night, string holder, long until) : IJournalWrite
{
    public string Subject => "retention";

    /// <summary>Cases that were erased.</summary>
    public int Erased { get; init; }

    /// <summary>Access records that were removed.</summary>
    public long Accesses { get; init; }

    /// <summary>The kind of a failure; null when there was none.</summary>
    public string? Failure { get; init; }

    /// <summary>When the night was finished; null while it is not.</summary>
    public long? EndedAt { get; init; }

    /// <summary>False when the holder was taken for dead, and another goes on.</summary>
    public bool IsHeld { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var (erased, accesses, failure, endedAt, failed) = (Erased, Accesses, Failure, EndedAt, Failure is null ? 0 : 1);
        IsHeld = await session.Context.Retentions.Where(one => one.Night == night && one.Holder == holder).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.HeldUntil, until)
                .SetProperty(one => one.EndedAt, endedAt)
                .SetProperty(one => one.Erased, one => one.Erased + erased)
                .SetProperty(one => one.Accesses, one => one.Accesses + accesses)
                .SetProperty(one => one.Failed, one => one.Failed + failed)
                .SetProperty(one => one.Failure, one => failure ?? one.Failure),
            cancellation) is 1;
    }
}

/// <summary>Notes the night in which an installation first knows of terms: the first that counts is the next.</summary>
internal sealed class FirstNight(int night, long now) : IJournalWrite
{
    public string Subject => "retention";

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        if (!await session.Context.Retentions.AnyAsync(cancellation))
            session.Context.Add(new RetentionRow { Night = night, EndedAt = now });
    }
}
