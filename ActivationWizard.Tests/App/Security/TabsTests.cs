using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Components;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.App.Security;

/// <summary>Somebody opens one page more than they may, in a real browser.</summary>
public sealed class TabsTests(BrowserHost browser)
{
    [Fact]
    public async Task Tab_OneTooMany_SaysWhatToDoAndWorksAfterAnotherIsClosed()
    {
        await using var app = new TestApp(new() { Settings = new() { ["Limits:CircuitsPerPerson"] = "2" } });
        await using var window = await browser.SignInAsync(app.Address, DemoPeople.Sanne, Urls.Work, BrowserView.Desktop);
        await window.Page.WaitUntilReadyAsync();
        var second = await window.Page.Context.NewPageAsync();
        await second.GotoAsync(Urls.Work);
        await second.WaitUntilReadyAsync();

        var third = await window.Page.Context.NewPageAsync();
        await third.GotoAsync(Urls.Work);

        await third.WaitForAddressAsync($"^{Urls.TooManyTabs}$");
        await Expect(third.GetByRole(AriaRole.Heading, new() { Name = ErrorsText.TooManyTabsTitle })).ToBeVisibleAsync();
        await second.CloseAsync(new() { RunBeforeUnload = true });
        await Waiting.ForAsync("a place for the third tab", async () =>
        {
            await third.GotoAsync(Urls.Work);
            await third.WaitUntilReadyAsync();
            return new Uri(third.Url).AbsolutePath;
        }, path => path == Urls.Work, path => path);
    }
}
