using System.Globalization;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>What may stand in a header and in a text: no character with which a mail is made to say something else.</summary>
internal static class PlainText
{
    /// <summary>Text on one line, without control characters: a line break in a header starts another header.</summary>
    public static bool IsLine(string? text) => !string.IsNullOrWhiteSpace(text) && !text.Any(BreaksLine);

    /// <summary>Text on any number of lines, without other control characters than line breaks and tabs.</summary>
    public static bool IsText(string? text) =>
        !string.IsNullOrWhiteSpace(text) && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));

    /// <summary>A name on one line: white space and line breaks become one space, invisible marks are left out.</summary>
    public static string Line(string text)
    {
        var visible = text
            .Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.Format)
            .Select(c => BreaksLine(c) ? ' ' : c);
        return string.Join(' ', string.Concat(visible).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool BreaksLine(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
