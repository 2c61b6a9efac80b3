using ActivationWizard.App.Journal.Store;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Writing;

/// <summary>
/// Takes a tenant's lease for a case, unless another case has it or another process acts for this one. A conditional update
/// decides, so that of two at once one has it. A right that ends <paramref name="over"/> is known to be over, whatever the clock says.
/// </summary>
internal sealed class LeaseTaking(
    string tenant, long @case, DateTimeOffset now, TimeSpan length, DateTimeOffset? over = null) : IJournalWrite
{
    public string Subject { get; } = $"tenant {tenant}";

    /// <summary>It is the case's, under <see cref="FencingNumber"/>.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>The case that has it.</summary>
    public long Holder { get; private set; }

    public long FencingNumber { get; private set; }

    /// <summary>Until when a process acts for the case that has it, at least.</summary>
    public DateTimeOffset HeldUntil { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var context = session.Context;
        var (at, until) = (now.UtcTicks, length == TimeSpan.Zero ? 0 : (now + length).UtcTicks);
        var ended = over?.UtcTicks ?? at;
        var lease = context.Leases.Where(row => row.Tenant == tenant);
        IsTaken = await lease
            .Where(row => row.Case == null || (row.Case == @case && (row.HeldUntil <= at || row.HeldUntil == ended))
                || context.Summaries.Any(holder => holder.Case == row.Case && holder.CompletedAt != null))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Case, @case)
                    .SetProperty(row => row.FencingNumber, row => row.FencingNumber + 1)
                    .SetProperty(row => row.HeldUntil, until),
                cancellation) is 1;
        if (!IsTaken && !await lease.AnyAsync(cancellation))
        {
            context.Add(new LeaseRow { Tenant = tenant, Case = @case, FencingNumber = 1, HeldUntil = until });
            await context.SaveChangesAsync(cancellation);
            IsTaken = true;
        }

        // Released between the two statements: then it is for the next attempt, and until then nobody's case is named.
        var row = await lease.SingleAsync(cancellation);
        Holder = row.Case ?? throw new DbUpdateException("The lease was released meanwhile.");
        (FencingNumber, HeldUntil) = (row.FencingNumber, new DateTimeOffset(row.HeldUntil, TimeSpan.Zero));
    }
}

/// <summary>Lets the holder of a number act until another moment; zero ends it.</summary>
internal sealed class LeaseProlonging(string tenant, long fencingNumber, long until) : IJournalWrite
{
    public string Subject { get; } = $"tenant {tenant}";

    /// <summary>The number is still the last one that was given out.</summary>
    public bool IsStillHeld { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation) => IsStillHeld = await session.Context.Leases
        .Where(row => row.Tenant == tenant && row.FencingNumber == fencingNumber && row.Case != null)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, until), cancellation) is 1;
}

/// <summary>Gives a lease back; nothing when another case has it.</summary>
internal sealed class LeaseReleasing(string tenant, long @case) : IJournalWrite
{
    public string Subject { get; } = $"tenant {tenant}";

    public Task StageAsync(JournalSession session, CancellationToken cancellation) => session.Context.Leases
        .Where(row => row.Tenant == tenant && row.Case == @case)
        .ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Case, (long?)null).SetProperty(row => row.HeldUntil, 0), cancellation);
}
