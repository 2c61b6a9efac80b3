using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.App.Shell;

/// <summary>The connection is gone: the app is killed in its own process while two windows are open, and started again.</summary>
public sealed class ConnectionTests(BrowserHost browser)
{
    private const string Dialog = "role=dialog";

    [Fact]
    public async Task Page_OfAServerThatIsKilled_SaysSoAndComesBackToTheSameCase()
    {
        using var data = new TemporaryFolder();
        var app = await AppProcess.StartAsync(data.Path);
        try
        {
            await using var checking = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
            await checking.OpenRowAsync("F. Lade");
            await checking.ClickAsync(Seen.Accept);
            await checking.WaitForAsync(Seen.ByHand);
            var sending = new Uri(checking.Page.Url).AbsolutePath;
            await using var dark = await Desktop.OpenAsync(
                browser, app.Address, DemoPeople.Sanne, new BrowserView("en", Dark: true, Width: 320), sending);
            await dark.WaitForAsync(Seen.ByHand);
            await checking.OpenRowAsync("E. Mailstra");
            await checking.WaitForAsync(Seen.Accept);
            var address = checking.Page.Url;

            await app.DisposeAsync();

            await SaysAsync(checking, "Even geen verbinding", "Je werk is bewaard.");
            await Expect(checking.Page.Locator(Dialog)).Not.ToContainTextAsync(
                "Het versturen gaat gewoon door.", new() { UseInnerText = true });
            await SaysAsync(dark, "Connection lost for a moment", "Sending simply goes on.");
            await LooksWellInEveryStateAsync(checking);
            await LooksWellInEveryStateAsync(dark);

            app = await AppProcess.StartAsync(data.Path, new() { Port = app.Address.Port });
            await IsBackAsync(checking, Seen.Accept);
            Assert.Equal(address, checking.Page.Url);
            await IsBackAsync(dark, Seen.ByHand);
            Assert.EndsWith(sending, dark.Page.Url, StringComparison.Ordinal);
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private static async Task SaysAsync(Desktop desk, string title, string promise)
    {
        await Expect(desk.Page.GetByRole(AriaRole.Dialog, new() { Name = title })).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(Dialog)).ToContainTextAsync(promise, new() { UseInnerText = true });
    }

    // The later states take minutes to come by themselves; what each shows is a matter of the dialog's class.
    private static async Task LooksWellInEveryStateAsync(Desktop desk)
    {
        foreach (var state in new[] { "show", "retrying", "failed", "paused", "resume-failed" })
        {
            await desk.Page.Locator(Dialog)
                .EvaluateAsync("(dialog, state) => dialog.className = `aw-reconnect components-reconnect-${state}`", state);
            Assert.Empty((await Accessibility.ViolationsAsync(desk.Page)).Select(line => $"{state}: {line}"));
            Assert.False(await desk.ScrollsSidewaysAsync(), state);
        }

        await desk.Page.Locator(Dialog).EvaluateAsync("dialog => dialog.className = 'aw-reconnect components-reconnect-show'");
    }

    private static async Task IsBackAsync(Desktop desk, string sign)
    {
        await Expect(desk.Page.Locator(Dialog)).ToBeHiddenAsync();
        await Expect(desk.Page.Locator(sign)).ToBeVisibleAsync();
    }
}
