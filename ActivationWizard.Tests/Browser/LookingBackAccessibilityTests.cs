using System.Text.RegularExpressions;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>The four screens of the team lead, with cases of every sort in them.</summary>
public sealed class LookingBackAccessibilityTests(
    LookingBackGallery gallery, BrowserHost browser) : IClassFixture<LookingBackGallery>
{
    [Theory]
    [NightlyData("nl", Looking.EveryWay)]
    [NightlyData("en", Looking.Translation)]
    public async Task Screens_WithCases_AreAccessible(string language, Looking how)
    {
        await using var desk = await Desktop.OpenAsync(browser, gallery.App.Address, DemoPeople.Els, new BrowserView(language));

        Assert.Empty(await GalleryWalk.WalkAsync(desk, gallery.Exhibits, how));
    }

    [Fact]
    [Nightly("a replay on paper is tried every day, with less in it")]
    public async Task Replay_OnPaper_IsWholeAndBlackOnWhiteAndWithoutWhatCanOnlyBePressed()
    {
        await using var desk = await Desktop.OpenAsync(browser, gallery.App.Address, DemoPeople.Els, new BrowserView(Dark: true));
        var page = desk.Page;
        await desk.GoAsync(gallery.Exhibits.Single(one => one.Name is "replay-trouble").Path);
        await Expect(page.Locator("#groep-7")).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var pressed in new[] { ".aw-bar", ".aw-player", ".aw-case-tools", ".aw-comments form", ".aw-replay-keys" })
            await Expect(page.Locator(pressed)).ToBeHiddenAsync();
        await Expect(page.Locator(".aw-event:visible")).ToHaveCountAsync(16);
        await Expect(page.Locator("#waarom ~ table")).ToBeVisibleAsync();
        foreach (var place in new[] { "body", ".aw-pane", ".aw-event", ".aw-screen" })
        {
            await Expect(page.Locator(place).First).ToHaveCSSAsync("background-color", new Regex(@"rgb\(255, 255, 255\)|, 0\)$"));
            await Expect(page.Locator(place).First).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        }

        var paper = await page.PdfAsync(new() { Format = "A4", Path = GalleryWalk.PathOf("replay.pdf") });
        Assert.Equal("%PDF-"u8, paper.AsSpan(0, 5));
    }
}
