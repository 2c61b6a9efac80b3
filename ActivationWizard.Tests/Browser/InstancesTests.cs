using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>
/// Pages of two instances behind one address, without sticky sessions; of an instance that died; of a database that is gone.
/// </summary>
public sealed class InstancesTests(Instances instances, BrowserHost browser) : IClassFixture<Instances>, IDisposable
{
    private const string Reason = "De huurder belde: het is al opgelost.";

    [Fact]
    public async Task Page_OfOneInstance_HasItsCircuitAtTheOther()
    {
        await using var desk = await Desktop.OpenAsync(browser, instances.Gateway.Address, DemoPeople.Tom);

        await desk.OpenRowAsync("P. Postma");

        await desk.WaitForAsync(Seen.AcceptEnabled);
        Assert.Equal([0, 1], instances.Gateway.Passed.Keys.Order());
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public async Task Page_OfAnInstanceThatDied_ComesBackAtTheOtherWithWhatWasFilledIn()
    {
        instances.Gateway.Towards = 0;
        await using var desk = await Desktop.OpenAsync(browser, instances.Gateway.Address, DemoPeople.Sanne);
        await desk.OpenRowAsync("N. Nieuwenhuis");
        await desk.WaitForAsync(Seen.AcceptEnabled);
        await desk.Page.CheckAsync(Seen.OldAccount);
        await desk.Page.Locator("summary", new() { HasTextString = "iets anders" }).ClickAsync();
        await desk.Page.Locator("summary", new() { HasTextString = "Sluit de zaak" }).ClickAsync();
        await desk.TypeAsync(Seen.Reason, Reason);
        var address = desk.Page.Url;

        instances.Gateway.Towards = 1;
        instances.Gateway.Cut();

        await desk.Page.WaitForFunctionAsync("() => performance.getEntriesByType('navigation')[0].type === 'reload'");
        await desk.Page.WaitUntilReadyAsync();
        await desk.Page.WaitForFunctionAsync(
            "text => document.getElementById('oud-account')?.checked && document.getElementById('reden-sluiten')?.value === text",
            Reason);
        Assert.Equal(address, desk.Page.Url);
        await desk.ClickAsync(Seen.Accept);
        await desk.WaitForAsync(Seen.Outcome);
    }

    [Fact]
    [Nightly("the session that ends, and the connection that comes back, are each tried every day")]
    public async Task Page_WhoseConnectionIsLostAndSessionOver_LeadsToTheSignIn()
    {
        await using var desk = await Desktop.OpenAsync(browser, instances.Gateway.Address, DemoPeople.Els);
        await desk.GoAsync(Urls.Cases);
        await desk.SignOutAsync();

        instances.Gateway.Cut();

        await desk.WaitForAddressAsync($"^{Urls.SignIn}");
    }

    [Fact]
    public async Task Pages_WhileTheDatabaseIsGone_SaySoAndComeBack()
    {
        await using var open = await Desktop.OpenAsync(browser, instances.One.Address, DemoPeople.Els);
        await open.GoAsync(Urls.Cases);
        await using var fresh = await Desktop.OpenAsync(browser, instances.Other.Address, DemoPeople.Els);

        instances.Database.IsShut = true;
        instances.Database.Cut();

        await Expect(Away(open).First).ToBeVisibleAsync();
        await fresh.Page.GotoAsync(Urls.Overview);
        await Expect(fresh.Page.GetByRole(AriaRole.Heading, new() { Name = ErrorsText.DatabaseAwayTitle }))
            .ToBeVisibleAsync();
        Assert.Empty(await Accessibility.ViolationsAsync(fresh.Page));

        instances.Database.IsShut = false;

        await Expect(Away(open)).ToHaveCountAsync(0);
        await fresh.Page.WaitUntilReadyAsync();
        await Expect(Away(fresh)).ToHaveCountAsync(0);
        Assert.EndsWith(Urls.Overview, fresh.Page.Url, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        (instances.Gateway.Towards, instances.Database.IsShut) = (null, false);
    }

    // A page that comes back may have both for a moment: its own heading and the line that pages have.
    private static ILocator Away(Desktop desk) => desk.Page.GetByText(ErrorsText.DatabaseAwayTitle);
}
