using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>
/// What axe finds against WCAG 2.2 level A and AA and its best practices. The script goes into a page once, and works in it: the
/// pages have no frames.
/// </summary>
public static class Accessibility
{
    private const string Run = """
        async rules => {
            const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
            return violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.impact} ${rule.id}: ${rule.help}, at ${node.target} ${node.html} ${node.failureSummary}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly object Everything = new
    {
        type = "tag",
        values = (string[])["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    };

    /// <summary>The rules to which it matters whether a page is light or dark.</summary>
    private static readonly object Colours = new { type = "rule", values = (string[])["color-contrast", "link-in-text-block"] };

    /// <summary>One line per element that breaks a rule: weight, rule, what it asks, where, what is there.</summary>
    public static Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => ViolationsAsync(page, Everything);

    /// <summary>The same, of what can differ from the page in its other theme.</summary>
    public static Task<IReadOnlyList<string>> ColourViolationsAsync(IPage page) => ViolationsAsync(page, Colours);

    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, object rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run, rules);
    }
}
