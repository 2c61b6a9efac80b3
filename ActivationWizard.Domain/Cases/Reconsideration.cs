using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.Domain.Cases;

/// <summary>
/// A decision of then beside what rules of now make of the same facts. Pure: what was recorded goes in, and no source can be
/// reached. What was unknown then stays unknown; what was not asked then cannot be said now.
/// </summary>
/// <param name="Sequence">The event that recorded the decision.</param>
/// <param name="At">When that was.</param>
/// <param name="Then">The verdict as recorded.</param>
/// <param name="Now">The verdict of these rules; null when they need a fact that was not asked then.</param>
/// <param name="NotAsked">That fact.</param>
public sealed record Reconsideration(int Sequence, DateTimeOffset At, Verdict Then, Verdict? Now, Facts.FactKind? NotAsked)
{
    /// <summary>Another row, or the same row with another outcome; so is what cannot be said.</summary>
    public bool IsDifferent => Now is null || Now.Row != Then.Row || Now.Ruling != Then.Ruling;

    /// <summary>Every decision of the case, in order, held against these rules.</summary>
    public static IReadOnlyList<Reconsideration> Of(IEnumerable<RecordedEvent> entries, Judgement rules)
    {
        var decisions = new List<Reconsideration>();
        ActivationCase? before = null;
        foreach (var entry in entries)
        {
            if (before is not null && VerdictIn(entry.Event) is { } then && then != before.Verdict)
                decisions.Add(Of(entry, then, rules.On(before)));
            before = before?.After(entry) ?? ActivationCase.Open(entry);
        }

        return decisions;
    }

    /// <summary>The verdict that an event recorded; null for an event that is no decision of the table.</summary>
    public static Verdict? VerdictIn(CaseEvent happened) => happened switch
    {
        ProposalMade made => made.Verdict,
        QuestionRaised raised => raised.Verdict,
        SeveralPersonsFound several => several.Verdict,
        HoldPlaced held => held.Verdict,
        _ => null,
    };

    private static Reconsideration Of(RecordedEvent entry, Verdict then, TableAnswer now) => now switch
    {
        TableAnswer.Decided decided => new(entry.Sequence, entry.At, then, decided.Verdict, null),
        TableAnswer.AskFirst ask => new(entry.Sequence, entry.At, then, null, ask.Fact),
        _ => throw new InvalidOperationException("TableAnswer is closed."),
    };
}
