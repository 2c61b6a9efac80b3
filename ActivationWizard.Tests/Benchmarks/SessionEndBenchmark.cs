using System.Diagnostics;
using ActivationWizard.App;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// How long the open pages of a session stay once it is over, and how long its cookie opens a page: another tab, another browser
/// with the same cookie, and both at another instance on the same PostgreSQL. A session ends in its own browser, by a system
/// manager, and by the identity provider.
/// </summary>
internal static class SessionEndBenchmark
{
    private const int Rounds = 10;
    private const string Person = "p-1";

    public static async Task RunAsync(TextWriter output)
    {
        await using var browser = new BrowserHost();
        await using var postgres = new PostgresServer(isDurable: true);
        await using var provider = new IdentityProvider();
        await provider.StartAsync();
        var settings = ProductionApp.SettingsFor(provider.Authority);
        (settings["Journal:Provider"], settings["Journal:ConnectionString"]) =
            ("Postgres", await postgres.CreateDatabaseAsync());
        await using var one = new TestApp(new() { Settings = settings });
        await using var other = new TestApp(new() { Settings = settings });
        provider.Person = [new("sub", Person), new("name", "Lena"), new("groups", "wonen-medewerker")];
        provider.Issue = draft => draft.With("sid", "s-1").AsSigned();
        using var visitor = one.Visitor();

        var ways = new (string Name, Func<BrowserWindow, Task> End)[]
        {
            ("signing out", window => window.Page.Locator(Seen.SignOut).ClickAsync()),
            ("the system manager", _ => ManagerOf(one).EndAsync(Person, default)),
            ("the identity provider", _ => LogOutAsync(visitor, provider)),
        };
        foreach (var (name, end) in ways)
        {
            var seen = new Dictionary<string, List<TimeSpan>>();
            for (var round = 0; round < Rounds; round++)
                await MeasureAsync(browser, one.Address, other.Address, end, seen);
            foreach (var (place, measured) in seen)
                await output.WriteLineAsync($"ended by {name}, {place}: {new Figures(measured)} (at most 5 s)");
        }
    }

    private static async Task MeasureAsync(
        BrowserHost browser, Uri one, Uri other, Func<BrowserWindow, Task> end, Dictionary<string, List<TimeSpan>> seen)
    {
        await using var window = await browser.OpenAsync(one);
        await window.Page.GotoAsync($"{Urls.OpenIdSignIn}?returnUrl={Urls.Work}");
        await window.Page.WaitUntilReadyAsync();
        var cookies = await window.Page.Context.CookiesAsync();
        await using var copy = await browser.OpenAsync(one);
        // A host's own cookie, on whatever port.
        await copy.Page.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            Secure = cookie.Secure,
        }));
        var pages = new (string Place, IPage Page)[]
        {
            ("another tab", await OpenAsync(window, one)),
            ("another tab at another instance", await OpenAsync(window, other)),
            ("another browser", await OpenAsync(copy, one)),
            ("another browser at another instance", await OpenAsync(copy, other)),
        };
        using var refused = VisitorOf(one, cookies);
        using var refusedThere = VisitorOf(other, cookies);
        await window.Page.Locator(Seen.UserMenu).ClickAsync();
        await window.Page.Locator(Seen.SignOut).WaitForAsync();

        var clock = Stopwatch.StartNew();
        var waiting = pages
            .Select(async page =>
            {
                await page.Page.WaitForAddressAsync($"^{Urls.SignIn}");
                return ($"{page.Place} shows the sign-in", clock.Elapsed);
            })
            .Append(RefusedAsync(refused, "a request is refused", clock))
            .Append(RefusedAsync(refusedThere, "a request at another instance is refused", clock))
            .ToList();
        await end(window);
        foreach (var (place, took) in await Task.WhenAll(waiting))
        {
            if (!seen.TryGetValue(place, out var measured))
                seen[place] = measured = [];
            measured.Add(took);
        }
    }

    private static async Task<IPage> OpenAsync(BrowserWindow window, Uri instance)
    {
        var page = await window.Page.Context.NewPageAsync();
        await page.GotoAsync(new Uri(instance, Urls.Work).AbsoluteUri);
        await page.WaitUntilReadyAsync();
        return page;
    }

    private static Visitor VisitorOf(Uri instance, IEnumerable<BrowserContextCookiesResult> cookies)
    {
        var visitor = new Visitor(instance);
        foreach (var cookie in cookies)
            visitor.SetCookie(cookie.Name, cookie.Value);
        return visitor;
    }

    private static async Task<(string Place, TimeSpan Took)> RefusedAsync(Visitor visitor, string place, Stopwatch clock)
    {
        while (clock.Elapsed < Waiting.Limit)
        {
            using var answer = await visitor.Http.GetAsync(Urls.Work);
            if (!answer.IsSuccessStatusCode)
                return (place, clock.Elapsed);
        }

        throw new TimeoutException($"Waited {Waiting.Limit.TotalMinutes:0} minutes until {place}.");
    }

    private static SessionDesk ManagerOf(TestApp app) => new(
        TestApp.CurrentOf(DemoPeople.Bram), app.Services.GetRequiredService<Sessions>(),
        app.Services.GetRequiredService<OpenSessions>(), app.Services.GetRequiredService<SecurityLog>(),
        app.Services.GetRequiredService<ISharedCounts>());

    private static async Task LogOutAsync(Visitor visitor, IdentityProvider provider)
    {
        var token = provider.Draft().With("sub", Person).With("jti", Guid.NewGuid().ToString("N"))
            .With("events", new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new() });
        using var form = new FormUrlEncodedContent([new("logout_token", token.AsSigned())]);
        using var answer = await visitor.Http.PostAsync(Urls.BackChannelLogout, form);
        answer.EnsureSuccessStatusCode();
    }
}
