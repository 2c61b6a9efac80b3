using ActivationWizard.App;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Trial;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Route = ActivationWizard.Domain.Rules.Route;

namespace ActivationWizard.Tests.Components;

/// <summary>The team lead's page of a trial over a real journal, and its figures.</summary>
public sealed class TrialPageTests : LookingBackScreen
{
    private static readonly PracticeRecorded Instead =
        new(Practice.Refused, RefusalGround.PaymentArrangement, PracticeReason.Other, "Regeling van gisteren");

    [Fact]
    public async Task Page_OfATrial_ListsWhatDiffersWithItsReasonAndAWayToTheReplay()
    {
        await TriedAsync(new PracticeRecorded(Practice.AsProposed, null, null, null));
        var different = await TriedAsync(Instead);

        var page = Show();

        Assert.Equal(["2", "1", "1"], page.FindAll(".aw-tiles dd").Select(one => one.TextContent));
        var row = Assert.Single(page.FindAll(".aw-list tbody tr"));
        Assert.Equal(Urls.ForReplay(different.ToString()).InPage(), row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Code per e-mail", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Geen code gegeven: Betalingsregeling", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Een andere reden: Regeling van gisteren", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 zo gedaan, 1 anders gedaan", page.Markup, StringComparison.Ordinal);
        Assert.Contains("maandag 23 november 2026", page.Markup, StringComparison.Ordinal);
        Assert.Equal("50%", page.Find("[aria-labelledby=per-soort] tbody td:last-child").TextContent);
        Assert.DoesNotContain(DemoPeople.Sanne.Name, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAllCases_ListsThoseThatAgreeToo()
    {
        await TriedAsync(new PracticeRecorded(Practice.AsProposed, null, null, null));
        await TriedAsync(Instead);

        Assert.Equal(2, Show("?toon=alles&dagen=1").FindAll(".aw-list tbody tr").Count);
    }

    [Fact]
    public void Page_WithoutATrial_SaysSo() =>
        Assert.Contains("heeft niemand vastgelegd", Show().Markup, StringComparison.Ordinal);

    [Fact]
    public void Figures_OfEveryKind_CountPerKindGroundReasonAndDay()
    {
        TrialCase[] cases =
        [
            Case(1, Route.EmailTenant), Case(2, Route.EmailAdministrator, isDifferent: true), Case(3, Route.LetterTenant),
            Case(4, Route.RecreateEmailTenant), Case(5, Route.RecreateLetterTenant), Case(6, hold: HoldReason.Deceased),
            Case(7), Case(8, Route.Refusal, RefusalGround.NotTenant, isDifferent: true),
            Case(9, Route.Refusal, RefusalGround.NotTenant) with { At = Clock.GetUtcNow().AddDays(-1) },
        ];

        var figures = TrialFigures.Of(cases);

        Assert.Equal(
            [
                (TrialKind.CodeByEmail, new TrialCount(1, 1)), (TrialKind.CodeByLetter, new(1, 0)),
                (TrialKind.NewCodeByEmail, new(1, 0)), (TrialKind.NewCodeByLetter, new(1, 0)), (TrialKind.Refusal, new(1, 1)),
                (TrialKind.Hold, new(1, 0)), (TrialKind.Question, new(1, 0)),
            ],
            figures.Kinds);
        Assert.Equal([(RefusalGround.NotTenant, new TrialCount(1, 1))], figures.Grounds);
        Assert.Equal([(PracticeReason.KnewMore, 2)], figures.Reasons);
        Assert.Equal([(8, 2), (1, 0)], figures.Days.Select(day => (day.Cases.Count, day.Count.Different)));
        Assert.Equal((9, 0.5), (figures.All.Total, figures.Grounds[0].Count.Share));
        Assert.All(cases, one => Assert.NotEmpty(TrialWords.Proposed(one)));
    }

    private TrialCase Case(
        int number, Route? route = null, RefusalGround? ground = null, HoldReason? hold = null, bool isDifferent = false) =>
        new(CaseNumber.Of(2026, number), Clock.GetUtcNow(), route, ground, hold, Row.D22, isDifferent)
        {
            Practice = isDifferent ? new PracticeRecorded(Practice.Nothing, null, PracticeReason.KnewMore, null) : null,
        };

    private Task<CaseNumber> TriedAsync(PracticeRecorded practice) => Host.Journal.TellAsync(
        Story.Request(),
        _ =>
        [
            (DemoPeople.Sanne, new CaseTaken()), (Actor.Wizard, new TrialBegun()), (Actor.Wizard, new FactsGathered(Story.Facts)),
            (Actor.Wizard, new ProposalMade(Story.Verdict)), (DemoPeople.Sanne, practice),
        ]);

    private IRenderedComponent<TrialPage> Show(string query = "")
    {
        SignIn(DemoPeople.Els);
        Services.AddSingleton(Host.Get<Trials>());
        Services.GetRequiredService<NavigationManager>().NavigateTo(Urls.Trial + query);
        var page = Render<TrialPage>();
        page.WaitForElement("main, .aw-lead");
        return page;
    }
}
