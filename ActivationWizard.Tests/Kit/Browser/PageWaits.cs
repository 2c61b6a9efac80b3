using Microsoft.Playwright;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>
/// Waiting for a page's address, for its circuit, and for the moment at which two pages act. Asked of the page itself:
/// Playwright's own wait listens after it has looked, and misses a page that got there in between.
/// </summary>
internal static class PageWaits
{
    private const string IsConnected = """
        () => document.readyState === 'complete'
            && (document.querySelector('[data-connected]') !== null
                || document.querySelector('script[src*="blazor.web"]') === null)
        """;

    // A page that follows something is never still for long.
    private const string IsStill = """
        () => new Promise(ready => {
            let still = setTimeout(done, 200);
            const most = setTimeout(done, 3000);
            const changes = new MutationObserver(() => { clearTimeout(still); still = setTimeout(done, 200); });
            changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            function done() {
                clearTimeout(still);
                clearTimeout(most);
                changes.disconnect();
                ready();
            }
        })
        """;

    private const string ClickAtMoment = """
        (element, at) => new Promise(ready => setTimeout(() => { element.click(); ready(); }, at - Date.now()))
        """;

    /// <summary>
    /// Until path and query fit the pattern, a regular expression of JavaScript. Fails with <see cref="TimeoutException"/>.
    /// </summary>
    public static Task WaitForAddressAsync(this IPage page, string pattern) =>
        page.WaitForFunctionAsync("pattern => new RegExp(pattern).test(location.pathname + location.search)", pattern);

    /// <summary>
    /// Until the page can be used: it has its circuit, where it is a page with one, and stands still. The quiet of the network
    /// says less: it can be quiet before the circuit is asked for. Fails with <see cref="TimeoutException"/>.
    /// </summary>
    public static async Task WaitUntilReadyAsync(this IPage page)
    {
        while (true)
        {
            await page.WaitForFunctionAsync(IsConnected);
            try
            {
                await page.EvaluateAsync(IsStill);
                return;
            }
            catch (PlaywrightException failure) when (failure.Message.Contains("navigation", StringComparison.Ordinal))
            {
                // It went to another page meanwhile, or came again with what was kept: that page is waited for.
            }
        }
    }

    /// <summary>
    /// One click in each page, all at one moment, once the element is in each of them: clicks from here are as far apart as the
    /// machine is busy. Fails with <see cref="TimeoutException"/>.
    /// </summary>
    public static async Task ClickAtOnceAsync(string selector, params IPage[] pages)
    {
        var elements = await Task.WhenAll(pages.Select(page => page.Locator(selector).ElementHandleAsync()));
        var moment = await pages[0].EvaluateAsync<double>("() => Date.now() + 500");
        await Task.WhenAll(elements.Select(element => element.EvaluateAsync(ClickAtMoment, moment)));
    }
}
