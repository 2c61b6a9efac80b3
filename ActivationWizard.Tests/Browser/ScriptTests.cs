using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>What a page does by itself, without its server.</summary>
public sealed class ScriptTests(FinishedCaseApp finished, BrowserHost browser) : IClassFixture<FinishedCaseApp>
{
    [Fact]
    public async Task Theme_WhileTheServerIsAway_ChangesKeepsWhatWasTypedAndIsRemembered()
    {
        await using var desk = await Desktop.OpenAsync(browser, finished.Address, DemoPeople.Sanne, startsAt: Urls.NewRequest);
        await desk.TypeAsync(Seen.Name, "J. Halverwege");
        await desk.Page.Context.SetOfflineAsync(true);

        await desk.PressAsync("Donkere kleuren");

        await Expect(desk.Page.GetByRole(AriaRole.Banner)).ToHaveCSSAsync("background-color", "rgb(30, 34, 40)");
        await Expect(desk.Page.Locator(Seen.Name)).ToHaveValueAsync("J. Halverwege");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Lichte kleuren" }))
            .ToBeFocusedAsync();
        await desk.Page.Context.SetOfflineAsync(false);
        await desk.GoAsync(Urls.Work);
        await Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "donker");
    }

    [Fact]
    [Nightly("a theme before any script is tried every day")]
    public async Task Theme_ThatNobodyChose_IsTheSystems()
    {
        await using var window = await browser.OpenAsync(finished.Address, new BrowserView(Dark: true));
        await window.Page.GotoAsync(Urls.SignIn);
        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "donker");

        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "licht");
    }

    [Fact]
    public async Task HeadingOfAPage_ThatComesAfterAQuickPress_LeavesTheFocusThere()
    {
        await using var desk = await Desktop.OpenAsync(browser, finished.Address, DemoPeople.Sanne, startsAt: Urls.NewRequest);
        Task<string> ArriveAsync() => desk.Page.EvaluateAsync<string>(
            """
            async () => {
                (await import('/focus.js')).arriveAt(document.querySelector('h1'));
                return document.activeElement.id || document.activeElement.nodeName;
            }
            """);

        await desk.Page.FocusAsync(Seen.Name);
        Assert.Equal("naam", await ArriveAsync());

        await desk.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).Last.FocusAsync();
        Assert.Equal("BUTTON", await ArriveAsync());

        await desk.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link).First.FocusAsync();
        Assert.Equal("H1", await ArriveAsync());
    }

    [Fact]
    [Nightly("the draft of a case after a reload is tried every day")]
    public async Task Comment_HalfWrittenAndReloaded_IsThereUntilItIsAdded()
    {
        await finished.FinishAsync(browser);
        await using var desk = await Desktop.OpenAsync(
            browser, finished.Address, DemoPeople.Els, startsAt: Urls.ForReplay(finished.Number, 4));
        var text = desk.Page.GetByLabel("Opmerking bij gebeurtenis");
        var kind = desk.Page.GetByLabel("Soort", new() { Exact = true });
        await text.FillAsync("Waarom per brief");
        await kind.SelectOptionAsync("Mistake");

        await desk.Page.ReloadAsync();

        await Expect(text).ToHaveValueAsync("Waarom per brief");
        await Expect(kind).ToHaveValueAsync("Mistake");
        await desk.PressAsync("Plaats de opmerking");
        var said = desk.Page.GetByRole(AriaRole.Listitem).GetByText("Waarom per brief");
        await Expect(said).ToBeVisibleAsync();
        await desk.Page.ReloadAsync();
        await Expect(said).ToBeVisibleAsync();
        await Expect(text).ToHaveValueAsync("");
    }

    [Fact]
    public async Task LinkToAMoment_IsOnTheClipboard()
    {
        await finished.FinishAsync(browser);
        await using var desk = await Desktop.OpenAsync(
            browser, finished.Address, DemoPeople.Els, startsAt: Urls.ForReplay(finished.Number, 4));
        await desk.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await desk.KeyAsync("l");

        await Expect(desk.Page.Locator("[data-copied]")).ToHaveTextAsync("De link is gekopieerd.");
        Assert.Equal(new Uri(finished.Address, Urls.ForReplay(finished.Number, 4)).AbsoluteUri,
            await desk.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        Assert.Empty(desk.Problems);
    }
}
