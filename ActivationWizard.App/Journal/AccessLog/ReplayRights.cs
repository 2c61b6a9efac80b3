using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.AccessLog;

/// <summary>Which cases somebody may replay.</summary>
internal static class ReplayRights
{
    /// <summary>
    /// All of them, or those this person handled. Throws <see cref="UnauthorizedAccessException"/> for a role that replays none.
    /// </summary>
    public static IQueryable<SummaryRow> Own(IQueryable<SummaryRow> cases, Actor actor)
    {
        if (actor.May(Operation.SeeAllFinishedCases))
            return cases;
        actor.Demand(Operation.ReplayOwnCase);
        return cases.Where(row => row.HandlerId == actor.Id);
    }
}
