using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>The same words as the text, for a mail program that shows HTML: paragraphs, line breaks, nothing else.</summary>
internal static class HtmlPart
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A whole document; nothing of the text is markup in it.</summary>
    public static string Of(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => string.Join("<br>\n", paragraph.Trim('\n').Split('\n').Select(Encoder.Encode)));
        return "<!doctype html>\n<html><head><meta charset=\"utf-8\"></head><body>\n"
            + string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph}</p>\n")) + "</body></html>\n";
    }
}
