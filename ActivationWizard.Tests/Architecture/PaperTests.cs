using ActivationWizard.Tests.Kit;

namespace ActivationWizard.Tests.Architecture;

/// <summary>
/// What turns the rows of a table into cards is for narrow screens: paper is as narrow, and is read as a table. A browser shows
/// it for the lists; this reads every style sheet.
/// </summary>
public sealed class PaperTests
{
    private const string LabelOfACard = "attr(data-label)";

    [Fact]
    public void Cards_InEveryStyleSheet_AreForScreensOnly()
    {
        var sheets = Product.Files("ActivationWizard.App", ".css").ToList();
        var cards = sheets.SelectMany(sheet => Around(LabelOfACard, sheet.Text).Select(rules => (sheet.Path, rules))).ToList();

        Assert.Equal(3, cards.Count);
        Assert.All(cards, card => Assert.Contains(
            card.rules, rule => rule.StartsWith("@media screen", StringComparison.Ordinal)));
    }

    [Fact]
    public void Around_NestedRules_AreAllOfThem() => Assert.Equal(
        [["@media screen", "@container (max-width: 1rem)", "td::before"], ["b"]],
        Around("x", "a { } @media screen { @container (max-width: 1rem) { td::before { content: x; } } } b { x }"));

    // For each place where the text stands, the heads of the blocks that it stands in, outermost first.
    private static IEnumerable<string[]> Around(string text, string sheet)
    {
        var open = new List<string>();
        var head = 0;
        for (var at = 0; at < sheet.Length; at++)
        {
            if (sheet[at] is '{')
                open.Add(sheet[head..at].Trim());
            else if (sheet[at] is '}')
                open.RemoveAt(open.Count - 1);
            else if (string.CompareOrdinal(sheet, at, text, 0, text.Length) is 0 && open.Count > 0
                && !open[^1].StartsWith('@'))
                yield return [.. open];
            if (sheet[at] is '{' or '}' or ';' || (sheet[at] is '/' && at > 0 && sheet[at - 1] is '*'))
                head = at + 1;
        }
    }
}
