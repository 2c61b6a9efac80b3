using System.Collections.Immutable;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Run;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Rules;

/// <summary>The table over everything it can meet.</summary>
public sealed class DecisionTableTests
{
    private static readonly Combination Sent = new(
        Requester.Tenant, CodeKind.First, PersonMatch.Found, TenancyStatus.Active, ProtectionStatus.None,
        AdministratorStatus.Verified,
        ContactsStatus.Ok, ArrangementPolicy.Ask, ArrangementStatus.None, AccountStatus.None, EmailComparison.Mismatch,
        AddressStatus.Deliverable);

    private static readonly Combination ForAdministrator = Sent with
    {
        Requester = Requester.CourtAdministrator,
        Protection = ProtectionStatus.Bewind,
    };

    [Fact]
    [Lengthy("one combination in seventy-one")]
    public void Decide_EveryCombination_AgreesWithTheOracleAndNoRowIsDead() => Assert.Equal(777_600, Compare(oneIn: 1));

    // A prime, so that no value of any fact keeps in step with it.
    [Fact]
    [Brief]
    public void Decide_OneCombinationInSeventyOne_AgreesWithTheOracleAndNoRowIsDead() =>
        Assert.Equal(10_953, Compare(oneIn: 71));

    private static int Compare(int oneIn)
    {
        var rows = new HashSet<Row>();
        var count = 0;
        foreach (var combination in Combination.All.Where((_, index) => index % oneIn is 0))
        {
            var verdict = Decided(combination.Known);
            if (
                Oracle.Decide(combination) != (
                    verdict.Row, verdict.Ruling) || verdict.Trace[^1] is not { Result: RuleResult.Applies })
                Assert.Fail($"{combination}: {verdict.Row} {verdict.Ruling}");
            rows.Add(verdict.Row);
            count++;
        }

        Assert.Equal(Enum.GetValues<Row>().Except([Row.D02]), rows.Order());
        return count;
    }

    [Fact]
    [Lengthy("the oracle, which keeps them")]
    public void Decide_EveryCombination_KeepsTheSevenPromises()
    {
        foreach (var c in Combination.All)
        {
            if (Decided(c.Known).Ruling is not Ruling.Send { Route: var route })
                continue;

            var isLetter = route is Route.LetterTenant or Route.RecreateLetterTenant;
            var isMailToTenant = route is Route.EmailTenant or Route.RecreateEmailTenant;
            var toTenant = isLetter || isMailToTenant;
            Assert.True(c is { Person: PersonMatch.Found, Tenancy: TenancyStatus.Active }, "no code without an active tenancy");
            Assert.False(toTenant && c.Protection is not ProtectionStatus.None, "a code to a tenant under protection");
            Assert.False(isLetter && c.Protection is ProtectionStatus.Bewind, "a letter under bewind");
            Assert.False(isMailToTenant && c.Email is not EmailComparison.Match, "an e-mail to a tenant without a match");
            Assert.False(
                c.Requester is Requester.CourtAdministrator && c.Verified is not AdministratorStatus.Verified,
                "an unverified administrator");
            Assert.False(toTenant && c.Arrangement is not ArrangementStatus.None, "a code to a tenant with an arrangement");
            Assert.False(toTenant && c.Account is AccountStatus.Blocked, "unblocking by the back door");
            Assert.True(toTenant == (c.Requester is Requester.Tenant));
        }
    }

    [Theory]
    [InlineData(FactKind.Person)]
    [InlineData(FactKind.Tenancy)]
    [InlineData(FactKind.Protection)]
    [InlineData(FactKind.Arrangement)]
    [InlineData(FactKind.Account)]
    [InlineData(FactKind.Email)]
    [InlineData(FactKind.Address)]
    public void Decide_TenantsFactUnknown_IsD02AtTheRowThatNeedsIt(FactKind kind) => AssertD02(Sent, kind);

    [Theory]
    [InlineData(FactKind.Person)]
    [InlineData(FactKind.Tenancy)]
    [InlineData(FactKind.Protection)]
    [InlineData(FactKind.Administrator)]
    [InlineData(FactKind.Arrangement)]
    [InlineData(FactKind.Contacts)]
    [InlineData(FactKind.Account)]
    public void Decide_AdministratorsFactUnknown_IsD02AtTheRowThatNeedsIt(FactKind kind) => AssertD02(ForAdministrator, kind);

    [Fact]
    public void Decide_UnknownFactThatNoRowNeeds_DoesNotMatter()
    {
        var facts = With(ForAdministrator, FactKind.Email, new TableFact(FactStatus.Unknown, null));

        Assert.Equal(Row.D17, Decided(facts).Row);
    }

    [Theory]
    [InlineData(CustomerMatch.None)]
    [InlineData(CustomerMatch.Several)]
    public void Decide_NoOneCustomer_HoldsAtTheFirstRowThatNeedsTheAccount(CustomerMatch customer)
    {
        foreach (var (who, row) in new[]
        {
            (Sent, Row.D20), (ForAdministrator, Row.D16), (Sent with { Protection = ProtectionStatus.Bewind }, Row.D11),
        })
        {
            var verdict = Decided(With(who, FactKind.Account, TableFact.Known(customer)));

            Assert.Equal((row, new Ruling.Hold(HoldReason.CustomerUnclear)), (verdict.Row, verdict.Ruling));
            Assert.Equal(RuleResult.CustomerUnclear, verdict.Trace[^1].Result);
        }
    }

    [Fact]
    public void Decide_AsksInTheOrderOfTheSources()
    {
        Assert.Equal(
            [
                FactKind.Person, FactKind.Tenancy, FactKind.Protection, FactKind.Arrangement, FactKind.Account, FactKind.Email,
                FactKind.Address],
            Asked(Sent));
        Assert.Equal(
            [
                FactKind.Person, FactKind.Tenancy, FactKind.Protection, FactKind.Administrator, FactKind.Arrangement,
                FactKind.Contacts, FactKind.Account],
            Asked(ForAdministrator));
        Assert.Empty(Asked(Sent with { Requester = Requester.SomebodyElse }));
    }

    [Fact]
    public void Decide_NeverAsksForDebtsOfSomebodyWhoIsNoTenant()
    {
        foreach (var tenancy in Enum.GetValues<TenancyStatus>().Where(one => one is not TenancyStatus.Active))
            Assert.Equal([FactKind.Person, FactKind.Tenancy], Asked(Sent with { Tenancy = tenancy }));
        foreach (var person in Enum.GetValues<PersonMatch>().Where(one => one is not PersonMatch.Found))
            Assert.Equal([FactKind.Person], Asked(Sent with { Person = person }));
    }

    [Fact]
    public void Verdict_NamesRowSectionEveryRuleAndTheVersion()
    {
        var verdict = Decided((Sent with { Arrangement = ArrangementStatus.Active }).Known);

        Assert.Equal((Row.D18, Section.Refusal, "1.0"), (verdict.Row, verdict.Section, verdict.RulesVersion));
        Assert.Equal(
            DecisionTable.Current.Rules.Select(rule => rule.Row).TakeWhile(row => row <= Row.D18),
            verdict.Trace.Select(rule => rule.Row));
        Assert.All(verdict.Trace.SkipLast(1), rule => Assert.Equal(RuleResult.DoesNotApply, rule.Result));
        Assert.Equal(new RuleTrace(Row.D18, RuleResult.Applies, FactKind.Arrangement, "Active"), verdict.Trace[^1]);
    }

    [Fact]
    public void Rules_StandInTheOrderOfTheirRows() =>
        Assert.Equal(
            DecisionTable.Current.Rules.Select(rule => rule.Row).Order(), DecisionTable.Current.Rules.Select(rule => rule.Row));

    private static void AssertD02(Combination combination, FactKind kind)
    {
        var verdict = Decided(With(combination, kind, new TableFact(FactStatus.Unknown, null)));

        Assert.Equal(
            (Row.D02, new Ruling.Hold(HoldReason.SourceUnavailable), kind),
            (verdict.Row, verdict.Ruling, verdict.Missing!.Value));
        Assert.Equal((RuleResult.NotKnown, kind), (verdict.Trace[^1].Result, verdict.Trace[^1].Fact!.Value));
    }

    private static List<FactKind> Asked(Combination combination)
    {
        var facts = new TableFacts(combination.Known.Facts
            .Where(one => one.Key is FactKind.Requester or FactKind.CodeKind or FactKind.ArrangementPolicy)
            .ToImmutableDictionary());
        List<FactKind> asked = [];
        while (DecisionTable.Current.Decide(facts) is TableAnswer.AskFirst { Fact: var kind })
        {
            asked.Add(kind);
            facts = new TableFacts(facts.Facts.Add(kind, combination.Known[kind]));
        }

        return asked;
    }

    private static TableFacts With(Combination combination, FactKind kind, TableFact fact) =>
        new(combination.Known.Facts.SetItem(kind, fact));

    private static Verdict Decided(TableFacts facts) =>
        Assert.IsType<TableAnswer.Decided>(DecisionTable.Current.Decide(facts)).Verdict;
}
