using ActivationWizard.App.Journal.Secrets;
using ActivationWizard.App.Journal.Store;
using ActivationWizard.App.Journal.Writing;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>
/// One row per tenant, under a pseudonym, that stays: its number only grows, also over a release. A lease that a finished case
/// still has, because the process died before it could give it back, is free.
/// </summary>
public sealed class TenantLeases(IJournalWriter writer, MasterKey master, TimeProvider time) : ITenantLeases
{
    private const int MostRaces = 5;

    public async Task<LeaseOutcome> AcquireAsync(string tenant, CaseNumber number, CancellationToken cancellation)
    {
        for (var race = 1; ; race++)
        {
            var taking = new Taking(master.PseudonymOf(tenant), CaseKey.Of(number), time.GetUtcNow().UtcTicks);
            try
            {
                await writer.WriteAsync(taking, cancellation);
                return taking.Holder == CaseKey.Of(number)
                    ? new LeaseOutcome.Held(new TenantClaim(tenant, taking.FencingNumber))
                    : new LeaseOutcome.HeldBy(CaseKey.NumberOf(taking.Holder));
            }
            catch (DbUpdateException) when (race < MostRaces)
            {
                // Two made the tenant's first row at once; the next time it is there.
            }
        }
    }

    public Task ReleaseAsync(string tenant, CaseNumber number, CancellationToken cancellation) =>
        writer.WriteAsync(new Releasing(master.PseudonymOf(tenant), CaseKey.Of(number)), cancellation);

    private sealed class Taking(string tenant, long @case, long at) : IJournalWrite
    {
        public string Subject { get; } = $"tenant {tenant}";

        public long Holder { get; private set; }

        public long FencingNumber { get; private set; }

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            var context = session.Context;
            var lease = context.Leases.Where(row => row.Tenant == tenant);
            var taken = await lease
                .Where(row => row.Case == null || row.Case == @case
                    || context.Summaries.Any(holder => holder.Case == row.Case && holder.CompletedAt != null))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Case, @case)
                        .SetProperty(row => row.FencingNumber, row => row.FencingNumber + 1)
                        .SetProperty(row => row.TakenAt, at),
                    cancellation);
            if (taken is 0 && !await lease.AnyAsync(cancellation))
            {
                context.Add(new LeaseRow { Tenant = tenant, Case = @case, FencingNumber = 1, TakenAt = at });
                await context.SaveChangesAsync(cancellation);
            }

            // Released between the two statements: then it is for the next attempt, and until then nobody's case is named.
            var row = await lease.SingleAsync(cancellation);
            Holder = row.Case ?? throw new DbUpdateException("The lease was released meanwhile.");
            FencingNumber = row.FencingNumber;
        }
    }

    private sealed class Releasing(string tenant, long @case) : IJournalWrite
    {
        public string Subject { get; } = $"tenant {tenant}";

        public Task StageAsync(JournalSession session, CancellationToken cancellation) => session.Context.Leases
            .Where(row => row.Tenant == tenant && row.Case == @case)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Case, (long?)null), cancellation);
    }
}
