using ActivationWizard.App.Controls;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Inbox;

namespace ActivationWizard.App.Inbox;

/// <summary>What is said of an item, and where it leads. Nothing of what is in its case.</summary>
public static class InboxWords
{
    /// <summary>What happened or is asked: <c>Tom Visser wil zaak 2026-00012 overnemen.</c></summary>
    public static string Sentence(InboxItem item) =>
        InboxText.ResourceManager.Word($"Says{item.Kind}").With(item.By.Name, item.Case, item.Count);

    /// <summary>Its sign.</summary>
    public static MarkKind LookOf(InboxKind kind) => kind switch
    {
        InboxKind.Stuck or InboxKind.StuckForTeamLead or InboxKind.Returned or InboxKind.MistakeReported => MarkKind.Problem,
        InboxKind.TakeOverAsked or InboxKind.AwaitsTeamLead or InboxKind.QuestionForTeamLead => MarkKind.Unknown,
        InboxKind.Decided or InboxKind.CaseKept or InboxKind.QuestionAnswered => MarkKind.Ok,
        _ => MarkKind.Waiting,
    };

    /// <summary>The page to look at; null where there is none. Whether it opens is for that page to say.</summary>
    public static string? AddressOf(InboxItem item) => item switch
    {
        { Case: null } => null,
        { Case: var number, Kind: InboxKind.MistakeReported or InboxKind.Remarked or InboxKind.Reviewed } =>
            Urls.ForReplay(number.ToString(), item.Sequence),
        { Case: var number } => Urls.ForCase(number),
    };
}
