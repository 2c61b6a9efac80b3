using ActivationWizard.App.Journal.Store;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>Reads from the summaries when a code last went out for a tenant.</summary>
public sealed class CodeHistory(IDbContextFactory<JournalContext> contexts) : ICodeHistory
{
    public async Task<RecentCodeFinding> LastCodeSentAsync(string tenant, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var last = await context.Summaries
            .Where(row => row.PartyId == tenant && row.CodeSentAt != null)
            .OrderByDescending(row => row.CodeSentAt)
            .Select(row => new { row.CodeSentAt, row.Case })
            .FirstOrDefaultAsync(cancellation);
        return last is null
            ? new RecentCodeFinding(null, null)
            : new RecentCodeFinding(new DateTimeOffset(last.CodeSentAt!.Value, TimeSpan.Zero), CaseKey.NumberOf(last.Case));
    }
}
