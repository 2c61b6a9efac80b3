using ActivationWizard.App.Cases.Parts;
using ActivationWizard.App.Replay.Diagram;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;

namespace ActivationWizard.App.Replay;

/// <summary>One thing that an event changed.</summary>
public sealed record CaseChange(string What, string Was, string Is);

/// <summary>What an event changed about the case: was and is, in words.</summary>
public static class CaseChanges
{
    /// <summary>
    /// Every difference; none when the event only added to the timeline. Of the first event, before which there was no case, only
    /// where it began.
    /// </summary>
    public static IReadOnlyList<CaseChange> Of(ActivationCase? before, ActivationCase after) => before is null
        ? [new(PlayerText.State, FactsText.None, DiagramWords.Of(after.State))]
        : [.. Pairs(before, after)
            .Concat(Request(before, after)).Concat(Facts(before, after)).Concat(Effects(before, after))
            .Where(one => one.Was != one.Is)];

    private static IEnumerable<CaseChange> Pairs(ActivationCase before, ActivationCase after) =>
    [
        new(PlayerText.State, DiagramWords.Of(before.State), DiagramWords.Of(after.State)),
        new(PlayerText.Handler, before.Handler?.Name ?? FactsText.None, after.Handler?.Name ?? FactsText.None),
        new(PlayerText.Rule, before.Verdict?.Row.ToString() ?? FactsText.None, after.Verdict?.Row.ToString() ?? FactsText.None),
        new(PlayerText.Proposal, Proposed(before), Proposed(after)),
        new(PlayerText.Hold, Held(before), Held(after)),
        new(PlayerText.Trouble, Troubled(before), Troubled(after)),
        new(PlayerText.CodeSent, Sent(before), Sent(after)),
    ];

    private static IEnumerable<CaseChange> Request(ActivationCase before, ActivationCase after) =>
        CorrectionWords.Of(RequestValues.Of(before.Request), RequestValues.Of(after.Request))
            .Select(one => new CaseChange(one.What, one.Was, one.Now));

    // With what the sources said: another value can be judged the same.
    private static IEnumerable<CaseChange> Facts(ActivationCase before, ActivationCase after)
    {
        var were = FactRows.Of(before).ToDictionary(row => row.Fact, row => row.InWords);
        var are = FactRows.Of(after).ToDictionary(row => row.Fact, row => row.InWords);
        return were.Keys.Union(are.Keys).Select(fact => new CaseChange(
            StepWords.Of(fact), were.GetValueOrDefault(fact, FactsText.None), are.GetValueOrDefault(fact, FactsText.None)));
    }

    private static IEnumerable<CaseChange> Effects(
        ActivationCase before, ActivationCase after) => after.Effects.SelectMany(effect =>
    {
        var was = before.Effects.FirstOrDefault(one => one.Key.Equals(effect.Key));
        var name = StepWords.Of(effect.Effect);
        return new CaseChange[]
        {
            new(name, was is null ? FactsText.None : StepWords.Of(was.Status), StepWords.Of(effect.Status)),
            new(PlayerText.Attempts.With(name), $"{was?.Attempts ?? effect.Attempts}", $"{effect.Attempts}"),
        };
    });

    private static string Proposed(ActivationCase activation) =>
        Proposal.Of(activation) is { } proposal ? VerdictWords.Proposed(proposal).TrimEnd('.') : FactsText.None;

    private static string Held(
        ActivationCase activation) => activation is { State: ActivationState.OnHold, Hold: { } hold, Verdict: { } verdict }
        ? VerdictWords.HoldTitle(hold, verdict, activation.Facts)
        : FactsText.None;

    private static string Troubled(ActivationCase activation) =>
        activation.Trouble is null ? PlayerText.TroubleNo : PlayerText.TroubleYes;

    private static string Sent(ActivationCase activation) =>
        activation.CodeSentAt is null ? PlayerText.TroubleNo : PlayerText.TroubleYes;
}
