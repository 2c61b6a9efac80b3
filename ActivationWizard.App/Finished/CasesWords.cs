using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using Route = ActivationWizard.Domain.Rules.Route;

namespace ActivationWizard.App.Finished;

/// <summary>A finished case on its line of the list.</summary>
public static class CasesWords
{
    /// <summary>An ending as the filter has it.</summary>
    public static string Of(ActivationState ending) => CasesText.ResourceManager.Word($"Ending{ending}");

    /// <summary>How a case ended, with a sign: a code went out, or it did not.</summary>
    public static (MarkKind Mark, string Text) Ending(CaseSummary summary) => summary switch
    {
        { State: ActivationState.Refused, WasReturned: true, Ground: { } returned } =>
            (MarkKind.Problem, CasesText.EndingReturned.With(StepWords.Of(returned))),
        { State: ActivationState.Refused, Ground: { } ground } =>
            (MarkKind.Difference, CasesText.EndingRefusedFor.With(StepWords.Of(ground))),
        { State: ActivationState.Refused } => (MarkKind.Difference, CasesText.EndingRefused),
        { State: ActivationState.Withdrawn } => (MarkKind.Waiting, CasesText.EndingWithdrawn),
        { State: ActivationState.TriedOut } => (
            MarkKind.Waiting, summary.HasDeviation ? CasesText.EndingTriedOutDifferent : CasesText.EndingTriedOut),
        { Route: { } route } => (MarkKind.Ok, Sent(summary.State, route)),
        _ => (MarkKind.Ok, Of(summary.State)),
    };

    /// <summary>What was out of the ordinary: sign and word each; none for most cases.</summary>
    public static IEnumerable<(string Sign, string Word)> Special(CaseSummary summary, CommentCount? comments = null)
    {
        foreach (var system in Enum.GetValues<ForeignSystem>().Where(one => summary.Marks[one].Faults > 0))
            yield return ("✗", ViewsText.MarkFaults.With(StepWords.Of(system), summary.Marks[system].Faults));
        if (summary.Marks.NeededAttention)
            yield return ("!", ViewsText.MarkAttention);
        if (summary.HasManualStep)
            yield return ("■", CasesText.SpecialByHand);
        if (summary.HasDeviation)
            yield return ("▲", CasesText.SpecialDeviation);
        if (summary.WasSkipped)
            yield return ("↷", CasesText.SpecialSkipped);
        if (comments is { Open: > 0 } some)
            yield return ("✎", ViewsText.MarkCommentsOpen.With(some.Open));
        else if (comments is { All: > 0 } settled)
            yield return ("✎", ViewsText.MarkComments.With(settled.All));
    }

    /// <summary>How long something took; the sign for none where nobody counted.</summary>
    public static string Time(TimeSpan? time) => time is { } span ? DurationWords.Of(span) : FactsText.None;

    private static string Sent(ActivationState state, Route route)
    {
        var ending = route.IsForAdministrator ? CasesText.EndingAdministrator : Of(state);
        return route.Recreates ? CasesText.EndingNew.With(ending) : ending;
    }
}
