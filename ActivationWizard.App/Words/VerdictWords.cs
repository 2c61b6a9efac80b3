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

    /// <summary>
    /// Why, in a sentence or two: what a person chose, else what stopped it although a row had decided, else the row with the
    /// facts that it was about.
    /// </summary>
    public static string Why(ActivationCase activation, Verdict verdict)
    {
        var facts = activation.Facts;
        if (activation.RefusalReason is { } reason)
            return (activation.Request.Email is null ? VerdictsText.WhyByHandTold : VerdictsText.WhyByHand)
                + $" {VerdictsText.WhyChosen.With(reason)}";
        return (verdict.Row, Stopped(activation, verdict)) switch
        {
            (Row.D02, _) or (_, HoldReason.SourceUnavailable) when verdict.Missing is { } fact =>
                VerdictsText.WhyD02.With(StepWords.Of(fact)),
            (_, HoldReason.PreferenceNotPaper) => VerdictsText.WhyPreferenceNotPaper,
            (_, HoldReason.EmailNotSent) => VerdictsText.WhyEmailNotSent,
            (_, HoldReason.CustomerUnclear) => facts.Account.Value?.Customer is CustomerMatch.Several
                ? VerdictsText.WhyCustomerSeveral : VerdictsText.WhyCustomerNone,
            (not Row.D15, HoldReason.ContactConflict) => VerdictsText.WhyContactsKept,
            (Row.D03, _) when facts.Person.Value?.Doubt is PersonDoubt.WrittenDifferently => VerdictsText.WhyD03Nearly,
            (Row.D04, _) when facts.Person.Value?.Doubt is PersonDoubt.AddressNotKnown =>
                VerdictsText.WhyD04AddressNotKnown.With(activation.Request.Address),
            (Row.D04, _) when facts.Person.Value?.Doubt is PersonDoubt.NobodyOfThatName =>
                VerdictsText.WhyD04NobodyOfThatName.With(activation.Request.Address, activation.Request.Name),
            (Row.D13, _) when facts.Administrator.Value is { PartyId: null } => VerdictsText.WhyD13Unknown,
            (Row.D14, _) when IsPending(facts) => VerdictsText.WhyD14Pending,
            (Row.D23, _) when activation.Request.Kind is CodeKind.First => VerdictsText.WhyD23Treated,
            (Row.D25 or Row.D26, _) => WhyByLetter(facts.Email.Value),
            _ => VerdictsText.ResourceManager.Word($"Why{verdict.Row}"),
        };
    }

    /// <summary>The sentence of the instruction that it rests on.</summary>
    public static string Quote(ActivationCase activation, Verdict verdict) =>
        Quoted(activation, verdict) is { Section: var section, Key: var key }
            ? VerdictsText.Quote.With(
                VerdictsText.ResourceManager.Word($"Section{section}"), InstructionText.ResourceManager.Word(key))
            : VerdictsText.QuoteOurChoice;

    /// <summary>The number of the section that is quoted; null where the instruction is silent.</summary>
    public static string? SectionNumber(ActivationCase activation, Verdict verdict) =>
        Quoted(activation, verdict) is { Section: var section }
            ? VerdictsText.ResourceManager.Word($"Section{section}") : null;

    /// <summary>What is wrong.</summary>
    public static string HoldTitle(HoldReason reason, Verdict verdict, CaseFacts facts) => reason switch
    {
        HoldReason.SourceUnavailable when verdict.Missing is { } fact => HandWords.Title(fact, facts),
        HoldReason.VerifyAdministrator when facts.Administrator.Value is { PartyId: null } =>
            VerdictsText.HoldVerifyAdministratorUnknown,
        _ => VerdictsText.ResourceManager.Word($"Hold{reason}"),
    };

    /// <summary>What is wrong, of a case that is over: which source was silent is in its replay.</summary>
    public static string HoldOf(HoldReason reason) => reason is HoldReason.SourceUnavailable
        ? VerdictsText.HoldSourceSilent : VerdictsText.ResourceManager.Word($"Hold{reason}");

    /// <summary>What to do about it.</summary>
    public static string HoldHelp(HoldReason reason, Verdict verdict, CaseFacts facts) => reason switch
    {
        HoldReason.SourceUnavailable when verdict.Missing is { } fact => HandWords.Help(fact, facts),
        HoldReason.VerifyAdministrator when facts.Administrator.Value?.PartyId is null =>
            VerdictsText.HoldVerifyAdministratorUnknownHelp,
        HoldReason.ArrangementUnderAdministration when IsPending(facts) =>
            VerdictsText.HoldArrangementUnderAdministrationPendingHelp,
        HoldReason.CustomerUnclear when facts.Account.Value?.Customer is CustomerMatch.Several =>
            VerdictsText.HoldCustomerUnclearSeveralHelp,
        HoldReason.ContactConflict when verdict.Row is not Row.D15 => VerdictsText.HoldContactConflictKeptHelp,
        _ => VerdictsText.ResourceManager.Word($"Hold{reason}Help"),
    };

    /// <summary>What a rule is about.</summary>
    public static string Meaning(Row row) => VerdictsText.ResourceManager.Word($"Rule{row}");

    /// <summary>What a rule came to.</summary>
    public static string Result(RuleResult result) => VerdictsText.ResourceManager.Word($"RuleResult{result}");

    private static (Section Section, string Key)? Quoted(ActivationCase activation, Verdict verdict) => Quotations.Of(
        verdict, Stopped(activation, verdict), activation.Facts, activation.RefusalReason is not null);

    // A verdict that is a hold says so itself; one that sends can be stopped after it.
    private static HoldReason? Stopped(ActivationCase activation, Verdict verdict) =>
        (verdict.Ruling as Ruling.Hold)?.Reason ?? activation.Hold;

    private static bool IsPending(CaseFacts facts) => facts.Arrangement.Value?.Status is ArrangementStatus.Pending;

    private static string WhyByLetter(EmailFinding? email) => email switch
    {
        { Comparison: EmailComparison.Mismatch, IsBusiness: true } => VerdictsText.WhyD25MismatchBusiness,
        _ => VerdictsText.ResourceManager.Word($"WhyD25{email?.Comparison ?? EmailComparison.NoneKnown}"),
    };
}
