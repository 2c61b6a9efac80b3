using ActivationWizard.App;
using ActivationWizard.App.AccessRequest;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Browser;

/// <summary>A team lead puts together what is known about a tenant, and prints it.</summary>
public sealed class AccessRequestTests(TestApp app, BrowserHost browser) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Report_OfATenant_IsOnThePageAndOnPaperAndInNoAddress()
    {
        var number = await app.NumberOfAsync("E. Mailstra");
        await using var els = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Els, startsAt: Urls.AccessRequest);
        await els.PressAsync(AccessRequestText.Find);
        await els.WaitForAsync(Seen.ErrorLines);

        await els.Page.GetByLabel(AccessRequestText.Number, new() { Exact = true }).FillAsync($"{number}");
        await els.PressAsync(AccessRequestText.Find);

        var report = els.Page.GetByRole(AriaRole.Article);
        await Assertions.Expect(report).ToContainTextAsync("E. Mailstra");
        Assert.EndsWith(Urls.AccessRequest, els.Page.Url, StringComparison.Ordinal);
        Assert.Empty(await Accessibility.ViolationsAsync(els.Page));

        await els.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(report).ToBeVisibleAsync();
        await Assertions.Expect(els.Page.GetByLabel(AccessRequestText.Number, new() { Exact = true })).ToBeHiddenAsync();
        Assert.False(await els.ScrollsSidewaysAsync());
        Assert.Empty(els.Problems);
    }
}
