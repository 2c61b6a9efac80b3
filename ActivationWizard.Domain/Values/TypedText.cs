using System.Text;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// Text as it comes out of a document, a mail or a web page: the signs that those put into it are what they mean. A dash of any
/// length is a hyphen, a space of any sort a space, and what is not seen is nothing.
/// </summary>
public static class TypedText
{
    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";

    /// <summary>
    /// For an address or a number: trimmed, with single spaces and hyphens; empty for null. Control characters stay, which no
    /// value may have.
    /// </summary>
    public static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var letter in OneSpaced(UnseenCharacters.Drop(text ?? "", Unseen.Control)))
            plain.Append(Dashes.Contains(letter, StringComparison.Ordinal) ? '-' : letter);
        return plain.ToString();
    }

    /// <summary>For a name: trimmed, on one line, with single spaces; empty for null. What it is written with stays.</summary>
    public static string Name(string? text) => OneSpaced(UnseenCharacters.Drop(text ?? "", Unseen.Joiner));

    /// <summary>For several lines: trimmed, each line as it was written; null for nothing.</summary>
    public static string? Lines(string? text)
    {
        var lines = UnseenCharacters.Drop((text ?? "").ReplaceLineEndings("\n"), Unseen.Joiner).Trim();
        return lines.Length > 0 ? lines : null;
    }

    private static string OneSpaced(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
