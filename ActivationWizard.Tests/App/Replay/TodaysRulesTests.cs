using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Rules;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Systems;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Replay;

/// <summary>
/// Cases of then under the rules of today, one by one and over a period, with two versions of the rules side by side.
/// </summary>
public sealed class TodaysRulesTests : LookingBackScreen
{
    // As if an e-mail that matches were no reason to mail.
    private static readonly DecisionTable ByLetter =
        DecisionTable.Of("3.0", [.. DecisionTable.Current.Rules.Where(rule => rule.Row is not Row.D22 and not Row.D24)]);

    private TodaysRules Today => Services.GetRequiredService<TodaysRules>();

    private static DateTimeOffset LongAgo => Sample.Now.AddDays(-90);

    [Fact]
    public async Task OfPeriodAsync_TheSameRules_FindNothingThatWouldGoDifferently()
    {
        await MailedAsync();
        await RefusedAsync();

        var found = await Today.OfPeriodAsync(DemoPeople.Els, LongAgo, Cancellation);

        Assert.Equal((2, 0, false), (found.Looked, found.Unread, found.IsCut));
        Assert.Empty(found.Different);
    }

    [Fact]
    public async Task OfPeriodAsync_RulesOfAnotherVersion_FindTheCaseAndBothVersionsStandSideBySide()
    {
        await MailedAsync();
        var refused = await RefusedAsync();
        By(Holding(refused.Row));

        var found = await Today.OfPeriodAsync(DemoPeople.Els, LongAgo, Cancellation);

        var different = Assert.Single(found.Different);
        Assert.Equal(refused.Number, different.Number);
        Assert.Equal(("1.0", "2.0"), (different.Last.Then.RulesVersion, different.Last.Now!.RulesVersion));
        Assert.IsType<Ruling.Refuse>(different.Last.Then.Ruling);
        Assert.Equal(new Ruling.Hold(HoldReason.FutureTenancy), different.Last.Now.Ruling);
    }

    [Fact]
    public async Task OfPeriodAsync_AFactThatWasNotAskedThen_IsNotGuessedAt()
    {
        await MailedAsync();
        By(ByLetter);

        var different = Assert.Single((await Today.OfPeriodAsync(DemoPeople.Els, LongAgo, Cancellation)).Different);

        Assert.Equal((null, FactKind.Preference), (different.Last.Now, different.Last.NotAsked));
    }

    [Fact]
    public async Task OfCaseAsync_AFactThatWasUnknownThen_StaysUnknownWhateverTheSourceSaysNow()
    {
        World.Calls.Plan("agreements", new Mishap.Silent());
        var number = await TakeInAsync(await World.TakenAsync(Sample.Request));
        World.Calls.Asked.Clear();

        var decision = Assert.Single((await Today.OfCaseAsync(number, DemoPeople.Els, false, Cancellation))!.Decisions);

        Assert.Equal((Row.D02, Row.D02), (decision.Then.Row, decision.Now!.Row));
        Assert.Equal(RuleResult.NotKnown, decision.Now.Trace[^1].Result);
        Assert.Empty(World.Calls.Asked);
    }

    [Fact]
    public async Task OfPeriodAsync_ACaseThatWasTamperedWith_IsCountedAndNotJudged()
    {
        await MailedAsync();
        await Host.MeddleAsync("UPDATE Events SET ActorName = 'Iemand' WHERE Sequence = 3");

        var found = await Today.OfPeriodAsync(DemoPeople.Els, LongAgo, Cancellation);

        Assert.Equal((1, 1), (found.Looked, found.Unread));
        Assert.Empty(found.Different);
    }

    [Fact]
    public async Task OfPeriodAsync_CasesBeforeIt_AreNotLookedAt()
    {
        await MailedAsync();

        Assert.Equal(0, (await Today.OfPeriodAsync(DemoPeople.Els, Host.Clock.GetUtcNow().AddHours(1), Cancellation)).Looked);
    }

    [Fact]
    public async Task TodaysRules_OfACase_AreWrittenDownAndOfAPeriodAreNot()
    {
        var number = await MailedAsync();

        await Today.OfPeriodAsync(DemoPeople.Els, LongAgo, Cancellation);
        Assert.Empty(await Host.Get<CaseAccesses>().OfAsync(number, DemoPeople.Els, Cancellation));
        await Today.OfCaseAsync(number, DemoPeople.Els, false, Cancellation);

        Assert.Equal(AccessKind.TodaysRules,
            Assert.Single(await Host.Get<CaseAccesses>().OfAsync(number, DemoPeople.Sanne, Cancellation)).Kind);
    }

    [Fact]
    public async Task TodaysRules_ForAnyoneButATeamLead_AreRefused()
    {
        var number = await MailedAsync();
        foreach (var person in new[] { DemoPeople.Sanne, DemoPeople.Bram })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Today.OfCaseAsync(number, person, false, Cancellation));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Today.OfPeriodAsync(person, LongAgo, Cancellation));
        }

        Assert.Null(await Today.OfCaseAsync(CaseNumber.Of(2026, 999), DemoPeople.Els, false, Cancellation));
    }

    [Fact]
    public async Task Page_OfAPeriod_ListsWhatWouldGoDifferentlyWithALinkToEach()
    {
        await MailedAsync();
        var refused = await RefusedAsync();
        By(Holding(refused.Row));
        var page = Show<RulesPage>();

        page.Find("form").Submit();

        page.WaitForAssertion(
            () => Assert.Equal("Zaken bekeken: 2. Gelijk: 1, anders: 1.", page.Find("[role=status]").TextContent));
        Assert.Equal($"zaken/{refused.Number}/regels", page.Find("tbody a").GetAttribute("href"));
        Assert.Contains("Geen code", page.FindAll("tbody td")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAPeriod_SaysApartWhatCannotBeSaid()
    {
        await MailedAsync();
        By(ByLetter);
        var page = Show<RulesPage>();

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.StartsWith(
            "Zaken bekeken: 1. Gelijk: 0, anders: 0. Zaken waarbij het niet te zeggen is: 1.",
            page.Find("[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_OfACase_ShowsBothVersionsSideBySide()
    {
        var refused = await RefusedAsync();
        By(Holding(refused.Row));

        var page = Show<CaseRulesPage>(refused.Number.ToString());

        Assert.Equal(["Wat", "Toen (regels 1.0)", "Nu (regels 2.0)"], page.FindAll("thead th").Select(head => head.TextContent));
        Assert.Contains("Ander besluit", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Besluit"], page.FindAll("tbody th").Select(row => row.TextContent));
        Assert.Contains("De wizard verstuurt niets.", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-00999")]
    [InlineData("abc")]
    public void Page_OfNoCase_SaysSo(string number) =>
        Assert.Equal("Deze zaak kun je niet bekijken.", Show<CaseRulesPage>(number).Find("h1").TextContent);

    // As if that row asked for a look instead of an answer.
    private static DecisionTable Holding(Row row) => DecisionTable.Of("2.0", [.. DecisionTable.Current.Rules.Select(rule =>
        rule.Row == row ? rule with { Ruling = new Ruling.Hold(HoldReason.FutureTenancy) } : rule)]);

    private IRenderedComponent<T> Show<T>(string? number = null)
        where T : Microsoft.AspNetCore.Components.ComponentBase
    {
        SignIn(DemoPeople.Els);
        return Render<T>(parameters =>
        {
            if (number is not null)
                parameters.TryAdd("Number", number);
        });
    }

    private async Task<CaseNumber> MailedAsync() =>
        await TakeInAsync(await World.AcceptedAsync(await World.TakenAsync(Sample.Request)));

    // The tenancy is over: no code.
    private async Task<RefusedCase> RefusedAsync()
    {
        World.Viewpoint.Agreements[0] = Sample.Rental(runs: Sample.Days(-900, -100));
        var refused = await World.AcceptedAsync(await World.TakenAsync(Sample.Request));
        Assert.Equal(ActivationState.Refused, refused.State);
        return new RefusedCase(await TakeInAsync(refused), refused.Verdict!.Row);
    }

    private sealed record RefusedCase(CaseNumber Number, Row Row);
}
