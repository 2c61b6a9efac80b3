using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>How pages come: nothing moves, nothing flashes, and on paper there is only what was meant for it.</summary>
public sealed class LoadingTests(FinishedCaseApp finished, BrowserHost browser) : IClassFixture<FinishedCaseApp>
{
    // What is good by https://web.dev/articles/cls is five times as much.
    private const double MostShift = 0.02;

    private const string Shifts = """
        window.shifts = [];
        new PerformanceObserver(list => window.shifts.push(...list.getEntries()))
            .observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>What moved so far, in words, or null when it is too little to be seen.</summary>
    private const string Moved = """
        most => new Promise(done => requestAnimationFrame(() => setTimeout(() => {
            const total = window.shifts.reduce((sum, one) => sum + one.value, 0);
            done(total < most ? null : window.shifts.map(one => `${one.value.toFixed(4)}: ` + one.sources
                .map(({ node, previousRect: from, currentRect: to }) =>
                    `${node?.nodeName}.${node?.className} ${from.x},${from.y} to ${to.x},${to.y}`)
                .join(', ')).join('; '));
        })))
        """;

    /// <summary>What of the tables that are shown is no table, and how far the page is wider than its paper.</summary>
    private const string Torn = """
        () => [
            ...[...document.querySelectorAll('main :is(table, thead, tbody, tr, th, td)')]
                .filter(one => one.checkVisibility() && !getComputedStyle(one).display.startsWith('table'))
                .map(one => one.outerHTML.slice(0, 120)),
            ...[...document.querySelectorAll('main thead')].filter(one => getComputedStyle(one).position === 'absolute')
                .map(() => 'a head that is not seen'),
            ...[...document.querySelectorAll('main td[data-label]')]
                .filter(one => !['none', 'normal'].includes(getComputedStyle(one, '::before').content))
                .map(one => `the label of a card: ${one.dataset.label}`),
            ...[document.documentElement.scrollWidth].filter(width => width > 680).map(width => `${width} wide`),
        ]
        """;

    [Theory]
    [NightlyData("sanne.bakker", Urls.Work, "/zoek?q=van", "/zoek?q=2026", Urls.NewRequest, "/zaken/{nr}/klaar",
        "/zaken/{new}/controleren", "/niet-gevonden")]
    [InlineData("els.de.groot", Urls.Cases, Urls.Overview, Urls.Rules, Urls.Status, "/zaken/{nr}/naspelen?stap=4",
        "/zaken/{nr}/regels")]
    public async Task Page_WhileItLoads_DoesNotMove(string person, params string[] paths)
    {
        await using var desk = await OpenAsync(DemoPeople.Find(person)!);
        await desk.Page.AddInitScriptAsync(Shifts);
        var fresh = await finished.NumberOfAsync("P. Postma");
        Dictionary<string, string> moved = [];
        foreach (var path in paths.Select(path => path.Replace("{nr}", finished.Number).Replace("{new}", fresh)))
        {
            await desk.GoAsync(finished.Sealed(DemoPeople.Find(person)!, path));
            if (await desk.Page.EvaluateAsync<string?>(Moved, MostShift) is { } what)
                moved[path] = what;
        }

        Assert.Empty(moved);
    }

    [Theory]
    [NightlyData("sanne.bakker", Urls.Work, "/zoek?q=van", Urls.NewRequest, "/zaken/{nr}/klaar", "/zaken/{new}/controleren")]
    [NightlyData("els.de.groot", Urls.Cases, Urls.Overview, Urls.Rules, Urls.Status, "/zaken/{nr}/naspelen?stap=4",
        "/zaken/{nr}/regels")]
    public async Task Page_ThatComesInPieces_DoesNotMove(string person, params string[] paths)
    {
        await using var desk = await OpenAsync(DemoPeople.Find(person)!);
        await desk.Page.AddInitScriptAsync(Shifts);
        await desk.Page.RouteAsync(Seen.BlazorScript, route => route.AbortAsync());
        await using var slow = await PiecemealServer.StartAsync(finished.Address, 1500);
        var fresh = await finished.NumberOfAsync("P. Postma");
        Dictionary<string, string> moved = [];
        foreach (var path in paths.Select(path => path.Replace("{nr}", finished.Number).Replace("{new}", fresh)))
        {
            await desk.Page.GotoAsync(new Uri(slow.Address, finished.Sealed(DemoPeople.Find(person)!, path)).AbsoluteUri);
            if (await desk.Page.EvaluateAsync<string?>(Moved, MostShift) is { } what)
                moved[path] = what;
        }

        Assert.Empty(moved);
    }

    [Theory]
    [InlineData(true, "rgb(21, 24, 29)")]
    [NightlyData(false, "rgb(245, 246, 248)")]
    public async Task Page_BeforeAnyScript_HasItsTheme(bool dark, string background)
    {
        await using var desk = await OpenAsync(DemoPeople.Sanne, new BrowserView(Dark: dark));
        await desk.Page.RouteAsync("**/*.js", route => route.AbortAsync());

        await desk.Page.GotoAsync(Urls.Work);

        Assert.Equal(background,
            await desk.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor"));
        Assert.Equal(background, await desk.Page.EvaluateAsync<string>(
            """
            () => {
                const probe = document.body.appendChild(document.createElement('div'));
                probe.style.color = 'var(--mud-palette-background)';
                return getComputedStyle(probe).color.replace(/, 1\)$/, ')').replace('rgba', 'rgb');
            }
            """));
    }

    [Fact]
    [Nightly("the styles of all pages, which seldom change")]
    public async Task Page_ForWhoWantsLittleMotion_ChangesAtOnce()
    {
        await using var desk = await OpenAsync(DemoPeople.Sanne);
        await desk.GoAsync(Urls.Work);

        Assert.Empty(await desk.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('*')]
                .filter(one => getComputedStyle(one).transitionProperty !== 'none')
                .map(one => one.outerHTML.slice(0, 80))
            """));
    }

    [Fact]
    [Nightly("the styles of all pages, which seldom change")]
    public async Task Skeleton_OfAPageThatWaits_IsHiddenForASecond()
    {
        await using var desk = await OpenAsync(DemoPeople.Sanne);
        var look = await desk.Page.EvaluateAsync<string>(
            """
            () => {
                const late = document.body.appendChild(Object.assign(document.createElement('div'), { className: 'aw-late' }));
                const { animationDelay, animationFillMode, visibility } = getComputedStyle(late);
                return `${animationDelay} ${animationFillMode} ${visibility}`;
            }
            """);

        Assert.Equal("1s backwards hidden", look);
    }

    [Theory]
    [NightlyData("sanne.bakker", "/zaken/{nr}/klaar", ".aw-panel-done")]
    [InlineData("sanne.bakker", "/zaken/{nr}/naspelen?stap=4", ".aw-timeline")]
    [NightlyData("sanne.bakker", "/zaken/{new}/controleren", ".aw-compare >> nth=0")]
    [NightlyData("sanne.bakker", Urls.Work, ".aw-list")]
    [NightlyData("els.de.groot", "/zaken?weergave=alles", ".aw-list")]
    [NightlyData("els.de.groot", Urls.Status, ".aw-list >> nth=0")]
    public async Task Page_OnPaper_HasItsContentAndNoChrome(string person, string path, string content)
    {
        await using var desk = await OpenAsync(DemoPeople.Find(person)!);
        await desk.GoAsync(path.Replace("{nr}", finished.Number).Replace("{new}", await finished.NumberOfAsync("P. Postma")));

        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        // A4, upright, within its margins.
        await desk.Page.SetViewportSizeAsync(680, 1010);

        await Expect(desk.Page.Locator(content)).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("h1")).ToBeVisibleAsync();
        // The head of folded events is a line of its own on paper, above all of them.
        string[] everywhere = ["header", "dialog", ".aw-stepper", "main button:not(.aw-group-head)", ".aw-player", "nav"];
        foreach (var chrome in everywhere)
            Assert.Empty(await VisibleAsync(desk.Page, chrome));
        Assert.Equal("rgb(255, 255, 255)",
            await desk.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Empty(await desk.Page.EvaluateAsync<string[]>(Torn));
    }

    private static Task<string[]> VisibleAsync(IPage page, string selector) => page.EvaluateAsync<string[]>(
        """
        selector => [...document.querySelectorAll(selector)]
            .filter(one => one.checkVisibility())
            .map(one => one.outerHTML.slice(0, 120))
        """, selector);

    private async Task<Desktop> OpenAsync(Actor person, BrowserView? view = null)
    {
        await finished.FinishAsync(browser);
        return await Desktop.OpenAsync(browser, finished.Address, person, view);
    }
}
