using System.Globalization;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// From a click or a press to what it changes painted, for what only changes the screen, by the clock of the page itself.
/// </summary>
internal static class PaintBenchmark
{
    private const int Times = 30;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // The event's own time stamp, so that waiting for the page's thread counts too; a task after the next frame, so that painting
    // does.
    private const string Clock = """
        () => {
            let began = 0;
            const begin = event => began ||= event.timeStamp;
            addEventListener('click', begin, { capture: true, once: true });
            addEventListener('keydown', begin, { capture: true, once: true });
            const there = () => !!(SIGN);
            window.untilPainted = new Promise(done => {
                const look = () => {
                    if (!began || !there()) return;
                    watch.disconnect();
                    removeEventListener('focusin', look);
                    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
                };
                const watch = new MutationObserver(look);
                watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
                addEventListener('focusin', look);
            });
        }
        """;

    public static async Task RunAsync(TextWriter output)
    {
        await using var browser = new BrowserHost();
        await using var gallery = new CaseGallery(browser);
        await gallery.InitializeAsync();
        await output.WriteLineAsync(
            $"{Times} times each; at most 0.100 s at p95\n\n"
            + "| What | Where it happens | Median | p95 |\n| --- | --- | --- | --- |");
        await using (var desk = await OpenAsync(browser, gallery, Urls.Work))
        {
            await RowAsync(output, desk, "next row by J", "browser", "document.activeElement !== document.body", "j", blur: true);
            await RowAsync(output, desk, "sheet of keys", "browser", "document.querySelector('#toetsen[open]')",
                "?", back: "Escape");
            await RowAsync(output, desk, "list of commands", "browser",
                "document.querySelector('#opdrachten[open] [role=option]')", "Control+k", back: "Escape");
            await RowAsync(output, desk, "another theme", "browser",
                "window.was !== (window.was = document.documentElement.dataset.theme)", ".aw-theme-switch button:visible");
            await RowAsync(output, desk, "a filter of the work list", "server",
                "document.querySelector('.aw-filter li:nth-child(2) a[aria-current]')",
                ".aw-filter li:nth-child(2) a", back: ".aw-filter li:nth-child(1) a");
        }

        await using (var desk = await OpenAsync(
            browser, gallery, gallery.Exhibits.Single(one => one.Name == "proposal-email").Path))
        {
            await RowAsync(output, desk, "something else to do", "browser",
                "document.querySelector('.aw-disclosure[open]')", ".aw-disclosure summary", back: ".aw-disclosure summary");
        }

        await using (var desk = await Desktop.OpenAsync(
            browser, gallery.App.Address, DemoPeople.Els, startsAt: Urls.ForReplay(gallery.Ended, 1)))
        {
            await RowAsync(output, desk, "next event of a replay", "server",
                "window.was !== (window.was = document.querySelector('.aw-player-position strong').textContent)",
                "a[data-by='1']", back: "a[data-key=Home]");
        }
    }

    private static Task<Desktop> OpenAsync(BrowserHost browser, CaseGallery gallery, string path) =>
        Desktop.OpenAsync(browser, gallery.App.Address, DemoPeople.Sanne, startsAt: path);

    private static async Task RowAsync(
        TextWriter output, Desktop desk, string what, string where, string sign, string how, string? back = null,
        bool blur = false)
    {
        List<TimeSpan> taken = [];
        while (taken.Count < Times)
        {
            if (blur)
                await desk.Page.EvaluateAsync("() => document.activeElement.blur()");
            // What a sign compares with is as it is now.
            await desk.Page.EvaluateAsync($"() => void ({sign})");
            await desk.Page.EvaluateAsync(Clock.Replace("SIGN", sign, StringComparison.Ordinal));
            await DoAsync(desk, how);
            taken.Add(
                TimeSpan.FromMilliseconds(await desk.Page.EvaluateAsync<double>("() => window.untilPainted").WaitAsync(Limit)));
            if (back is not null)
                await DoAsync(desk, back);
            await desk.Page.WaitUntilReadyAsync();
        }

        var figures = new Figures(taken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {where} | {figures.Median * 1000:0} ms | {figures.P95 * 1000:0} ms |"));
    }

    private static Task DoAsync(Desktop desk, string how) =>
        how.IndexOfAny(['.', '[']) >= 0 ? desk.ClickAsync(how) : desk.KeyAsync(how);
}
