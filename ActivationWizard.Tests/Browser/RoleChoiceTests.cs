using ActivationWizard.App;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>Somebody with two jobs, in a browser: which one, and another one later.</summary>
public sealed class RoleChoiceTests(ProductionApp production, BrowserHost browser) : IClassFixture<ProductionApp>
{
    [Fact]
    public async Task Role_ChosenByKeyAndChangedFromTheMenu_IsTheOneThePagesAreFor()
    {
        await using var window = await TwoJobs.AskedAsync(browser, production, BrowserView.Desktop);
        Assert.Empty(await Accessibility.ViolationsAsync(window.Page));

        await Choice(window, ShellText.RoleEmployee).PressAsync("Enter");
        await window.Page.WaitForAddressAsync($"^{Urls.Work}");
        await window.Page.WaitUntilReadyAsync();
        await window.Page.Locator(Seen.UserMenu).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = ShellText.ChooseRoleSwitch }).ClickAsync();
        await Choice(window, ShellText.RoleTeamLead).ClickAsync();

        await window.Page.WaitForAddressAsync($"^(?!{Urls.ChooseRole})");
        await window.Page.GotoAsync(Urls.Overview);
        await window.Page.WaitForAddressAsync($"^{Urls.Overview}");
        Assert.Empty(window.Problems);
    }

    private static ILocator Choice(BrowserWindow window, string role) =>
        window.Page.GetByRole(AriaRole.Button, new() { Name = role });
}
