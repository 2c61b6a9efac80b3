using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Leases;

/// <summary>
/// Takes a tenant's lease for a case under all of the tenant's names, unless one stands in the way. Every row is locked before
/// any is looked at, in one order, so that of two at once one has it all.
/// </summary>
internal sealed class LeaseTaking(LeaseQuestion question, TimeSpan length) : IJournalWrite
{
    public string Subject { get; } = $"tenant {question.Tenant[0]}";

    /// <summary>The row that stood in the way; null when it is the case's, under <see cref="FencingNumber"/>.</summary>
    public LeaseRow? InTheWay { get; private set; }

    public long FencingNumber { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var context = session.Context;
        var rows = new List<LeaseRow>();
        foreach (var name in question.Tenant)
            rows.Add(await LockedAsync(context, name, cancellation));

        InTheWay = await question.InTheWayAsync(context, rows, cancellation);
        if (InTheWay is not null)
            return;

        // One number for all of them, higher than each had.
        FencingNumber = rows.Max(row => row.FencingNumber) + 1;
        var until = length == TimeSpan.Zero ? 0 : (question.Now + length).UtcTicks;
        await context.Leases.Where(row => question.Tenant.Contains(row.Tenant)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Case, question.Case)
                .SetProperty(row => row.FencingNumber, FencingNumber)
                .SetProperty(row => row.HeldUntil, until),
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
