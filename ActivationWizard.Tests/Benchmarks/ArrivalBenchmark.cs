using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// From the click on a request in the work list to its facts painted, and from a request that is sent in to its facts painted, by
/// the clock of the page itself.
/// </summary>
internal static class ArrivalBenchmark
{
    private const int Times = 20;

    private const string Clock = """
        () => {
            let clicked = 0;
            addEventListener('click', event => clicked = event.timeStamp, { capture: true, once: true });
            window.untilFacts = new Promise(done => {
                const watch = new MutationObserver(() => {
                    if (!document.querySelector('.aw-compare tbody tr')
                        || !document.querySelector('#doen, .aw-panel-attention')) return;
                    watch.disconnect();
                    requestAnimationFrame(() => setTimeout(() => done(performance.now() - clicked)));
                });
                watch.observe(document.body, { subtree: true, childList: true });
            });
        }
        """;

    public static async Task RunAsync(TextWriter output)
    {
        await using var browser = new BrowserHost();
        using var data = new TemporaryFolder();
        await using var app = await AppProcess.StartAsync(data.Path);
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        var names = SandboxSeeds.Requests.Where(one => one is { ExpectedRow: "D22" or "D25" })
            .Select(one => one.Naam).Take(Times + 1).ToList();
        await desk.Page.Locator(".aw-list-proposal").First.WaitForAsync();
        var (opened, arrived) = (new List<TimeSpan>(), new List<TimeSpan>());
        foreach (var name in names)
            opened.Add(await OpenedAsync(desk, name));
        for (var time = 0; time <= Times; time++)
            arrived.Add(await ArrivedAsync(desk));

        // The first of each pays for compiling everything.
        await output.WriteLineAsync($"opening a request that was looked up: {new Figures(opened.Skip(1))} (at most 0.5 s)");
        await output.WriteLineAsync($"sending in a request until its facts: {new Figures(arrived.Skip(1))}");
    }

    private static async Task<TimeSpan> OpenedAsync(Desktop desk, string name)
    {
        for (var page = 1; page < 10; page++)
        {
            await desk.GoAsync($"{Urls.Work}?bladzijde={page}");
            var row = desk.Page.Locator("tr", new() { HasText = name }).First;
            if (await row.CountAsync() is 0)
                continue;
            await desk.Page.EvaluateAsync(Clock);
            await row.GetByRole(AriaRole.Link).ClickAsync();
            return await FactsAsync(desk);
        }

        throw new InvalidOperationException($"No row of {name} in the work list.");
    }

    private static async Task<TimeSpan> ArrivedAsync(Desktop desk)
    {
        var page = desk.Page;
        await desk.GoAsync(Urls.NewRequest);
        await page.GetByLabel("Telefoon").CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "De huurder" }).CheckAsync();
        await page.GetByLabel("Eerste code").CheckAsync();
        await page.GetByLabel("Naam van de huurder").FillAsync("E. Mailstra");
        await page.GetByLabel("Postcode").FillAsync("5611 CD");
        await page.GetByLabel("Huisnummer").FillAsync("12");
        await page.GetByLabel("E-mailadres").FillAsync("e.mailstra@postvak.example");
        await page.EvaluateAsync(Clock);
        await page.Locator("button[type=submit]").Last.ClickAsync();
        return await FactsAsync(desk);
    }

    private static async Task<TimeSpan> FactsAsync(Desktop desk) =>
        TimeSpan.FromMilliseconds(await desk.Page.EvaluateAsync<double>("() => window.untilFacts"));
}
