using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>Which open cases a work list shows.</summary>
public enum WorkListFilter
{
    All,

    /// <summary>Nobody has taken it, ever.</summary>
    New,

    /// <summary>The asker has it.</summary>
    Mine,

    /// <summary>Somebody has it, and nothing has to be settled first.</summary>
    InHand,

    /// <summary>
    /// Somebody has it, and it is on hold, several persons match, it is put aside, or the team lead was asked: something has to
    /// be settled first.
    /// </summary>
    OnHold,

    /// <summary>Given back to the list undone, and nobody has taken it since.</summary>
    Skipped,

    /// <summary><em>Controle nodig</em>: the asker's own, or everybody's for who settles them all.</summary>
    Attention,
}

/// <summary>What stands above the work list.</summary>
public sealed record WorkListCounts(int New, int Mine, int Waiting)
{
    /// <summary>The counts of these open cases for this person.</summary>
    public static WorkListCounts Of(IReadOnlyList<CaseSummary> open, Actor actor) => new(
        open.Count(one => WorkListFilter.New.Shows(one, actor)),
        open.Count(one => WorkListFilter.Mine.Shows(one, actor)),
        open.Count(one => WorkListFilter.OnHold.Shows(one, actor)));
}

/// <summary>What each filter lets through.</summary>
public static class WorkListFilters
{
    /// <summary>True when the list of this person has this open case in it.</summary>
    public static bool Shows(this WorkListFilter filter, CaseSummary open, Actor actor) => filter switch
    {
        WorkListFilter.New => open is { Handler: null, WasSkipped: false },
        WorkListFilter.Mine => open.Handler?.Id == actor.Id,
        WorkListFilter.InHand => open is
        { Handler: not null, Hold: null, IsParked: false, State: not ActivationState.NeedsAttention },
        WorkListFilter.OnHold => open is { Handler: not null } && (open.Hold is not null || open.IsParked),
        WorkListFilter.Skipped => open is { Handler: null, WasSkipped: true },
        WorkListFilter.Attention =>
            open.State is ActivationState.NeedsAttention && (open.Handler?.Id == actor.Id || !actor.May(Operation.HandleOwnCase)),
        _ => true,
    };
}
