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
    /// <summary>An outcome as the filter has it.</summary>
    public static string Of(ActivationState outcome) => CasesText.ResourceManager.Word($"Outcome{outcome}");

    /// <summary>How a case ended, with a sign: a code went out, or it did not.</summary>
    public static (MarkKind Mark, string Text) Outcome(CaseSummary summary) => summary switch
    {
        { State: ActivationState.Refused, Ground: { } ground } => (MarkKind.Difference, CasesText.OutcomeRefusedFor.With(StepWords.Of(ground))),
        { State: ActivationState.Refused } => (MarkKind.Difference, CasesText.OutcomeRefused),
        { State: ActivationState.Withdrawn } => (MarkKind.Waiting, CasesText.OutcomeWithdrawn),
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

    private static string Sent(ActivationState state, Route route)
    {
        var outcome = route.IsForAdministrator ? CasesText.OutcomeAdministrator : Of(state);
        return route.Recreates ? CasesText.OutcomeNew.With(outcome) : outcome;
    }
}
