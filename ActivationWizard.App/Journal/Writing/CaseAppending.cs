using ActivationWizard.App.Journal.Store;
using ActivationWizard.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Writing;

/// <summary>
/// Events and summary in one transaction. Lost when the case is not at the version, with the head, it is appended to: the
/// primary key and the summary's own condition say so, and the database throws.
/// </summary>
internal sealed class CaseAppending(
    CaseHead before, IReadOnlyList<EventRow> events, SummaryRow summary, TenantClaim? claim, Func<string, string> pseudonym)
    : IJournalWrite
{
    public string Subject { get; } = $"case {summary.Case}";

    /// <summary>The lease was not this case's any more; nothing was written.</summary>
    public bool IsFenced { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        IsFenced = claim is not null && !await HoldsAsync(session.Context, claim, cancellation);
        if (!IsFenced)
            await session.AppendAsync(before, events, summary, cancellation);
    }

    // Written and not only read, so that the row is locked: nobody takes the lease between this look and the commit.
    private async Task<bool> HoldsAsync(JournalContext context, TenantClaim lease, CancellationToken cancellation)
    {
        var tenant = pseudonym(lease.Tenant);
        return await context.Leases
            .Where(row => row.Tenant == tenant && row.Case == summary.Case && row.FencingNumber == lease.FencingNumber)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.FencingNumber, lease.FencingNumber), cancellation) is 1;
    }
}
