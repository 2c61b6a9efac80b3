using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Browser;

/// <summary>Nothing typed is lost: the page is read again, closed, signed out of by time, or its server is killed.</summary>
public sealed class DraftTests(BrowserHost browser)
{
    private const string Reason = "De huurder belde: het is al opgelost.";

    [Fact]
    public async Task Case_ReloadedAndInANewTab_HasTheSameFieldsAndNothingWasSent()
    {
        await using var app = new TestApp();
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "N. Nieuwenhuis");
        await FillInAsync(desk);
        await SavedAsync(desk.Page);
        // At its end nothing is under the button that stays in the window.
        await desk.Page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));
        var version = (await atDesk.NowAsync()).Version;

        await desk.Page.ReloadAsync();
        await AssertFilledInAsync(desk.Page);
        var tab = await desk.Page.Context.NewPageAsync();
        await tab.GotoAsync(desk.Page.Url);
        await AssertFilledInAsync(tab);
        Assert.Equal(version, (await atDesk.NowAsync()).Version);

        // A proposal that is made anew is another question: nobody agreed to this one.
        await desk.PressAsync("Haal opnieuw op");
        var again = await app.UntilAsync(
            atDesk.Number, one => one.Version > version && one.State is ActivationState.AwaitingDecision);
        await desk.Page.Locator($"[data-question='{again.Question}'] >> {Seen.OldAccount}").WaitForAsync();
        Assert.False(await desk.Page.IsCheckedAsync(Seen.OldAccount));
        await desk.Page.ReloadAsync();
        await desk.WaitForAsync(Seen.OldAccount);
        Assert.False(await desk.Page.IsCheckedAsync(Seen.OldAccount));
        Assert.Empty(desk.Problems);
    }

    [Fact]
    [Nightly("the server keeps drafts in `Journal`; the draft after a reload is tried every day")]
    public async Task Case_ServerCannotKeepItAtFirst_IsThereOnceItCan()
    {
        await using var app = new TestApp();
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        await CaseAtDesk.TakeAsync(desk, app, "N. Nieuwenhuis");
        await desk.WaitForAsync(Seen.OldAccount);
        var isInTrouble = true;
        await desk.Page.RouteAsync("**/concept", route => Volatile.Read(ref isInTrouble)
            ? route.FulfillAsync(new() { Status = 500 }) : route.ContinueAsync());
        await FillInAsync(desk);
        await desk.Page.RunAndWaitForResponseAsync(
            () => desk.Page.ReloadAsync(), answer => answer.Url.EndsWith("/concept", StringComparison.Ordinal));

        Volatile.Write(ref isInTrouble, false);

        await AssertFilledInAsync(desk.Page);
    }

    [Fact]
    [Nightly("the session that ends, and the draft after a reload, are each tried every day")]
    public async Task Case_SessionExpiresWhileTyping_IsThereAfterSigningInAgain()
    {
        await using var app = new TestApp();
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        await CaseAtDesk.TakeAsync(desk, app, "N. Nieuwenhuis");
        await desk.WaitForAsync(Seen.OldAccount);
        await desk.Page.Context.ClearCookiesAsync(new() { Name = AccessRegistration.CookieName });
        await FillInAsync(desk);

        await desk.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await desk.WaitForAsync($"button[value='{DemoPeople.Sanne.Id}']");
        await desk.ClickAsync($"button[value='{DemoPeople.Sanne.Id}']");

        await AssertFilledInAsync(desk.Page);
        Assert.Equal("[]", await desk.Page.EvaluateAsync<string>(
            "() => JSON.stringify(Object.keys(sessionStorage).filter(key => key.startsWith('concept')))"));
    }

    [Fact]
    [Nightly("a process of its own, twice; the connection that comes back is tried every day")]
    public async Task Case_ServerIsKilled_IsThereWhenItIsBack()
    {
        using var folder = new TemporaryFolder();
        var port = 0;
        await using var desk = await WithServerAsync(folder, port, async address =>
        {
            port = address.Port;
            var opened = await Desktop.OpenAsync(browser, address, DemoPeople.Sanne);
            await opened.OpenRowAsync("N. Nieuwenhuis");
            await opened.WaitForAsync(Seen.OldAccount);
            // A row that is followed before the page has its circuit is a link and no more: then the case is taken on its own
            // page.
            if (!await opened.Page.IsEnabledAsync(Seen.OldAccount))
                await opened.PressAsync("Ik behandel deze zaak");
            await opened.Page.CheckAsync(Seen.OldAccount);
            await OpenClosingAsync(opened);
            await SavedAsync(opened.Page);
            return opened;
        });

        // The server is gone, and the page has not noticed yet.
        await desk.Page.EvaluateAsync(
            """
            text => {
                const field = document.getElementById('reden-sluiten');
                field.value = text;
                field.dispatchEvent(new Event('input', { bubbles: true }));
            }
            """, Reason);
        await WithServerAsync(folder, port, async _ =>
        {
            await AssertFilledInAsync(desk.Page);
            return desk;
        });
    }

    [Fact]
    [Nightly("the draft of a case after a reload is tried every day")]
    public async Task NewRequest_Reloaded_IsThereForThisTabAndPersonAlone_UntilItIsSent()
    {
        await using var app = new TestApp();
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne, startsAt: Urls.NewRequest);
        await desk.TypeAsync(Seen.Name, "P. Postma");
        await desk.Page.Locator(Seen.Channel).First.CheckAsync();

        await desk.Page.ReloadAsync();
        await desk.Page.WaitForFunctionAsync("() => document.getElementById('naam')?.value === 'P. Postma'");
        Assert.True(await desk.Page.Locator(Seen.Channel).First.IsCheckedAsync());
        var tab = await desk.Page.Context.NewPageAsync();
        await tab.GotoAsync(desk.Page.Url);
        await tab.WaitUntilReadyAsync();
        Assert.Equal("", await tab.InputValueAsync(Seen.Name));

        // Asked first: with the session it would be gone.
        var asked = 0;
        desk.Page.Dialog += async (_, dialog) => await (asked++ is 0 ? dialog.DismissAsync() : dialog.AcceptAsync());
        await desk.ClickAsync(Seen.UserMenu);
        await desk.ClickAsync(Seen.SignOut);
        Assert.Equal("P. Postma", await desk.Page.InputValueAsync(Seen.Name));
        // From here on the server lets the page go, which may find that out before it has left.
        Assert.Empty(desk.Problems);
        await desk.ClickAsync(Seen.SignOut);
        await desk.Page.Locator("a, button", new() { HasTextString = "Sanne" }).First.WaitForAsync();
        Assert.Equal(0, await desk.Page.EvaluateAsync<int>(
            "() => Object.keys(sessionStorage).filter(key => key.startsWith('concept')).length"));
    }

    private static async Task FillInAsync(Desktop desk)
    {
        await desk.WaitForAsync(Seen.OldAccount);
        await desk.Page.CheckAsync(Seen.OldAccount);
        await OpenClosingAsync(desk);
        await desk.TypeAsync(Seen.Reason, Reason);
    }

    // What is folded is not in the page until it is opened.
    private static async Task OpenClosingAsync(Desktop desk)
    {
        await desk.Page.Locator("summary", new() { HasTextString = "iets anders" }).ClickAsync();
        await desk.Page.Locator("summary", new() { HasTextString = "Sluit de zaak" }).ClickAsync();
        await desk.WaitForAsync(Seen.Reason);
    }

    private static async Task SavedAsync(IPage page) => await page.WaitForFunctionAsync(
        "() => /^Bewaard \\d/.test(document.querySelector('[data-kept]')?.textContent ?? '') "
        + "&& !Object.keys(sessionStorage).some(key => key.startsWith('concept'))");

    private static async Task AssertFilledInAsync(IPage page) => await page.WaitForFunctionAsync(
        "text => document.getElementById('oud-account')?.checked && document.getElementById('reden-sluiten')?.value === text",
        Reason);

    private static async Task<Desktop> WithServerAsync(TemporaryFolder folder, int port, Func<Uri, Task<Desktop>> use)
    {
        await using var app = await AppProcess.StartAsync(folder.Path, new() { Port = port });
        return await use(app.Address);
    }
}
