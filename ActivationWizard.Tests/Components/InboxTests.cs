using ActivationWizard.App;
using ActivationWizard.App.Background;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Controls;
using ActivationWizard.App.Inbox;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Shell;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.WorkList;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Components;

/// <summary>What is for a person: counted on every page, said once, and a list to go through.</summary>
public sealed class InboxTests : LookingBackScreen
{
    [Fact]
    public async Task Count_InNavigationAndTitle_GoesWithWhatIsThere()
    {
        var title = new TitleCount();
        var navigation = Render<MainNavigation>(
            parameters => parameters.Add(one => one.Actor, DemoPeople.Sanne).AddCascadingValue(title));
        var page = Render<CountedTitle>(parameters => parameters.Add(one => one.Text, "Werkvoorraad").AddCascadingValue(title));
        Assert.Equal(("Voor mij", "Werkvoorraad"), (Words(navigation.Find("a[href=voor-mij]").TextContent), TitleOf(page)));

        var asked = await AskedAsync();
        navigation.WaitForAssertion(
            () => Assert.Equal("1", navigation.Find("a[href=voor-mij] .aw-count").TextContent));
        page.WaitForAssertion(() => Assert.Equal("(1) Werkvoorraad", TitleOf(page)));

        await AppendAsync(asked, DemoPeople.Sanne, new CaseKept());
        navigation.WaitForAssertion(() => Assert.Empty(navigation.FindAll(".aw-count")));
        page.WaitForAssertion(() => Assert.Equal("Werkvoorraad", TitleOf(page)));
    }

    [Fact]
    public async Task Page_OfAnEmployee_HasQuestionsAndNewsAndTheWaysToAnswer()
    {
        Register(DemoPeople.Sanne);
        var asked = await AskedAsync();
        var page = Render<InboxPage>();

        page.WaitForAssertion(() => Assert.Equal("Vraagt een antwoord", page.Find("h2").TextContent));
        Assert.Contains(
            $"Tom Visser wil je zaak {asked.Number} overnemen.", page.Find("li").TextContent, StringComparison.Ordinal);
        Assert.Contains("Anna van der Jansen", page.Find("li").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Geef af", "Ik ben nog bezig"], page.FindAll("li button").Select(one => Words(one.TextContent)));
        Assert.Equal(Urls.ForCase(asked.Number).InPage(), page.Find("li a").GetAttribute("href"));

        await AppendAsync(asked, DemoPeople.Tom, new CaseTaken());
        page.WaitForAssertion(() => Assert.Equal("Om te weten", page.Find("h2").TextContent));
        Assert.Equal(["Gezien"], page.FindAll("li button").Select(one => Words(one.TextContent)));

        await page.Find("li button").ClickAsync(new());
        Clock.Advance(CaseFeed.Interval);
        page.WaitForAssertion(() => Assert.Equal("Er is niets voor jou", page.Find("h2").TextContent));
    }

    [Fact]
    public async Task Page_OfATeamLead_AnswersAQuestionWhereItIsTold()
    {
        Register(DemoPeople.Els);
        var admission = new CaseAdmission(
            Host.Journal, Host.Get<CaseReading>(), Host.Get<IDbContextFactory<JournalContext>>(), Host.Get<AccessNotes>(),
            Host.Get<CaseAccesses>(), Clock);
        var els = TestApp.CurrentOf(DemoPeople.Els);
        Services.AddScoped(_ => new QuestionDesk(new AdmittedCases(els, admission), DeskOf(els)));
        var asked = await Host.Journal.TellAsync(Story.Request(), number =>
            [.. Story.ToTheEnd(number, DemoPeople.Sanne).Take(3), (DemoPeople.Sanne, new TeamLeadAsked("Mag dit?"))]);
        Clock.Advance(CaseFeed.Interval);
        var page = Render<InboxPage>();
        page.WaitForElement("details").TriggerEvent("ontoggle", EventArgs.Empty);
        page.WaitForAssertion(() => Assert.Equal("Mag dit?", page.Find("details .aw-said").TextContent));

        await page.Find("details button").ClickAsync(new());
        Assert.NotEmpty(page.Find(".aw-field-error").TextContent);
        await page.Find("textarea").ChangeAsync(new() { Value = "Ja, dat mag." });
        await page.Find("details button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(
            $"Je antwoord over zaak {asked} ligt bij Sanne Bakker.", page.Find("[role=status]").TextContent));
        Assert.Equal("Ja, dat mag.", (await Host.Journal.LoadAsync(asked, Cancellation))!.LeadQuestion!.Answer);
        Clock.Advance(CaseFeed.Interval);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("details")));
    }

    [Fact]
    public async Task Page_OfWhoGotAllCasesOfAColleague_HasOneItemWithTheReasonAndEachCase()
    {
        var over = new CaseHandedOver(DemoPeople.Tom, "Sanne is ziek", Guid.NewGuid());
        var (first, second) = (await TakenAsync(), await TakenAsync());
        Register(DemoPeople.Tom);
        await AppendAsync(first, DemoPeople.Els, over);
        await AppendAsync(second, DemoPeople.Els, over);
        var page = Render<InboxPage>();

        page.WaitForAssertion(() => Assert.Contains(
            "Els de Groot heeft zaken van een collega aan jou gegeven. Aantal: 2.", page.Find("li").TextContent,
            StringComparison.Ordinal));
        Assert.Equal("Ze waren van Sanne Bakker. Reden: Sanne is ziek", page.Find(".aw-said").TextContent);
        Assert.Equal(
            [
                WorkAddress.Of(WorkListFilter.Mine).InPage(), Urls.ForCase(first.Number).InPage(),
                Urls.ForCase(second.Number).InPage(),
            ],
            page.FindAll("li a").Select(link => link.GetAttribute("href")!));
        Assert.Contains("Anna van der Jansen", page.Find("details").TextContent, StringComparison.Ordinal);

        await Assert.Single(page.FindAll("li button")).ClickAsync(new());
        Clock.Advance(CaseFeed.Interval);
        page.WaitForAssertion(() => Assert.Equal("Er is niets voor jou", page.Find("h2").TextContent));
    }

    [Fact]
    public async Task News_OfAHandOver_IsSaidOnceWhileFurtherCasesComeToIt()
    {
        var over = new CaseHandedOver(DemoPeople.Tom, "Sanne is ziek", Guid.NewGuid());
        var (first, second) = (await TakenAsync(), await TakenAsync());
        Register(DemoPeople.Tom);
        var news = ShowNews(DemoPeople.Tom);
        await Waiting.ForAsync("the first look", () => news.Instance.Own is []);

        await AppendAsync(first, DemoPeople.Els, over);
        news.WaitForAssertion(() => Assert.Contains(
            "Els de Groot heeft zaken van een collega aan jou gegeven.", news.Find("[role=status]").TextContent,
            StringComparison.Ordinal));
        var said = news.Find("[role=status]").OuterHtml;
        await AppendAsync(second, DemoPeople.Els, over);
        await Waiting.ForAsync("the second case", () => news.Instance.Own is [{ Count: 2 }]);
        news.Render(parameters => parameters.Add(one => one.Actor, DemoPeople.Tom));

        Assert.Equal(said, news.Find("[role=status]").OuterHtml);
    }

    [Fact]
    public async Task News_WhatComesWhileThePageIsOpen_IsSaidAndWhatWasThereIsNot()
    {
        Register(DemoPeople.Sanne);
        var before = await AskedAsync();
        var news = ShowNews();
        await Waiting.ForAsync("the first look", () => news.Instance.Own is [{ Kind: InboxKind.TakeOverAsked }]);
        Assert.Empty(news.Find("[role=status]").TextContent.Trim());

        await AppendAsync(before, DemoPeople.Tom, new CaseTaken());

        news.WaitForAssertion(() => Assert.Contains(
            $"Tom Visser heeft je zaak {before.Number} overgenomen.", news.Find("[role=status]").TextContent,
            StringComparison.Ordinal));
        Assert.NotNull(news.Find("[role=status]").GetAttribute("data-news"));
        await news.FindAll("button").Single(one => Words(one.TextContent) == "Gezien").ClickAsync(new());
        news.WaitForAssertion(() => Assert.Empty(news.Find("[role=status]").TextContent.Trim()));
        await OpenInboxIsAsync();
    }

    [Fact]
    public async Task News_OfTheCaseOnTheScreen_IsNotSaidAndIsSeenOnceThePageIsLeft()
    {
        Register(DemoPeople.Sanne);
        var asked = await AskedAsync();
        var place = Services.GetRequiredService<NavigationManager>();
        place.NavigateTo($"{Urls.ForCase(asked.Number)}/controleren");
        var news = ShowNews();
        await Waiting.ForAsync("the first look", () => news.Instance.Own is [{ Kind: InboxKind.TakeOverAsked }]);

        await AppendAsync(asked, DemoPeople.Tom, new CaseTaken());
        await Waiting.ForAsync("the next look", () => news.Instance.Own is [{ Kind: InboxKind.TakenOver }]);
        place.NavigateTo($"{Urls.ForCase(asked.Number)}/uitvoeren");
        news.Render(parameters => parameters.Add(one => one.Actor, DemoPeople.Sanne));
        Assert.Empty(news.Find("[role=status]").TextContent.Trim());
        await OpenInboxIsAsync(InboxKind.TakenOver);

        place.NavigateTo(Urls.Work);
        news.Render(parameters => parameters.Add(one => one.Actor, DemoPeople.Sanne));

        await OpenInboxIsAsync();
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public void Words_OfEveryKind_SayWhichCase(string language)
    {
        using var culture = new FixedCulture(language);
        foreach (var kind in Enum.GetValues<InboxKind>())
        {
            var item = InboxItem.New(kind, InboxAddress.To(DemoPeople.Sanne), DemoPeople.Tom, FixedTime.Start) with
            {
                Case = CaseNumber.Of(2026, 412),
                Sequence = 4,
            };

            Assert.Contains("2026-00412", InboxWords.Sentence(item), StringComparison.Ordinal);
            Assert.StartsWith("/zaken/2026-00412", InboxWords.AddressOf(item), StringComparison.Ordinal);
            if (ItemsOfActs.Together([item with { Subject = Guid.NewGuid() }]).Single() is { Parts: [_] } act)
                Assert.Matches(@"Tom Visser .+\. [^.]+: 1\.", InboxWords.Sentence(act));
        }
    }

    private static string Words(string text) => text.Trim().Split('\n')[0].Trim().Split(" (")[0];

    private string TitleOf(IRenderedComponent<CountedTitle> page) =>
        Render(page.FindComponent<PageTitle>().Instance.ChildContent!).Markup;

    private IRenderedComponent<InboxNews> ShowNews(Actor? reader = null) =>
        Render<InboxNews>(parameters => parameters.Add(news => news.Actor, reader ?? DemoPeople.Sanne));

    private void Register(Actor person)
    {
        SignIn(person);
        Services.AddScoped(provider => new InboxDesk(
            provider.GetRequiredService<CurrentActor>(), null!, Host.Journal, Host.Get<InboxNotes>(),
            provider.GetRequiredService<CaseFeed>(), new NoJournalNews()));
    }

    // Whatever the page was told already.
    private async Task OpenInboxIsAsync(params InboxKind[] kinds) => await Waiting.ForAsync(
        "the inbox to be so",
        async () => (await Services.GetRequiredService<CaseFeed>().LookAsync(Cancellation)).InboxOf(DemoPeople.Sanne)
            .Select(item => item.Kind).ToArray(),
        now => now.SequenceEqual(kinds), now => string.Join(' ', now));

    private async Task<ActivationCase> AskedAsync() =>
        await AppendAsync(await TakenAsync(), DemoPeople.Tom, new TakeOverAsked());

    private async Task<ActivationCase> TakenAsync()
    {
        var opened = await Host.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, Cancellation);
        return await AppendAsync(opened.Case!, DemoPeople.Sanne, new CaseTaken());
    }

    private async Task<ActivationCase> AppendAsync(ActivationCase after, Actor actor, CaseEvent happened)
    {
        var (_, appended) = await Host.Journal.AppendAsync(after, [happened], actor, null, Cancellation);
        Clock.Advance(CaseFeed.Interval);
        return appended;
    }
}
