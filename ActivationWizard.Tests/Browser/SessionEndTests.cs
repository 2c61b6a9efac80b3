using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Browser;

/// <summary>Signing out ends every page of the session: in another tab, another browser, at another instance.</summary>
public sealed class SessionEndTests(Instances instances, BrowserHost browser) : IClassFixture<Instances>
{
    private const string Reason = "De huurder belde: het is al opgelost.";

    [Fact]
    public async Task Pages_OfASessionThatIsEnded_ShowTheSignInAndAnswerNothing()
    {
        await using var desk = await Desktop.OpenAsync(browser, instances.One.Address, DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(desk, instances.One, "N. Nieuwenhuis");
        await desk.AnswerQuestionsAsync();
        await desk.Page.Locator("summary", new() { HasTextString = "iets anders" }).ClickAsync();
        await desk.Page.Locator("summary", new() { HasTextString = "Sluit de zaak" }).ClickAsync();
        await desk.TypeAsync(Seen.Reason, Reason);
        await desk.Page.WaitForFunctionAsync(
            "() => !Object.keys(sessionStorage).some(key => key.startsWith('concept'))");
        await using var other = await browser.OpenAsync(instances.Other.Address);
        await other.Page.Context.AddCookiesAsync((await desk.Page.Context.CookiesAsync()).Select(
            one => new Cookie { Name = one.Name, Value = one.Value, Url = instances.Other.Address.AbsoluteUri }));
        await other.Page.GotoAsync(new Uri(desk.Page.Url).AbsolutePath);
        await other.Page.WaitUntilReadyAsync();
        var version = (await atDesk.NowAsync()).Version;
        var tab = await desk.Page.Context.NewPageAsync();
        await tab.GotoAsync(Urls.Work);

        await tab.Locator(Seen.UserMenu).ClickAsync();
        await tab.Locator(Seen.SignOut).ClickAsync();
        await tab.WaitForAddressAsync($"^{Urls.SignIn}");
        foreach (var page in new[] { desk.Page, other.Page })
            await ClickAnywayAsync(page);

        await desk.WaitForAddressAsync($"^{Urls.SignIn}");
        await other.Page.WaitForAddressAsync($"^{Urls.SignIn}");
        Assert.Equal(version, (await atDesk.NowAsync()).Version);

        Assert.DoesNotContain(
            instances.One.Log.GetSnapshot().Concat(instances.Other.Log.GetSnapshot()),
            line => line.Exception is not null && (line.Message.Contains("OnRenderCompleted", StringComparison.Ordinal)
                || line.Message.Contains("EndInvokeJSFromDotNet", StringComparison.Ordinal)));

        await desk.ClickAsync($"button[value='{DemoPeople.Sanne.Id}']");
        await desk.Page.WaitForFunctionAsync(
            "text => document.getElementById('oud-account')?.checked && document.getElementById('reden-sluiten')?.value === text",
            Reason);
    }

    // At once, and whether or not the page is still there.
    private static async Task ClickAnywayAsync(IPage page)
    {
        try
        {
            await page.EvaluateAsync(
                """
                () => [...document.querySelectorAll('fieldset button')]
                    .find(one => one.checkVisibility())?.click()
                """);
        }
        catch (PlaywrightException failure) when (failure.Message.Contains("navigation", StringComparison.Ordinal))
        {
            // It went to the sign-in this very moment.
        }
    }
}
