using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ActivationWizard.Integrations.Mailbox.StandardReplies;

/// <summary>
/// HTML as plain text: paragraphs and lines stay, a list gets dashes, a link its address behind it. Nothing in it is run or
/// fetched, and what is not shown to a reader is left out.
/// </summary>
public static partial class HtmlText
{
    private static readonly HashSet<string> Hidden =
        new(["HEAD", "SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "TITLE", "OBJECT", "SVG"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Paragraphs =
        new(
            ["P", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "TABLE", "BLOCKQUOTE", "PRE"],
            StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Lines =
        new(["DIV", "LI", "TR", "SECTION", "ARTICLE", "HEADER", "FOOTER", "ADDRESS"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Empty for HTML that shows nothing.</summary>
    public static string Of(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        // Not by a call for each level: whoever wrote it decides how deep it goes.
        INode? node = document.Body;
        while (node is not null)
        {
            var isShown = Enter(node, text);
            if (isShown && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            node = Next(node, document.Body!, text, leavesIt: isShown);
        }

        var lines = text.ToString().Split('\n').Select(line => Spaces().Replace(line, " ").Trim());
        return Empty().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    private static INode? Next(INode node, INode root, StringBuilder text, bool leavesIt)
    {
        while (true)
        {
            if (leavesIt)
                Leave(node, text);
            if (node == root)
                return null;
            if (node.NextSibling is { } sibling)
                return sibling;
            if (node.Parent is not { } parent)
                return null;
            (node, leavesIt) = (parent, true);
        }
    }

    private static bool Enter(INode node, StringBuilder text)
    {
        if (node is IText { Data: var data })
            text.Append(data.ReplaceLineEndings(" "));
        if (node is not IElement element)
            return node is IText or IDocumentFragment;
        if (Hidden.Contains(element.TagName) || element.HasAttribute("hidden"))
            return false;
        if (element.TagName.Equals("BR", StringComparison.OrdinalIgnoreCase))
            text.Append('\n');
        else
            Break(element, text);
        if (element.TagName.Equals("LI", StringComparison.OrdinalIgnoreCase))
            text.Append("- ");
        return true;
    }

    private static void Leave(INode node, StringBuilder text)
    {
        if (node is not IElement element)
            return;
        if (element.TagName.Equals("A", StringComparison.OrdinalIgnoreCase) && AddressOf(element) is { } address)
            text.Append(" (").Append(address).Append(')');
        Break(element, text);
    }

    private static void Break(IElement element, StringBuilder text)
    {
        if (Paragraphs.Contains(element.TagName))
            text.Append("\n\n");
        else if (Lines.Contains(element.TagName) && text.Length > 0 && text[^1] is not '\n')
            text.Append('\n');
        else if (element.TagName.Equals("TD", StringComparison.OrdinalIgnoreCase))
            text.Append(' ');
    }

    // None where the words are the address themselves.
    private static string? AddressOf(IElement link)
    {
        var address = link.GetAttribute("href") ?? "";
        if (!address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return null;
        var bare = Scheme().Replace(address, "").TrimEnd('/');
        return link.TextContent.Contains(bare, StringComparison.OrdinalIgnoreCase) ? null : address;
    }

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Empty();

    [GeneratedRegex(@"^https?://")]
    private static partial Regex Scheme();
}
