using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Inbox;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Events;

/// <summary>
/// Events, summary and what people are told of them in one transaction. Lost when the case is not at the version, with the head,
/// it is appended to: the primary key and the summary's own condition say so, and the database throws. A case is closed as a
/// double only while the other one is open.
/// </summary>
internal sealed class CaseAppending(
    CaseHead before, IReadOnlyList<EventRow> events, SummaryRow summary, CaseWords words, TenantClaim? claim, MasterKey master)
    : IJournalWrite
{
    public string Subject { get; } = $"case {summary.Case}";

    /// <summary>What the events change in people's inboxes.</summary>
    public InboxChanges Inbox { get; init; } = InboxChanges.None;

    /// <summary>The case that goes on in place of this one, which is closed as its double; null for none.</summary>
    public long? GoesOn { get; init; }

    /// <summary>The case that goes on was over by then; nothing was written.</summary>
    public bool IsOtherOver { get; private set; }

    /// <summary>The lease was not this case's any more; nothing was written.</summary>
    public bool IsFenced { get; private set; }

    /// <summary>The case was erased meanwhile; nothing was written.</summary>
    public bool IsErased { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        IsFenced = claim is not null && !await HoldsAsync(session.Context, claim, cancellation);
        IsErased = words.HasEnded && !await StandsAsync(session.Context, cancellation);
        IsOtherOver = GoesOn is { } other && !await IsOpenAsync(session.Context, other, cancellation);
        if (IsFenced || IsErased || IsOtherOver)
            return;
        await session.AppendAsync(before, events, summary, words, cancellation);
        await session.TellAsync(summary.Case, Inbox, summary.ChangedAt, cancellation);
    }

    // Only a case that has ended is erased. Whoever erases it at this moment comes before this or after it.
    private async Task<bool> StandsAsync(JournalContext context, CancellationToken cancellation) =>
        await context.Summaries.Where(row => row.Case == summary.Case && row.ErasedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), cancellation) is 1;

    // Whoever ends it at this moment comes before this or after it.
    private static async Task<bool> IsOpenAsync(JournalContext context, long other, CancellationToken cancellation) =>
        await context.Summaries.Where(row => row.Case == other && row.CompletedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), cancellation) is 1;

    // Written and not only read, so that the rows are locked: nobody takes the lease under any of its names between this look and
    // the commit.
    private async Task<bool> HoldsAsync(JournalContext context, TenantClaim lease, CancellationToken cancellation)
    {
        var holds = true;
        foreach (var name in master.PseudonymsOf(lease.Tenant))
        {
            holds &= await context.Leases
                .Where(row => row.Tenant == name && row.Case == summary.Case && row.FencingNumber == lease.FencingNumber)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.FencingNumber, lease.FencingNumber), cancellation) is 1;
        }

        return holds;
    }
}
