using System.Text.RegularExpressions;

namespace ActivationWizard.Tests.App.Words;

/// <summary>Finds text for people in a component: between tags, and in attributes that are read out or shown.</summary>
internal static partial class MarkupWords
{
    private const string Brackets = @"\((?>[^()]|(?<open>\()|(?<-open>\)))*\)";

    private const string Keywords = "if|else|for|foreach|while|switch|using|page|inject|inherits|attribute|implements|typeparam|"
        + "layout|namespace|rendermode";

    private const string Spoken = "Label|Title|Text|Placeholder|HelperText|AdornmentAriaLabel|aria-label|aria-description|title|"
        + "alt|placeholder";

    public static IEnumerable<string> In(string razor)
    {
        var markup = Comment().Replace(Code().Replace(razor, ""), "");
        var shown = Attribute().Matches(markup).Select(match => match.Value);
        // Expressions go before tags do, for one can stand inside the other.
        var text = Line().Replace(Expression().Replace(markup, "@"), "");
        var between = Tag().Split(text).Select(piece => piece.Replace('@', ' ').Trim()).Where(HasLetters);
        return shown.Concat(between);
    }

    private static bool HasLetters(string piece) => piece.Any(char.IsLetter);

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@code\s*\{.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    /// <summary>@(…) with brackets inside, or @name.name[…](…).</summary>
    [GeneratedRegex($@"@{Brackets}|@(?!{Keywords}|ref|bind|on|key|\{{)[\w.?!]+(?>{Brackets}|\[[^\]]*\]|[\w.?!])*")]
    private static partial Regex Expression();

    /// <summary>A line of code in the markup: a directive, a condition, a loop, or a declaration in a code block.</summary>
    [GeneratedRegex($@"^\s*(@?({Keywords}|case|default|break|var)\b.*|\}}.*|\{{\s*|@\{{.*|.*;\s*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"<(?>""[^""]*""|'[^']*'|[^<>""'])*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex($@"(?<=\s)({Spoken})=""(?=[^""@]*\p{{L}})[^""@]*""")]
    private static partial Regex Attribute();
}
