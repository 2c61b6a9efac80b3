using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>
/// Reads from the summaries when a code last went out for a tenant: one of the two cases goes by a name that the other has as
/// well. Two that are known by id go by the id alone: a code for somebody else in the house is no reason to ask.
/// </summary>
public sealed class CodeHistory(IDbContextFactory<JournalContext> contexts, CasePseudonyms pseudonyms) : ICodeHistory
{
    public async Task<RecentCodeFinding> LastCodeSentAsync(TenantKeys tenant, CancellationToken cancellation)
    {
        // As an earlier version wrote them as well, until the night takes those away.
        string[] names = [.. tenant.All.Select(pseudonyms.OfTenant), .. tenant.All];
        string[] own = [pseudonyms.OfTenant(tenant.Own), tenant.Own];
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var last = await context.Summaries
            .Where(row => row.CodeSentAt != null && (names.Contains(row.PartyId) || own.Contains(row.Household)))
            .OrderByDescending(row => row.CodeSentAt)
            .Select(row => new { row.CodeSentAt, row.Case })
            .FirstOrDefaultAsync(cancellation);
        return last is null
            ? new RecentCodeFinding(null, null)
            : new RecentCodeFinding(new DateTimeOffset(last.CodeSentAt!.Value, TimeSpan.Zero), CaseKey.NumberOf(last.Case));
    }
}
