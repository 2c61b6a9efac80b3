using ActivationWizard.App;
using ActivationWizard.App.Access;
using ActivationWizard.Tests.App.Shell;
using ActivationWizard.Tests.TestKit.Browser;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.App.Work;

public sealed class WorkScreenTests(ShellApp app, BrowserHost browser) : IClassFixture<ShellApp>
{
    public static TheoryData<string, bool, int> Views => new()
    {
        { "nl", false, 1280 }, { "nl", true, 320 }, { "en", false, 320 }, { "en", true, 1280 },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Shot(string language, bool dark, int width)
    {
        var view = new BrowserView(language, dark, width);
        foreach (var (name, path) in new[] { ("werk", Urls.Work), ("zoek", Urls.ForSearch("van")), ("nieuw", Urls.NewRequest) })
        {
            await using var window = await browser.SignInAsync(app.Address, DemoPeople.Sanne, path, view);
            if (name == "nieuw")
            {
                await window.Page.Locator("button[type=submit]").Last.ClickAsync();
                await window.Page.Locator(".aw-errors").WaitForAsync();
            }
            await window.Page.ScreenshotAsync(new() { Path = $"/tmp/desk/{name}-{language}-{(dark ? "d" : "l")}-{width}.png", FullPage = name != "werk" || width > 400 });
            Assert.Empty(await Accessibility.ViolationsAsync(window.Page));
            Assert.Equal(width, await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
            Assert.Empty(window.Problems);
        }
    }
}
