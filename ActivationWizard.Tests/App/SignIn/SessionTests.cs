using System.Globalization;
using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>
/// The end of a session on a page that stays open (WCAG 2.2.1): said in time, put off by one press, and never the end of a case.
/// </summary>
public sealed class SessionTests(BrowserHost browser)
{
    private readonly MovedTime _clock = new();

    [Fact]
    public async Task Session_OnlyAskedHowLong_EndsAfterHalfAnHour()
    {
        using var app = App();
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Sanne);

        _clock.By = TimeSpan.FromMinutes(29);
        Assert.InRange((await LeftAsync(visitor))!.Value, 0, 60);
        _clock.By = TimeSpan.FromMinutes(30);

        Assert.Null(await LeftAsync(visitor));
        using var page = await visitor.Http.GetAsync(Urls.Work, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task Session_WithAnActEveryQuarter_EndsAfterNineHours()
    {
        using var app = App();
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Sanne);

        var lasted = 0;
        for (; lasted < 100; lasted++)
        {
            _clock.By += TimeSpan.FromMinutes(15);
            using var answer = await visitor.Http.PostAsync(Urls.Session, null, TestContext.Current.CancellationToken);
            if (answer.StatusCode is HttpStatusCode.Unauthorized)
                break;
        }

        Assert.Equal(9 * 4 - 1, lasted);
    }

    [Fact]
    public async Task Session_OfAStranger_IsUnauthorized()
    {
        using var app = App();
        using var visitor = app.Visitor();

        Assert.Null(await LeftAsync(visitor));
    }

    [Fact]
    public async Task Page_InItsLastTwoMinutes_WarnsAndCanStay()
    {
        using var app = App();
        await using var desk = await OpenAsync(app, "/werk");
        await PassAsync(desk, TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(100));
        var warning = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Ben je er nog?" });
        await Expect(warning).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));

        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(warning).ToBeVisibleAsync();
        await desk.PressAsync("Blijf aangemeld");

        await Expect(warning).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Page_WhenItsSessionEnds_AsksToSignInAndComesBackToTheSameAddress()
    {
        using var app = App();
        await using var desk = await OpenAsync(app, "/werk?toon=nieuw");

        _clock.By += TimeSpan.FromMinutes(30);

        await desk.WaitForAddressAsync("^/aanmelden");
        await desk.Page.Locator($"button[value='{DemoPeople.Sanne.Id}']").ClickAsync();

        await desk.WaitForAddressAsync(@"^/werk\?toon=nieuw$");
    }

    private TestApp App() => new(new() { Clock = _clock });

    // Loaded again once the page's timers are the test's.
    private async Task<Desktop> OpenAsync(TestApp app, string path)
    {
        var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        await desk.Page.Clock.InstallAsync();
        await desk.GoAsync(path);
        return desk;
    }

    // Until the page asks again: it may have asked before, and be about to set its timer.
    private async Task PassAsync(Desktop desk, TimeSpan time)
    {
        _clock.By += time;
        var asked = desk.Page.WaitForRequestAsync($"**{Urls.Session}");
        do await desk.Page.Clock.FastForwardAsync((long)time.TotalMilliseconds);
        while (!asked.IsCompleted);
        await asked;
    }

    private static async Task<long?> LeftAsync(Visitor visitor)
    {
        using var answer = await visitor.Http.GetAsync(Urls.Session, TestContext.Current.CancellationToken);
        if (answer.StatusCode is HttpStatusCode.Unauthorized)
            return null;
        return long.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            CultureInfo.InvariantCulture);
    }
}
