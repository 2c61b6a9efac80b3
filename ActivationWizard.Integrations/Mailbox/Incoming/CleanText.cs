using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>Text of a mail, without what nobody sees, and no longer than it may be.</summary>
internal static class CleanText
{
    private const char Omission = '…';

    /// <summary>On one line; empty for null.</summary>
    public static string Line(string? text, int longest = MailBounds.LongestLine)
    {
        // A name is made of a few lines at most: more is cut before it is looked at, sign by sign.
        var line = TypedText.Name(Start(text ?? "", 4 * longest));
        return line.Length <= longest ? line : Start(line, longest - 1).TrimEnd() + Omission;
    }

    /// <summary>On one line; of what is too long the end is kept, where a file says what it is.</summary>
    public static string FileName(string? text)
    {
        const int Ending = 20;
        var name = TypedText.Name(Ends(text ?? "", 8 * MailBounds.LongestAttachmentName));
        return name.Length <= MailBounds.LongestAttachmentName
            ? name
            : Start(name, MailBounds.LongestAttachmentName - Ending - 1) + Omission + End(name, Ending);
    }

    /// <summary>On several lines, each ended by <c>\n</c> and without white space behind it; empty for null.</summary>
    public static string Lines(string? text) => TypedText.Lines(text?.Replace('\v', '\n')) is { } lines
        ? string.Join('\n', lines.Split('\n').Select(line => line.TrimEnd()))
        : "";

    /// <summary>True when a text holds a sign that turns the direction of the letters behind it.</summary>
    public static bool TurnsDirection(string text) => text.AsSpan().IndexOfAnyInRange('\u202A', '\u202E') >= 0
        || text.AsSpan().IndexOfAnyInRange('\u2066', '\u2069') >= 0;

    /// <summary>At most so many characters from the beginning, no half of one.</summary>
    public static string Start(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static string End(string text, int most) =>
        text[(char.IsLowSurrogate(text[^most]) ? text.Length - most + 1 : text.Length - most)..];

    private static string Ends(string text, int most) =>
        text.Length <= most ? text : Start(text, most / 2) + End(text, most / 2);
}
