using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>The employees that the journal knows: whoever has, or had, a case.</summary>
public sealed class KnownEmployees(IDbContextFactory<JournalContext> contexts)
{
    private static readonly string Employee = Role.Employee.ToString();

    /// <summary>Each once.</summary>
    public async Task<IReadOnlyList<Actor>> AllAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.Reassign);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries
            .Where(row => row.HandlerId != null && row.HandlerName != null && row.HandlerRole == Employee)
            .Select(row => new { row.HandlerId, row.HandlerName })
            .Distinct()
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new Actor(row.HandlerId!, row.HandlerName!, Role.Employee)).DistinctBy(one => one.Id)];
    }
}
