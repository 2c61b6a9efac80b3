using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Finished;

/// <summary>What a list shows that nothing was asked of: for a team lead, what was special today.</summary>
public static class CasesToday
{
    /// <summary>The filter of the address, or of today.</summary>
    public static FinishedFilter Of(CasesQuery query, Actor actor, DateTimeOffset now) =>
        query.IsBare && actor.May(Operation.SeeAllFinishedCases)
            ? query.Filter with { IsSpecial = true, From = DutchCalendar.StartOf(DutchCalendar.DayOf(now)) }
            : query.Filter;
}
