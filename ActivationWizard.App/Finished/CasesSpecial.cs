using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.App.Finished;

/// <summary>What the list can be filtered by besides words, ending and period, as it stands in the address.</summary>
public static class CasesSpecial
{
    public const string Any = "iets";
    public const string Comment = "opmerking";

    /// <summary>The signs by their name in the address, in the order of the list.</summary>
    public static IReadOnlyDictionary<string, CaseSigns> Signs { get; } = new Dictionary<string, CaseSigns>
    {
        ["afgeweken"] = CaseSigns.Deviation,
        ["met-de-hand"] = CaseSigns.ByHand,
        ["overgeslagen"] = CaseSigns.Skipped,
        ["niet-bezorgd"] = CaseSigns.Returned,
        ["fout"] = CaseSigns.Fault,
        ["controle"] = CaseSigns.Attention,
        ["umbrella"] = CaseSigns.Umbrella,
        ["viewpoint"] = CaseSigns.Viewpoint,
        ["postex"] = CaseSigns.Postex,
        ["mailbox"] = CaseSigns.Mailbox,
    };

    /// <summary>The orders by their name in the address; the first is what a list has by itself.</summary>
    public static IReadOnlyDictionary<string, FinishedSort> Sorts { get; } = new Dictionary<string, FinishedSort>
    {
        ["nieuw"] = FinishedSort.Newest,
        ["oud"] = FinishedSort.Oldest,
        ["naam"] = FinishedSort.Name,
        ["lang"] = FinishedSort.Longest,
        ["nummer"] = FinishedSort.Number,
    };

    /// <summary>Every choice, with its words.</summary>
    public static IEnumerable<(string Value, string Text)> Choices =>
    [
        (Any, ViewsText.SpecialAny),
        .. Signs.Select(one => (one.Key, ViewsText.ResourceManager.Word($"Special{one.Value}"))),
        (Comment, ViewsText.SpecialComment),
    ];

    /// <summary>The name of a fault in a system.</summary>
    public static string NameOf(ForeignSystem system) => Signs.First(one => one.Value == MarksColumns.SignOf(system)).Key;

    /// <summary>True for what can be chosen.</summary>
    public static bool IsKnown(string value) => value is Any or Comment || Signs.ContainsKey(value);
}
