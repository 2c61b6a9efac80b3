using System.Text.RegularExpressions;

namespace ActivationWizard.Tests.App.Localisation;

/// <summary>Finds text for people in the markup of a component: between tags, and in attributes that are read out or shown.</summary>
internal static partial class MarkupWords
{
    public static IEnumerable<string> In(string razor)
    {
        var markup = Comment().Replace(Code().Replace(razor, ""), "");
        var shown = Attribute().Matches(markup).Select(match => match.Value);
        // Expressions go before tags do, for one can stand inside the other.
        var text = Line().Replace(Expression().Replace(markup, "@"), "");
        var between = Tag().Split(text).Select(piece => piece.Replace("@", "", StringComparison.Ordinal).Trim()).Where(HasLetters);
        return shown.Concat(between);
    }

    private static bool HasLetters(string piece) => piece.Any(char.IsLetter);

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@code\s*\{.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    /// <summary>@(…) with brackets inside, or @name.name[…](…).</summary>
    [GeneratedRegex(@"@\((?>[^()]|(?<open>\()|(?<-open>\)))*\)|@(?!if|else|for|foreach|while|switch|using|page|inject|inherits|attribute|implements|typeparam|layout|namespace|rendermode|ref|bind|on|key|\{)[\w.?!]+(?>\((?>[^()]|(?<open>\()|(?<-open>\)))*\)|\[[^\]]*\]|[\w.?!])*")]
    private static partial Regex Expression();

    /// <summary>A line of code in the markup: a directive, a condition, a loop, or a declaration in a code block.</summary>
    [GeneratedRegex(@"^\s*(@?(if|else|for|foreach|while|switch|case|default|break|var|using|page|inject|inherits|attribute|implements|typeparam|layout|namespace|rendermode)\b.*|\}.*|\{\s*|@\{.*|.*;\s*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"<(?>""[^""]*""|'[^']*'|[^<>""'])*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<=\s)(Label|Title|Text|Placeholder|HelperText|AdornmentAriaLabel|aria-label|aria-description|title|alt|placeholder)=""(?=[^""@]*\p{L})[^""@]*""")]
    private static partial Regex Attribute();
}
