using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Words;
using ActivationWizard.App.WorkList;
using ActivationWizard.Domain.Inbox;

namespace ActivationWizard.App.Inbox;

/// <summary>What is said of an item, and where it leads. Nothing of what is in its case.</summary>
public static class InboxWords
{
    /// <summary>What happened or is asked: <c>Tom Visser wil zaak 2026-00012 overnemen.</c></summary>
    public static string Sentence(InboxItem item) =>
        item.Parts.Count > 0 ? InboxText.Counted.With(Told(item), item.Count) : Told(item);

    /// <summary>
    /// The same as it is said when it comes: without the number of cases, which grows while a hand-over goes on, so that it is
    /// said once.
    /// </summary>
    public static string Told(InboxItem item) => InboxText.ResourceManager
        .Word(item.Parts.Count > 0 ? $"SaysOfMany{item.Kind}" : $"Says{item.Kind}").With(item.By.Name, item.Case, item.Count);

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
        { Parts.Count: > 0, Kind: InboxKind.HandedToYou } => WorkAddress.Of(WorkListFilter.Mine),
        { Case: null } => null,
        { Case: var number, Kind: InboxKind.MistakeReported or InboxKind.Remarked or InboxKind.Reviewed } =>
            Urls.ForReplay(number.ToString(), item.Sequence),
        { Case: var number } => Urls.ForCase(number),
    };
}
