using System.Net;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Basics;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Tests.Domain;

/// <summary>docs/state-machine.md is the state machine: its states in their own words, and every edge.</summary>
public sealed partial class StateMachineDocumentTests
{
    private const string Path = "docs/state-machine.md";

    // Nearly every state leads to these: a drawing that shows how says nothing else.
    private static readonly ActivationState[] FromEverywhere = [Withdrawn, NeedsAttention, AwaitingManualStep];

    [Fact]
    public void States_EachInItsOwnSentence_AreThoseOfTheCode()
    {
        var sentences = Sentences();
        var rows = ActivationStates.All.Select(state => $"| `{state}` | {state.Step} | {WaitsFor(state)} | {sentences[state]} |");

        WrittenFile.Holds(
            Path, "states", "| state | step | waits for | meaning |\n| --- | --- | --- | --- |\n" + string.Join('\n', rows));
    }

    [Fact]
    public void WayAhead_BetweenStates_IsThatOfTheCode()
    {
        var ahead = string.Concat(ActivationFlow.Transitions
            .Where(edge => edge.Event != JournalNames.Of<RequestCorrected>())
            .Where(edge => edge.From != edge.To && !FromEverywhere.Contains(edge.From) && !FromEverywhere.Contains(edge.To))
            .Select(edge => (edge.From, edge.To)).Distinct().Order()
            .Select(edge => $"\n\t{edge.From} --> {edge.To}"));

        WrittenFile.Holds(Path, "ahead", $"```mermaid\nstateDiagram-v2\n\t[*] --> {Opened}{ahead}\n```");
    }

    [Fact]
    public void Diagram_WithEveryEvent_IsThatOfTheCode() =>
        WrittenFile.Holds(Path, "all", $"```mermaid\n{ActivationFlow.Mermaid().ReplaceLineEndings("\n").Trim()}\n```");

    private static string WaitsFor(ActivationState state) =>
        state.IsFinal ? "nothing" : state.WaitsForSystem ? "the wizard" : "a person";

    // The summaries are not in the assembly: they are read where they are written.
    private static Dictionary<ActivationState, string> Sentences()
    {
        var (_, source) = Product.Files("ActivationWizard.Domain", "ActivationFlow.cs").Single();
        return Members().Matches(source)
            .Where(member => Enum.IsDefined(typeof(ActivationState), member.Groups["name"].Value))
            .ToDictionary(
                member => Enum.Parse<ActivationState>(member.Groups["name"].Value),
                member => WebUtility.HtmlDecode(member.Groups["text"].Value));
    }

    [GeneratedRegex(@"/// <summary>(?<text>[^\n]*)</summary>\s+(?<name>\w+),")]
    private static partial Regex Members();
}
