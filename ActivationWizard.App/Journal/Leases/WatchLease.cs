using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Leases;

/// <summary>
/// The right of one instance to watch for all. It shows that it lives by a number that counts on; who sees the same number for
/// long enough, by the time that passes at itself, takes over. No clock is compared with another's: they may differ by minutes.
/// </summary>
public sealed class WatchLease(IDbContextFactory<JournalContext> contexts, IJournalWriter writer, TimeProvider time)
{
    private readonly string _me = $"{Guid.NewGuid():N}";
    private (string Holder, long Beat, long At)? _seen;

    /// <summary>
    /// Keeps it, or takes it over from who shows no life for <paramref name="patience"/>; true when this instance has it now.
    /// </summary>
    public async Task<bool> HoldAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var row = await ReadAsync(cancellation);
        if (row is not null && row.Holder.Length > 0 && row.Holder != _me && !IsGone(row, patience))
            return false;
        var taking = new Taking(row, _me);
        try
        {
            await writer.WriteAsync(taking, cancellation);
        }
        catch (DbUpdateException)
        {
            // Two made the first row at once.
            return false;
        }

        return taking.IsTaken;
    }

    /// <summary>Gives it back, so that another has it at once.</summary>
    public async Task LeaveAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } row && row.Holder == _me)
            await writer.WriteAsync(new Taking(row, ""), cancellation);
    }

    private async Task<WatchRow?> ReadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Watches.SingleOrDefaultAsync(cancellation);
    }

    private bool IsGone(WatchRow row, TimeSpan patience)
    {
        if (_seen is { } seen && seen.Holder == row.Holder && seen.Beat == row.Beat)
            return time.GetElapsedTime(seen.At) >= patience;
        _seen = (row.Holder, row.Beat, time.GetTimestamp());
        return false;
    }

    private sealed class Taking(WatchRow? before, string holder) : IJournalWrite
    {
        public string Subject => "watch";

        public bool IsTaken { get; private set; }

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            IsTaken = true;
            if (before is null)
            {
                session.Context.Add(new WatchRow { Holder = holder, Beat = 1 });
                return;
            }

            IsTaken = await session.Context.Watches.Where(row => row.Holder == before.Holder && row.Beat == before.Beat)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Holder, holder).SetProperty(row => row.Beat, row => row.Beat + 1),
                    cancellation) is 1;
        }
    }
}
