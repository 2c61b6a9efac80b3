using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using Route = ActivationWizard.Domain.Rules.Route;

namespace ActivationWizard.App.Words;

/// <summary>A verdict and its proposal in words.</summary>
public static class VerdictWords
{
    /// <summary>What is proposed, with the recipient in full (G5).</summary>
    public static string Proposed(Proposal proposal)
    {
        var key = proposal is { Route: Route.Refusal, Email: null } ? "RouteRefusalWithoutEmail" : $"Route{proposal.Route}";
        var recipient = proposal.Email?.ToString() ?? string.Join(", ", proposal.Envelope.Skip(1));
        return VerdictsText.ResourceManager.Word(key).With(recipient);
    }

    /// <summary>The button that does it.</summary>
    public static string Button(Proposal proposal) => VerdictsText.ResourceManager.Word(
        proposal is { Route: Route.Refusal, Email: null } ? "ButtonRefusalWithoutEmail" : $"Button{proposal.Route}");

    /// <summary>Why, in a sentence or two.</summary>
    public static string Why(ActivationCase activation, Verdict verdict)
    {
        if (activation.RefusalReason is { } reason)
            return $"{VerdictsText.WhyByHand} {VerdictsText.WhyChosen.With(reason)}";
        return verdict.Row switch
        {
            Row.D02 => VerdictsText.WhyD02.With(HoldTitle(HoldReason.SourceUnavailable, verdict, activation.Facts)),
            Row.D03 when activation.Facts.Person.Value?.Doubt is PersonDoubt.WrittenDifferently => VerdictsText.WhyD03Nearly,
            Row.D04 when activation.Facts.Person.Value?.Doubt is PersonDoubt.AddressNotKnown =>
                VerdictsText.WhyD04AddressNotKnown.With(activation.Request.Address),
            Row.D04 when activation.Facts.Person.Value?.Doubt is PersonDoubt.NobodyOfThatName =>
                VerdictsText.WhyD04NobodyOfThatName.With(activation.Request.Address, activation.Request.Name),
            Row.D25 or Row.D26 => VerdictsText.ResourceManager.Word(
                $"WhyD25{activation.Facts.Email.Value?.Comparison ?? EmailComparison.NoneKnown}"),
            _ => VerdictsText.ResourceManager.Word($"Why{verdict.Row}"),
        };
    }

    /// <summary>The sentence of the instruction that the row rests on.</summary>
    public static string Quote(Section section) => section is Section.OurChoice
        ? VerdictsText.QuoteOurChoice
        : VerdictsText.Quote.With(SectionNumber(section), InstructionText.ResourceManager.Word($"Quote{section}"));

    /// <summary>The instruction's number of a section.</summary>
    public static string SectionNumber(Section section) => VerdictsText.ResourceManager.Word($"Section{section}");

    /// <summary>What is wrong.</summary>
    public static string HoldTitle(HoldReason reason, Verdict verdict, CaseFacts facts) =>
        reason is HoldReason.SourceUnavailable && verdict.Missing is { } fact
            ? HandWords.Title(fact, facts)
            : VerdictsText.ResourceManager.Word($"Hold{reason}");

    /// <summary>What is wrong, of a case that is over: which source was silent is in its replay.</summary>
    public static string HoldOf(HoldReason reason) => reason is HoldReason.SourceUnavailable
        ? VerdictsText.HoldSourceSilent : VerdictsText.ResourceManager.Word($"Hold{reason}");

    /// <summary>What to do about it.</summary>
    public static string HoldHelp(HoldReason reason, Verdict verdict, CaseFacts facts) => reason switch
    {
        HoldReason.SourceUnavailable when verdict.Missing is { } fact => HandWords.Help(fact, facts),
        HoldReason.VerifyAdministrator when facts.Administrator.Value?.PartyId is null =>
            VerdictsText.HoldVerifyAdministratorUnknownHelp,
        _ => VerdictsText.ResourceManager.Word($"Hold{reason}Help"),
    };

    /// <summary>What a rule is about.</summary>
    public static string Meaning(Row row) => VerdictsText.ResourceManager.Word($"Rule{row}");

    /// <summary>What a rule came to.</summary>
    public static string Result(RuleResult result) => VerdictsText.ResourceManager.Word($"RuleResult{result}");
}
