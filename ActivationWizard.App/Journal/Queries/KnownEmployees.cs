using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>
/// The employees that the journal knows: whoever has, or had, a case. A case can be given to them, so that the events of their
/// cases say who they are: the summaries only say where to look.
/// </summary>
public sealed class KnownEmployees(IDbContextFactory<JournalContext> contexts, CaseReading reading)
{
    private static readonly string Employee = Role.Employee.ToString();

    /// <summary>Each once.</summary>
    public async Task<IReadOnlyList<Actor>> AllAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.Reassign);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cases = await context.Summaries
            .Where(row => row.HandlerId != null && row.HandlerRole == Employee && row.ErasedAt == null)
            .GroupBy(row => row.HandlerId)
            .Select(rows => rows.Max(row => row.Case))
            .ToListAsync(cancellation);
        var known = new List<Actor>(cases.Count);
        foreach (var number in cases.Select(CaseKey.TryNumberOf).OfType<CaseNumber>())
        {
            if (await reading.ReadAsync(number, cancellation) is { Case.Handler: { Role: Role.Employee } handler })
                known.Add(handler);
        }

        return [.. known.DistinctBy(one => one.Id)];
    }
}
