using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>The whole app in a real browser: an employee finishes a case, and the team lead steps through it.</summary>
public sealed partial class ReplayBrowserTests(FinishedCaseApp finished, BrowserHost browser) : IClassFixture<FinishedCaseApp>
{
    private const string OfOnePage = "going through a replay, and its panels, are tried every day";

    [Fact]
    public async Task Replay_ByTheTeamLead_GoesForwardAndBackAndCallsNothing()
    {
        await using var desk = await OpenAsync(DemoPeople.Els);
        var page = desk.Page;
        var calls = finished.Sandbox.Calls.Count;

        await page.GetByRole(AriaRole.Link, new() { Name = finished.Number, Exact = true }).ClickAsync();
        await ShowsAsync(page, 1, "Aanvraag binnen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Volgende" }).ClickAsync();
        await ShowsAsync(page, 2, "Gegevens ophalen");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await ShowsAsync(page, 4, "Wacht op besluit");
        await page.Keyboard.PressAsync("End");
        await Expect(Here(page)).ToContainTextAsync("Code per e-mail");
        await Expect(CurrentEvent(page)).ToBeInViewportAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Volgende" })).ToBeDisabledAsync();

        await page.GoBackAsync();
        await ShowsAsync(page, 4, "Wacht op besluit");
        await page.GoBackAsync();
        await ShowsAsync(page, 3, "Gegevens ophalen");
        await page.Keyboard.PressAsync("Home");
        await ShowsAsync(page, 1, "Aanvraag binnen");
        await page.GetByRole(AriaRole.Region, new() { Name = "Tijdlijn" }).GetByRole(AriaRole.Link).Nth(5).ClickAsync();
        await ShowsAsync(page, 6, "Nog eens nakijken");
        await page.Locator("svg a", new() { HasText = "besluit" }).ClickAsync();
        await ShowsAsync(page, 4, "Wacht op besluit");

        Assert.Equal(calls, finished.Sandbox.Calls.Count);
        Assert.Empty(desk.Problems);
    }

    [Fact]
    [Nightly(OfOnePage)]
    public async Task Replay_ScrubberByKeyboard_MovesOneEventAtATime()
    {
        await using var desk = await OpenAsync(DemoPeople.Els, "/zaken/{nr}/naspelen?stap=3");
        var scrubber = desk.Page.GetByRole(AriaRole.Slider, new() { Name = "Gebeurtenis" });

        await scrubber.PressAsync("ArrowRight");

        await ShowsAsync(desk.Page, 4, "Wacht op besluit");
        await Expect(scrubber).ToHaveAttributeAsync("aria-valuetext", new Regex("^Gebeurtenis 4 van "));
        // Every key of the player is alive there.
        await scrubber.PressAsync(" ");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = PlayerText.Pause })).ToBeVisibleAsync();
        await scrubber.PressAsync(" ");
        await scrubber.PressAsync("Home");
        await ShowsAsync(desk.Page, 1, "Aanvraag binnen");
    }

    [Fact]
    [Nightly(OfOnePage)]
    public async Task Replay_DeepLink_IsThatMomentAndNothingOnTheScreenCanBeUsed()
    {
        await using var desk = await OpenAsync(DemoPeople.Els, "/zaken/{nr}/naspelen?stap=4");
        var page = desk.Page;

        await ShowsAsync(page, 4, "Wacht op besluit");
        await Expect(Screen(page)).ToContainTextAsync("Voorstel: Verstuur de code per e-mail");
        var button = Screen(page).GetByText("Verstuur de code per e-mail", new() { Exact = true });
        await button.ScrollIntoViewIfNeededAsync();
        var box = (await button.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await button.FocusAsync();
        Assert.False(await page.EvaluateAsync<bool>("() => document.activeElement.closest('[inert]') !== null"));
        await ShowsAsync(page, 4, "Wacht op besluit");
    }

    [Fact]
    [Nightly(OfOnePage)]
    public async Task Replay_FoldedEvents_UnfoldByKeyboardAndByALinkToOneOfThem()
    {
        await using var desk = await OpenAsync(DemoPeople.Els, "/zaken/{nr}/naspelen?stap=4");
        var page = desk.Page;
        var head = page.GetByRole(AriaRole.Button, new() { Name = "Account activeren" });
        var inside = page.GetByRole(AriaRole.Link, new() { Name = "Er is een nieuwe code." });
        await Expect(head).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(inside).ToBeHiddenAsync();

        await head.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(inside).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(inside).ToBeHiddenAsync();
        Assert.EndsWith("stap=4", page.Url, StringComparison.Ordinal);

        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(CurrentEvent(page)).ToBeInViewportAsync();
        var shared = page.Url;
        await desk.GoAsync(shared);
        await Expect(CurrentEvent(page)).ToBeInViewportAsync();
        await Expect(CurrentEvent(page).GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public async Task Replay_Panels_AreMovedAndFoldedByKeysAndStandAsTheyWereLeft()
    {
        await using var desk = await OpenAsync(
            DemoPeople.Els, "/zaken/{nr}/naspelen?stap=4", new BrowserView(Width: 1280, Height: 720));
        var page = desk.Page;
        var timeline = page.GetByRole(AriaRole.Region, new() { Name = "Tijdlijn" });
        var splitter = page.GetByRole(AriaRole.Separator, new() { Name = PlayerText.TimelineWidth });
        var usual = (await timeline.BoundingBoxAsync())!.Width;

        await splitter.PressAsync("ArrowRight");
        await splitter.PressAsync("ArrowRight");
        await Expect(splitter).ToHaveAttributeAsync("aria-valuenow", "20");
        Assert.Equal(usual + 32, (await timeline.BoundingBoxAsync())!.Width, tolerance: 1);
        await ShowsAsync(page, 4, "Wacht op besluit");
        await splitter.PressAsync("Enter");
        await Expect(timeline.GetByRole(AriaRole.Link).First).ToBeHiddenAsync();
        await Expect(timeline.Locator("summary")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByText(new Regex("^Gebeurtenis 5 van ")).Last).ToBeVisibleAsync();

        await desk.GoAsync(page.Url);
        await Expect(timeline.GetByRole(AriaRole.Link).First).ToBeHiddenAsync();
        await timeline.Locator("summary").ClickAsync();
        await Expect(splitter).ToHaveAttributeAsync("aria-valuenow", "20");
        await page.Keyboard.PressAsync("f");
        await Expect(page.GetByRole(AriaRole.Banner)).ToBeHiddenAsync();
        await Expect(Screen(page)).ToBeInViewportAsync(new() { Ratio = .95f });
        await page.Keyboard.PressAsync("f");
        await Expect(page.GetByRole(AriaRole.Banner)).ToBeVisibleAsync();
        Assert.Empty(desk.Problems);
    }

    [Theory]
    [NightlyData("/zaken/{nr}/naspelen")]
    [InlineData("/zaken/{nr}/regels")]
    public async Task Case_OpenedOnce_IsWrittenDownOnce(string address)
    {
        await using var desk = await OpenAsync(DemoPeople.Els);
        var before = await finished.LooksAsync();

        await desk.GoAsync(address.Replace("{nr}", finished.Number, StringComparison.Ordinal));
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(finished.Number);

        Assert.Equal(before + 1, await finished.LooksAsync());
    }

    [Fact]
    [Nightly("who may replay is tried every day without a browser")]
    public async Task Replay_ByAnotherEmployee_IsCalmlyRefused()
    {
        await using var desk = await OpenAsync(DemoPeople.Tom, "/zaken/{nr}/naspelen");

        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Deze zaak kun je niet naspelen");
    }

    [Fact]
    [Nightly("who may replay is tried every day without a browser")]
    public async Task Replay_ByTheEmployeeWhoHandledIt_IsFoundInTheOwnList()
    {
        await using var desk = await OpenAsync(DemoPeople.Sanne, "/zaken?weergave=alles");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = finished.Number, Exact = true }).ClickAsync();

        await ShowsAsync(desk.Page, 1, "Aanvraag binnen");
    }

    [Fact]
    public async Task Cases_SearchedAndFiltered_KeepItInTheAddress()
    {
        await using var desk = await OpenAsync(DemoPeople.Els);
        var page = desk.Page;

        await page.GetByLabel("Zoek op naam, adres of zaaknummer").FillAsync("mailstra");
        await page.GetByLabel("Uitkomst").SelectOptionAsync("Code per e-mail");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek", Exact = true }).ClickAsync();
        await page.WaitForAddressAsync(@"^/zaken\?uitkomst=e-mail&gezocht=[\w-]+$");
        await Expect(page.Locator("main [role=status]")).ToHaveTextAsync("1 zaak op deze pagina");
        await page.GetByLabel("Uitkomst").SelectOptionAsync("Geen code");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Geen zaken gevonden met deze filters.")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = finished.Number, Exact = true })).ToBeVisibleAsync();
    }

    private static ILocator Here(IPage page) => page.Locator("svg a[aria-current]");

    private static ILocator CurrentEvent(IPage page) => page.GetByRole(AriaRole.Listitem).And(page.Locator("[aria-current]"));

    private static ILocator Screen(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = ReplayText.ScreenRegion });

    private static async Task ShowsAsync(IPage page, int sequence, string state)
    {
        await Expect(page.GetByText(new Regex($"^Gebeurtenis {sequence} van ")).Last).ToBeVisibleAsync();
        await Expect(Here(page).Locator("title")).ToHaveTextAsync(new Regex($"^{state}: hier is de zaak"));
        Assert.Matches(sequence is 1 ? "naspelen(\\?stap=1)?$" : $"stap={sequence}$", page.Url);
    }

    private async Task<Desktop> OpenAsync(Actor person, string? address = null, BrowserView? view = null)
    {
        await finished.FinishAsync(browser);
        var desk = await Desktop.OpenAsync(browser, finished.Address, person, view);
        await desk.GoAsync(address?.Replace("{nr}", finished.Number, StringComparison.Ordinal) ?? $"{Urls.Cases}?weergave=alles");
        return desk;
    }
}
