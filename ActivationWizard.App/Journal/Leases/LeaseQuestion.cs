using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Leases;

/// <summary>
/// May this case have the lease of a tenant now? Not while another open case has one of the tenant's names, or another process
/// acts for this case.
/// </summary>
/// <param name="Tenant">The tenant's names, under pseudonyms, in the order in which they are locked.</param>
/// <param name="Case">The case that asks.</param>
/// <param name="Now">By the clock of who asks.</param>
/// <param name="Over">A right that ends then is known to be over, whatever the clock says.</param>
internal sealed record LeaseQuestion(IReadOnlyList<string> Tenant, long Case, DateTimeOffset Now, DateTimeOffset? Over)
{
    /// <summary>
    /// The row that stands in the way, of those of the tenant: another case's, before one of this very case that is under way
    /// elsewhere; null when none does.
    /// </summary>
    public async Task<LeaseRow?> InTheWayAsync(
        JournalContext context, IReadOnlyList<LeaseRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows.Where(row => row.Case is not null && row.Case != Case))
        {
            if (!await context.Summaries.AnyAsync(holder => holder.Case == row.Case && holder.CompletedAt != null, cancellation))
                return row;
        }

        return rows.FirstOrDefault(
            row => row.Case == Case && row.HeldUntil > Now.UtcTicks && row.HeldUntil != Over?.UtcTicks);
    }

    /// <summary>The same, as the rows are on disk now: nothing is locked.</summary>
    public async Task<LeaseRow?> InTheWayAsync(JournalContext context, CancellationToken cancellation) =>
        await InTheWayAsync(
            context, await context.Leases.Where(row => Tenant.Contains(row.Tenant)).ToListAsync(cancellation), cancellation);
}
