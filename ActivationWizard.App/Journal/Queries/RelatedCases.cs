using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>Another request of the same tenant, or an open one at the same address.</summary>
/// <param name="Summary">As lists have it.</param>
/// <param name="DoubleOf">The case that goes on in its place, for one that was closed as a double.</param>
public sealed record RelatedCase(CaseSummary Summary, CaseNumber? DoubleOf)
{
    /// <summary>It is known to be of another tenant at the address: neither is a double of the other.</summary>
    public bool IsAnothers { get; init; }
}

/// <summary>
/// What else a tenant asked. Open requests are found by tenant and by address, since one that was not looked up yet knows no
/// tenant; those that are over by the tenant alone: a neighbour's are nobody's business.
/// </summary>
public sealed class RelatedCases(
    IDbContextFactory<JournalContext> contexts, CasePseudonyms pseudonyms, ICaseJournal journal)
{
    /// <summary>The most cases that are given.</summary>
    public const int Most = 20;

    /// <summary>The others, open ones first, of those the latest first. Throws for who may see no case.</summary>
    public async Task<IReadOnlyList<RelatedCase>> OfAsync(
        ActivationCase activation, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeCase);
        var keys = TenantKeys.Of(activation.Facts, activation.Request);
        // As an earlier version wrote them as well, until the night takes those away.
        string[] there = Kept([.. keys?.All ?? [], TenantKeys.At(activation.Request.Address)]);
        string[] own = keys is null ? [] : Kept([keys.Own]);
        var hasId = activation.Facts.Person.Value?.Party?.Id is { Length: > 0 };
        var number = CaseKey.Of(activation.Number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var others = context.Summaries.Where(row => row.Case != number && row.ErasedAt == null);
        var open = await others
            .Where(row => row.CompletedAt == null && (there.Contains(row.PartyId) || there.Contains(row.Household)))
            .OrderByDescending(row => row.ReceivedAt)
            .ThenByDescending(row => row.Case)
            .Take(Most)
            .ToListAsync(cancellation);
        var over = await others
            .Where(row => row.CompletedAt != null && own.Contains(row.PartyId))
            .OrderByDescending(row => row.ReceivedAt)
            .ThenByDescending(row => row.Case)
            .Take(Most)
            .ToListAsync(cancellation);
        var related = new List<RelatedCase>();
        foreach (var summary in open.Concat(over).Select(SummaryColumns.Read).OfType<CaseSummary>().Take(Most))
            related.Add(new RelatedCase(summary, await DoubleOfAsync(summary, cancellation))
            {
                IsAnothers = hasId && summary.PartyId is { } party && !own.Contains(party) && party != summary.Household,
            });
        return related;
    }

    // Only a closed one can be a double, and there are few of those.
    private async Task<CaseNumber?> DoubleOfAsync(CaseSummary summary, CancellationToken cancellation) =>
        summary.State is ActivationState.Withdrawn
            ? (await journal.LoadAsync(summary.Number, cancellation))?.DoubleOf
            : null;

    private string[] Kept(IReadOnlyList<string> names) => [.. names.Select(pseudonyms.OfTenant).Concat(names).Distinct()];
}
