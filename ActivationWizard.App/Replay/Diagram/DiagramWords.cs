using System.Globalization;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Replay.Diagram;

/// <summary>
/// The names of states and events, short enough for a drawing. A state or an event without a name is a fault, which a test finds
/// for every one.
/// </summary>
public static class DiagramWords
{
    private const int LineLength = 12;

    /// <summary>What people call a state.</summary>
    public static string Of(ActivationState state) => DiagramText.ResourceManager.Word($"State{state}");

    /// <summary>What people call a kind of event, by its journal name.</summary>
    public static string Of(string journalName) => DiagramText.ResourceManager.Word($"Event{Key(journalName)}");

    /// <summary>Several kinds of events, each once.</summary>
    public static string Of(IEnumerable<string> journalNames) => string.Join(", ", journalNames.Distinct().Select(Of));

    /// <summary>The part of a resource's name that stands for a kind of event: <c>case-opened</c> is <c>CaseOpened</c>.</summary>
    public static string Key(string journalName) => string.Concat(
        journalName.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));

    /// <summary>The name in one line or two of about the same length.</summary>
    public static IReadOnlyList<string> LinesOf(ActivationState state) => LinesOf(Of(state));

    /// <summary>A text in one line or two of about the same length.</summary>
    public static IReadOnlyList<string> LinesOf(string name)
    {
        var breaks = Enumerable.Range(0, name.Length).Where(at => name[at] is ' ').ToList();
        if (name.Length <= LineLength || breaks.Count is 0)
            return [name];
        var middle = breaks.MinBy(at => Math.Max(at, name.Length - at - 1));
        return [name[..middle], name[(middle + 1)..]];
    }
}
