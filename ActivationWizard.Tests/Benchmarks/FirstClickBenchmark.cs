using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// Clicks in the first moments of a page, at random times from when the button is there until after its circuit is: how many did
/// nothing. The button sends a new request with nothing in it, of which the page says what is missing.
/// </summary>
internal static class FirstClickBenchmark
{
    private const int Times = 200;

    // In milliseconds: on this page a circuit is there after some 150.
    private const int Latest = 400;
    private const int Seed = 13;

    private const string ClickAfter = """
        wait => {
            const find = () => document.querySelector('main form.aw-form [type=submit]');
            const press = () => {
                const button = find();
                if (!button) return setTimeout(press, 1);
                window.wasConnected = !!document.querySelector('[data-connected]');
                button.click();
            };
            const seen = new MutationObserver(() => {
                if (!find()) return;
                seen.disconnect();
                setTimeout(press, wait);
            });
            seen.observe(document, { subtree: true, childList: true });
        }
        """;

    public static async Task RunAsync(TextWriter output)
    {
        await using var browser = new BrowserHost();
        await using var app = new TestApp();
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        var random = new Random(Seed);
        var (early, lost) = (0, 0);
        for (var at = 0; at < Times; at++)
        {
            var page = await desk.Page.Context.NewPageAsync();
            await page.AddInitScriptAsync($"({ClickAfter})({random.Next(Latest)})");
            await page.GotoAsync(Urls.NewRequest);
            await page.WaitForFunctionAsync("() => window.wasConnected !== undefined");
            await page.WaitUntilReadyAsync();
            early += await page.EvaluateAsync<bool>("() => !window.wasConnected") ? 1 : 0;
            lost += await page.Locator(Seen.ErrorLines).CountAsync() is 0 ? 1 : 0;
            await page.CloseAsync();
        }

        await output.WriteLineAsync($"{Times} clicks, {early} of them before the circuit: {lost} lost (seed {Seed})");
    }
}
