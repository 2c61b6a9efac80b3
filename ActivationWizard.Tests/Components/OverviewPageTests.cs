using ActivationWizard.App;
using ActivationWizard.App.Overview;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.App.Replay;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Systems;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Components;

/// <summary>The overview over a real journal: figures with tables and ways to the cases, and nobody ranked.</summary>
public sealed class OverviewPageTests : LookingBackScreen
{
    private static readonly string[] Cards = ["soorten", "doorlooptijd", "fouten", "redenen", "afwijkingen", "toestanden"];

    [Fact]
    public async Task Page_OfFinishedCases_HasTilesAndACardForEachFigure()
    {
        await FinishAsync();
        await DeviatedAsync();

        var page = Show();

        Assert.Equal(
            [("Zaken klaar", "2"), ("Met de hand", "0%"), ("Afgeweken", "50%")],
            page.FindAll(".aw-tiles > div")
                .Select(tile => (tile.QuerySelector("dt")!.TextContent, tile.QuerySelector("dd")!.TextContent))
                .Where(tile => !tile.Item1.EndsWith("de helft binnen", StringComparison.Ordinal)));
        Assert.Equal(
            ["Wachttijd: de helft binnen", "Behandeltijd: de helft binnen"],
            page.FindAll(".aw-tiles dt").Select(title => title.TextContent)
                .Where(title => title.EndsWith("de helft binnen", StringComparison.Ordinal)));
        Assert.Equal(Cards, page.FindAll(".aw-looking-back > h2").Select(heading => heading.Id));
    }

    [Fact]
    public async Task Cards_WithFigures_HaveATableAndAWayToTheCases()
    {
        await FinishAsync();
        await DeviatedAsync();
        var page = Show();
        Heated(page);

        foreach (var card in new[] { "soorten", "doorlooptijd", "afwijkingen", "toestanden" })
        {
            Assert.NotNull(Card(page, card).QuerySelector("svg[aria-label], svg[aria-labelledby]"));
            Assert.StartsWith("zaken?", Card(page, card).QuerySelector(".aw-chart-links a")!.GetAttribute("href"),
                StringComparison.Ordinal);
            Card(page, card).QuerySelector("button")!.Click();
            Assert.NotEmpty(Card(page, card).QuerySelectorAll("table tbody tr"));
        }

        Assert.Equal("D22. ", Card(page, "afwijkingen").QuerySelector("tbody th")!.TextContent.Trim()[..5]);
        Assert.Equal("1", Card(page, "afwijkingen").QuerySelector("tbody td")!.TextContent.Trim());
    }

    [Fact]
    public async Task Cards_WithoutFigures_SaySo()
    {
        await FinishAsync();

        var page = Show();

        Assert.All(new[] { "fouten", "redenen", "afwijkingen" }, card =>
        {
            Assert.Contains("Hier is in deze periode niets van.", Card(page, card).TextContent, StringComparison.Ordinal);
            Assert.Null(Card(page, card).QuerySelector("button"));
        });
    }

    [Fact]
    public async Task Page_OfAnyCases_NamesNobodyAndFiltersByNobody()
    {
        await FinishAsync();
        await DeviatedAsync();
        var page = Show();
        Heated(page);

        foreach (var person in new[] { DemoPeople.Sanne, DemoPeople.Tom })
        {
            Assert.DoesNotContain(person.Name, page.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain(person.Id, page.Markup, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("medewerker=", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["weken"], page.FindAll("form select, form input").Select(field => field.GetAttribute("name")));
    }

    [Fact]
    public void Page_OfNoCases_SaysSo() =>
        Assert.Contains("In deze periode is geen zaak klaar gekomen.", Show().Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData("4", 4)]
    [InlineData("52", 52)]
    [InlineData("7", 8)]
    [InlineData("x", 8)]
    public async Task Page_OfSomeWeeks_HasThatManyInItsTable(string weeks, int expected)
    {
        await FinishAsync();
        var page = Show(weeks);

        Card(page, "soorten").QuerySelector("button")!.Click();

        Assert.Equal(expected, Card(page, "soorten").QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Heat_OfTheStates_SaysHowOftenAndHowLongInWordsAndFigures()
    {
        var heat = await StateHeatTests.OfAsync(StateHeatTests.Steps(1, Replays.ByEmail));

        var drawing = Render<HeatDiagram>(parameters => parameters.Add(one => one.Heat, heat));

        Assert.Equal(
            "De meeste tijd waren zaken in: Gegevens ophalen, Nog eens nakijken, Account aanmaken, Account activeren, "
            + "Contact vastleggen.",
            drawing.Find("desc").TextContent);
        var titles = drawing.FindAll(".aw-heat > title").Select(title => title.TextContent).ToList();
        Assert.Equal(ActivationStates.All.Count, titles.Count);
        Assert.Contains("Wacht op besluit: 1 keer, de helft korter dan 10 sec.", titles);
        Assert.Contains("Code per e-mail: 1 keer.", titles);
        Assert.Contains("Geen code: niet in deze periode.", titles);
        Assert.Contains("1× · 20 sec", drawing.FindAll(".aw-heat-figures").Select(figures => figures.TextContent));
        Assert.NotEmpty(drawing.FindAll(".aw-heat-2 .aw-node-box"));
    }

    private static AngleSharp.Dom.IElement Card(IRenderedComponent<OverviewPage> page, string id) =>
        page.Find($"[aria-labelledby={id}]");

    private static void Heated(IRenderedComponent<OverviewPage> page) =>
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".aw-heat-figures")));

    private IRenderedComponent<OverviewPage> Show(string? weeks = null)
    {
        SignIn(DemoPeople.Els);
        Services.GetRequiredService<NavigationManager>().NavigateTo(
            weeks is null ? Urls.Overview : $"{Urls.Overview}?weken={weeks}");
        return Render<OverviewPage>();
    }

    // Proposed by the table, refused by a person.
    private async Task DeviatedAsync()
    {
        var proposed = await World.TakenAsync(Sample.Request);
        await World.AnsweredAsync(proposed.Number, new RefuseInstead("Aanvrager wil niet meer"));
        await TakeInAsync(await World.AnsweredAsync(proposed.Number, new Withdraw("Nabestaande belt")));
    }
}
