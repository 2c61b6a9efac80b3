using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.TestKit.Browser;

/// <summary>What axe finds against WCAG 2.2 level A and AA and its best practices.</summary>
public static class Accessibility
{
    private static readonly List<string> Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>One line per element that breaks a rule: weight, rule, what it asks, where.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = Tags } });
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => Line(rule, node)))];
    }

    private static string Line(AxeResultItem rule, AxeResultNode node) =>
        $"{rule.Impact} {rule.Id}: {rule.Help}, at {node.Target} {node.Html}";
}
