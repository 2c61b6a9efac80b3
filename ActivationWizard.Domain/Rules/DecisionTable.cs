using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using static ActivationWizard.Domain.Facts.FactKind;
using Kind = ActivationWizard.Domain.Facts.CodeKind;
using Policy = ActivationWizard.Domain.Rules.ArrangementPolicy;
using Who = ActivationWizard.Domain.Facts.Requester;

namespace ActivationWizard.Domain.Rules;

/// <summary>
/// The instruction as ordered rules; the first that applies decides. The order is also the order in which sources are asked, so
/// that debts are never looked up for somebody who is not a tenant. The instruction has its exclusions (3) after the sending
/// steps (1, 2); here they come first, and 3 is applied to 4 as well.
/// </summary>
public sealed class DecisionTable
{
    private DecisionTable(string version, IReadOnlyList<Rule> rules)
    {
        Version = version;
        Rules = rules;
    }

    /// <summary>The rules in force.</summary>
    public static DecisionTable Current { get; } = new("1.0", Of2022());

    /// <summary>These rules under that version: for holding cases against rules of another time.</summary>
    public static DecisionTable Of(string version, IReadOnlyList<Rule> rules) => new(version, rules);

    /// <summary>Recorded with every verdict.</summary>
    public string Version { get; }

    /// <summary>
    /// The rules in their order. D02 is not among them: it is what any of them comes to when a fact is not known.
    /// </summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>
    /// Looks at the rules in order. The answer is a verdict, or the one fact that has to be asked before the table can go on.
    /// </summary>
    public TableAnswer Decide(TableFacts facts)
    {
        var trace = new List<RuleTrace>(Rules.Count);
        foreach (var rule in Rules)
        {
            var (result, fact) = Look(rule, facts);
            if (result is null)
                return new TableAnswer.AskFirst(fact!.Value);

            trace.Add(new RuleTrace(rule.Row, result.Value, fact, fact is { } kind ? facts[kind].Value?.ToString() : null));
            switch (result)
            {
                case RuleResult.Applies:
                    return Decided(rule.Row, rule.Section, rule.Ruling);
                case RuleResult.NotKnown:
                    return Decided(Row.D02, Section.OurChoice, Hold(HoldReason.SourceUnavailable), fact);
                case RuleResult.CustomerUnclear:
                    return Decided(rule.Row, Section.OurChoice, Hold(HoldReason.CustomerUnclear), fact);
            }
        }

        throw new InvalidOperationException("The last rule of the table has no conditions left to fail.");

        TableAnswer Decided(Row row, Section section, Ruling ruling, FactKind? missing = null) =>
            new TableAnswer.Decided(new Verdict(row, section, ruling, trace, Version, missing));
    }

    private static (RuleResult? Result, FactKind? Fact) Look(Rule rule, TableFacts facts)
    {
        FactKind? last = null;
        foreach (var condition in rule.When)
        {
            last = condition.Fact;
            var fact = facts[condition.Fact];
            if (fact.Status is FactStatus.NotAsked)
                return (null, last);
            if (fact.Status is FactStatus.Unknown)
                return (RuleResult.NotKnown, last);
            if (fact.Value is CustomerMatch)
                return (RuleResult.CustomerUnclear, last);
            if (!condition.Holds(fact.Value!))
                return (RuleResult.DoesNotApply, last);
        }

        return (RuleResult.Applies, last);
    }

    private static Rule[] Of2022()
    {
        var tenantAsks = new Condition(FactKind.Requester, Who.Tenant);
        var administratorAsks = new Condition(FactKind.Requester, Who.CourtAdministrator);
        var anyArrangement = new Condition(Arrangement, ArrangementStatus.Active, ArrangementStatus.Pending);
        var first = new Condition(FactKind.CodeKind, Kind.First);
        var emailMatches = new Condition(Email, EmailComparison.Match);

        return
        [
            new(Row.D01, Section.CourtAdministrator, Refuse(RefusalGround.NotAuthorised, neutral: true),
                new Condition(FactKind.Requester, Who.SomebodyElse)),
            new(Row.D03, Section.OurChoice, Hold(HoldReason.IdentifyPerson), new Condition(Person, PersonMatch.Several)),
            new(Row.D04, Section.Refusal, Refuse(RefusalGround.NotTenant, neutral: true),
                new Condition(Person, PersonMatch.NotFound)),
            new(Row.D05, Section.OurChoice, Hold(HoldReason.Deceased), new Condition(Person, PersonMatch.Deceased)),
            new(Row.D06, Section.Refusal, Refuse(RefusalGround.InstitutionCoResident),
                new Condition(Tenancy, TenancyStatus.InstitutionCoResident)),
            new(Row.D07, Section.Refusal, Refuse(RefusalGround.NotTenant), new Condition(Tenancy, TenancyStatus.NoneOrEnded)),
            new(Row.D08, Section.OurChoice, Hold(HoldReason.FutureTenancy), new Condition(Tenancy, TenancyStatus.Future)),
            new(Row.D09, Section.OurChoice, Hold(HoldReason.LegalEntityTenant),
                new Condition(Tenancy, TenancyStatus.LegalEntity)),
            new(Row.D10, Section.OurChoice, Hold(HoldReason.OtherProtection), new Condition(Protection, ProtectionStatus.Other)),
            new(Row.D11, Section.Refusal, Refuse(RefusalGround.UnderAdministration),
                tenantAsks, new Condition(Protection, ProtectionStatus.Bewind), new Condition(Account)),
            new(Row.D12, Section.OurChoice, Hold(HoldReason.AdministrationNotRegistered),
                administratorAsks, new Condition(Protection, ProtectionStatus.None)),
            new(Row.D13, Section.CourtAdministrator, Hold(HoldReason.VerifyAdministrator),
                administratorAsks, new Condition(Administrator, AdministratorStatus.NotVerified)),
            new(Row.D14, Section.OurChoice, Hold(HoldReason.ArrangementUnderAdministration),
                administratorAsks, new Condition(FactKind.ArrangementPolicy, Policy.Ask), anyArrangement),
            new(Row.D14, Section.OurChoice, Refuse(RefusalGround.PaymentArrangement, neutral: true),
                administratorAsks, new Condition(FactKind.ArrangementPolicy, Policy.Yes), anyArrangement),
            new(Row.D15, Section.CourtAdministrator, Hold(HoldReason.ContactConflict),
                administratorAsks, new Condition(Contacts, ContactsStatus.Conflict)),
            new(Row.D16, Section.CourtAdministrator, Send(Route.RecreateEmailAdministrator),
                administratorAsks, new Condition(Account, AccountStatus.Active)),
            new(Row.D17, Section.CourtAdministrator, Send(Route.EmailAdministrator), administratorAsks, new Condition(Account)),
            new(Row.D18, Section.Refusal, Refuse(RefusalGround.PaymentArrangement),
                new Condition(Arrangement, ArrangementStatus.Active)),
            new(Row.D19, Section.OurChoice, Hold(HoldReason.ArrangementPending),
                new Condition(Arrangement, ArrangementStatus.Pending)),
            new(Row.D20, Section.NewCode, Hold(HoldReason.BlockedReasonUnknown), new Condition(Account, AccountStatus.Blocked)),
            new(Row.D21, Section.OurChoice, new Ruling.AskTreatAsNewCode(), first, new Condition(Account, AccountStatus.Active)),
            new(Row.D22, Section.Email, Send(Route.EmailTenant), first, emailMatches),
            new(Row.D23, Section.NewCode, Send(Route.RecreateEmailTenant),
                new Condition(FactKind.CodeKind, Kind.New), emailMatches),
            new(Row.D24, Section.Post, Hold(HoldReason.AddressProblem), new Condition(Address, AddressStatus.Problem)),
            new(Row.D25, Section.Post, Send(Route.LetterTenant), first),
            new(Row.D26, Section.NewCode, Send(Route.RecreateLetterTenant)),
        ];
    }

    private static Ruling.Send Send(Route route) => new(route);

    private static Ruling.Hold Hold(HoldReason reason) => new(reason);

    private static Ruling.Refuse Refuse(RefusalGround ground, bool neutral = false) => new(ground, neutral);
}

/// <summary>What the table says. Closed.</summary>
public abstract record TableAnswer
{
    private TableAnswer()
    {
    }

    /// <summary>A rule decided.</summary>
    public sealed record Decided(Verdict Verdict) : TableAnswer;

    /// <summary>This fact has to be asked first.</summary>
    public sealed record AskFirst(FactKind Fact) : TableAnswer;
}
