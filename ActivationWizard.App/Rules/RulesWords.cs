using ActivationWizard.App.Words;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.App.Rules;

/// <summary>What a verdict comes to, on one line.</summary>
public static class RulesWords
{
    /// <summary>Row and outcome; what cannot be said is said so.</summary>
    public static string Of(Verdict? verdict, FactKind? notAsked = null) => verdict?.Ruling switch
    {
        Ruling.Send send => $"{verdict.Row}. {RulesText.OutcomeSend.With(RulesText.ResourceManager.Word($"Route{send.Route}"))}",
        Ruling.Refuse refuse => $"{verdict.Row}. {RulesText.OutcomeRefuse.With(StepWords.Of(refuse.Ground))}",
        Ruling.Hold hold => $"{verdict.Row}. "
            + RulesText.OutcomeHold.With(VerdictWords.HoldTitle(hold.Reason, verdict, CaseFacts.None).TrimEnd('.')),
        Ruling.AskTreatAsNewCode => $"{verdict.Row}. {RulesText.OutcomeAsk}",
        _ => notAsked is { } fact ? RulesText.CannotSayWhy.With(StepWords.Of(fact)) : RulesText.CannotSay,
    };
}
