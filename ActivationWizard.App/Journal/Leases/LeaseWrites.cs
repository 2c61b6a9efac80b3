using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Leases;

/// <summary>
/// Takes a tenant's lease for a case under all of the tenant's names, unless another case has one of them or another process acts
/// for this case. Every row is locked before any is looked at, in one order, so that of two at once one has it all. A right that
/// ends <paramref name="over"/> is known to be over, whatever the clock says.
/// </summary>
internal sealed class LeaseTaking(
    IReadOnlyList<string> tenant, long @case, DateTimeOffset now, TimeSpan length, DateTimeOffset? over = null) : IJournalWrite
{
    public string Subject { get; } = $"tenant {tenant[0]}";

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
        var rows = new List<LeaseRow>();
        foreach (var name in tenant)
            rows.Add(await LockedAsync(context, name, cancellation));

        var standing = await StandingAsync(context, rows, cancellation);
        IsTaken = standing is null;
        (Holder, HeldUntil) = standing is null
            ? (@case, length == TimeSpan.Zero ? default : now + length)
            : (standing.Case!.Value, new DateTimeOffset(standing.HeldUntil, TimeSpan.Zero));
        if (standing is not null)
            return;

        // One number for all of them, higher than each had.
        FencingNumber = rows.Max(row => row.FencingNumber) + 1;
        await context.Leases.Where(row => tenant.Contains(row.Tenant)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Case, @case)
                .SetProperty(row => row.FencingNumber, FencingNumber)
                .SetProperty(row => row.HeldUntil, HeldUntil == default ? 0 : HeldUntil.UtcTicks),
            cancellation);
    }

    // Written and not only read, so that the row is this transaction's until the commit.
    private static async Task<LeaseRow> LockedAsync(JournalContext context, string name, CancellationToken cancellation)
    {
        var lease = context.Leases.Where(row => row.Tenant == name);
        if (await lease.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.FencingNumber, row => row.FencingNumber), cancellation) is 1)
            return await lease.SingleAsync(cancellation);

        var made = new LeaseRow { Tenant = name };
        context.Add(made);
        await context.SaveChangesAsync(cancellation);
        return made;
    }

    // The row that stands in the way: another case's, before one of this very case that is under way elsewhere.
    private async Task<LeaseRow?> StandingAsync(JournalContext context, List<LeaseRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows.Where(row => row.Case is not null && row.Case != @case))
        {
            if (!await context.Summaries.AnyAsync(holder => holder.Case == row.Case && holder.CompletedAt != null, cancellation))
                return row;
        }

        return rows.Find(row => row.Case == @case && row.HeldUntil > now.UtcTicks && row.HeldUntil != over?.UtcTicks);
    }
}

/// <summary>Lets the holder of a number act until another moment; zero ends it.</summary>
internal sealed class LeaseProlonging(IReadOnlyList<string> tenant, long fencingNumber, long until) : IJournalWrite
{
    public string Subject { get; } = $"tenant {tenant[0]}";

    /// <summary>The number is still the last one that was given out, under every name.</summary>
    public bool IsStillHeld { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        IsStillHeld = true;
        foreach (var name in tenant)
        {
            IsStillHeld &= await session.Context.Leases
                .Where(row => row.Tenant == name && row.FencingNumber == fencingNumber && row.Case != null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, until), cancellation) is 1;
        }
    }
}

/// <summary>Gives a lease back; nothing under a name that another case has.</summary>
internal sealed class LeaseReleasing(IReadOnlyList<string> tenant, long @case) : IJournalWrite
{
    public string Subject { get; } = $"tenant {tenant[0]}";

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        foreach (var name in tenant)
        {
            await session.Context.Leases
                .Where(row => row.Tenant == name && row.Case == @case)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Case, (long?)null).SetProperty(row => row.HeldUntil, 0), cancellation);
        }
    }
}
