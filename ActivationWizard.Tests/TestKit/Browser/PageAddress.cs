using Microsoft.Playwright;

namespace ActivationWizard.Tests.TestKit.Browser;

/// <summary>
/// Waiting for a page's address. Asked of the page itself: Playwright's own wait listens after it has looked, and misses a page
/// that got there in between.
/// </summary>
internal static class PageAddress
{
    /// <summary>Until path and query fit the pattern, a regular expression of JavaScript. Fails with <see cref="TimeoutException"/>.</summary>
    public static Task WaitForAddressAsync(this IPage page, string pattern) =>
        page.WaitForFunctionAsync("pattern => new RegExp(pattern).test(location.pathname + location.search)", pattern);
}
