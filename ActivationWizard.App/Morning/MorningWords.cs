using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Words;
using ActivationWizard.App.WorkList;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.App.Morning;

/// <summary>The team lead's first page in words.</summary>
public static class MorningWords
{
    /// <summary>The most cases of a list; the rest is where the list leads to.</summary>
    public const int MostShown = 5;

    /// <summary>What the work list calls the cases of a filter.</summary>
    public static string Of(WorkListFilter filter) => filter switch
    {
        WorkListFilter.Attention => NewsText.Attention,
        WorkListFilter.New => WorkText.ShowNew,
        WorkListFilter.Skipped => WorkText.ShowSkipped,
        WorkListFilter.InHand => WorkText.ShowInHand,
        WorkListFilter.OnHold => WorkText.ShowOnHold,
        _ => WorkText.ShowAll,
    };

    /// <summary>Who has the case.</summary>
    public static string HandlerOf(CaseSummary summary) =>
        summary.Handler is { } handler ? MorningText.Handler.With(handler.Name) : MorningText.HandlerNone;

    /// <summary>Who has to do something before a case that is on hold can go on.</summary>
    public static string TurnOf(CaseSummary held) => held switch
    {
        { Hold: HoldReason.ArrangementUnderAdministration } => MorningText.TurnTeamLead,
        { Handler: { } handler } => MorningText.TurnHandler.With(handler.Name),
        _ => MorningText.TurnNobody,
    };
}
