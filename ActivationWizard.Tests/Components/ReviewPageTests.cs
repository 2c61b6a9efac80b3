using ActivationWizard.App;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Reviews;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Reviews;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Components;

/// <summary>The list of cases that are reviewed, the review of one, and the figures, over a real journal.</summary>
public sealed class ReviewPageTests : LookingBackScreen
{
    private bool _isSignedIn;

    [Fact]
    public async Task Page_WithADeviation_HasItWithAWayToItsReview()
    {
        var deviating = await DeviateAsync();

        var page = ShowList();

        var row = Assert.Single(page.FindAll("[aria-labelledby=te-beoordelen] tbody tr"));
        Assert.Equal(
            $"{Urls.ForReplay($"{deviating}").InPage()}#{ReviewOfCase.Id}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Anders beslist dan het voorstel", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gestopt", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoPeople.Sanne.Name, page.Markup, StringComparison.Ordinal);
        Assert.Contains("Er is nog niets beoordeeld", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_FilledIn_IsShownToWhoHadTheCase()
    {
        var deviating = await DeviateAsync();
        ShowList();
        var review = await ShowReviewAsync(deviating, DemoPeople.Els);
        await review.Find("#leg-oordeel-vast").ClickAsync(new());
        Assert.Equal("Kies je oordeel.", review.Find(".aw-field-error").TextContent);

        await review.FindAll("#oordeel input")[2].ChangeAsync(new());
        await review.Find("#leg-oordeel-vast").ClickAsync(new());
        Assert.Equal("Kies waar de opmerking over gaat.", review.Find(".aw-field-error").TextContent);
        await review.FindAll("#oordeel-over input")[1].ChangeAsync(new());
        await review.Find("#oordeel-opmerking").ChangeAsync(new() { Value = "De huurder had recht op een code." });
        await review.Find("#leg-oordeel-vast").ClickAsync(new());

        Assert.Equal("Je oordeel is vastgelegd.", review.Find("[role=status]").TextContent);
        var told = (await ShowReviewAsync(deviating, DemoPeople.Sanne)).Find("section").TextContent;
        foreach (var said in new[] { "Fout", "De beslissing", "De huurder had recht op een code.", "Els de Groot" })
            Assert.Contains(said, told, StringComparison.Ordinal);
        Assert.Contains("Fout", ShowList().Find("[aria-labelledby=beoordeeld] tbody").TextContent, StringComparison.Ordinal);
        var today = DutchCalendar.Today(Clock);
        var figures = Render<ReviewFigures>(with => with
            .Add(one => one.From, today.AddDays(-7)).Add(one => one.Before, today.AddDays(1)));
        Assert.Equal(["0", "0", "1", "0"], figures.FindAll("dd").Select(one => one.TextContent));
        Assert.Equal(["De beslissing", "0", "1"], figures.FindAll("tbody tr > *").Select(one => one.TextContent));
    }

    [Fact]
    public async Task Review_ByWhoWorkedOnIt_IsNotAsked()
    {
        var deviating = await DeviateAsync();
        ShowList();

        var review = await ShowReviewAsync(deviating, DemoPeople.Sanne with { Role = Role.TeamLead });

        Assert.Contains("een andere teamleider beoordeelt haar", review.Markup, StringComparison.Ordinal);
        Assert.Empty(review.FindAll("input, button"));
        Assert.Empty((await ShowReviewAsync(deviating, DemoPeople.Sanne)).Markup.Trim());
    }

    [Fact]
    public void Words_OfEverySort_AreThereInBothLanguages()
    {
        Func<string>[] words =
        [
            .. Enum.GetValues<SampleReason>().Select(one => (Func<string>)(() => ReviewWords.Of(one))),
            .. Enum.GetValues<Assessment>().Select(one => (Func<string>)(() => ReviewWords.Of(one))),
            .. Enum.GetValues<ReviewReason>().Select(one => (Func<string>)(() => ReviewWords.Of(one))),
            .. Enum.GetValues<ReviewObstacle>().Select(one => (Func<string>)(() => ReviewWords.Of(one))),
            .. ActivationStates.All.Where(state => state.IsFinal && state is not ActivationState.TriedOut)
                .Select(one => (Func<string>)(() => ReviewWords.Of(one))),
        ];
        foreach (var word in words)
        {
            var dutch = word();
            using var english = new FixedCulture("en-GB");
            Assert.NotEqual(dutch, word());
        }
    }

    private async Task<IRenderedComponent<ReviewOfCase>> ShowReviewAsync(CaseNumber number, Actor actor)
    {
        var ended = (await Host.Journal.LoadAsync(number, Cancellation))!;
        return Render<ReviewOfCase>(with => with.Add(one => one.Case, ended).Add(one => one.Actor, actor));
    }

    private IRenderedComponent<ReviewsPage> ShowList()
    {
        if (!_isSignedIn)
        {
            SignIn(DemoPeople.Els);
            Services.AddSingleton(Host.Get<ReviewDrawing>()).AddSingleton(Host.Get<JournalOptions>().Sample);
        }

        _isSignedIn = true;
        return Render<ReviewsPage>();
    }

    // Proposed to send a code, and refused by a person who then closed it.
    private Task<CaseNumber> DeviateAsync() => Host.Journal.TellAsync(Story.Request(), number =>
    [
        .. Story.ToTheEnd(number, DemoPeople.Sanne).Take(3),
        (DemoPeople.Sanne, new RefusalChosen("Aanvrager wil niet meer")), (DemoPeople.Sanne, new CaseWithdrawn("Dubbel")),
    ]);
}
