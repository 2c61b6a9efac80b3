using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.TestKit.Browser;

/// <summary>What axe finds against WCAG 2.2 level A and AA and its best practices.</summary>
public static class Accessibility
{
    private static readonly RunOnlyOptions Everything = new()
    {
        Type = "tag",
        Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    };

    /// <summary>The rules to which it matters whether a page is light or dark.</summary>
    private static readonly RunOnlyOptions Colours = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

    /// <summary>One line per element that breaks a rule: weight, rule, what it asks, where.</summary>
    public static Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => ViolationsAsync(page, Everything);

    /// <summary>The same, of what can differ from the page in its other theme.</summary>
    public static Task<IReadOnlyList<string>> ColourViolationsAsync(IPage page) => ViolationsAsync(page, Colours);

    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, RunOnlyOptions rules)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = rules, ResultTypes = [ResultType.Violations] });
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => Line(rule, node)))];
    }

    private static string Line(AxeResultItem rule, AxeResultNode node) =>
        $"{rule.Impact} {rule.Id}: {rule.Help}, at {node.Target} {node.Html}";
}
