using System.Globalization;
using System.Text;

namespace ActivationWizard.Domain.Values;

/// <summary>Sorts of characters that nobody sees.</summary>
public enum Unseen
{
    /// <summary>None of them: the character is seen, or is white space.</summary>
    None,

    /// <summary>Holds letters together or apart: part of how some names and signs are written.</summary>
    Joiner,

    /// <summary>A control character.</summary>
    Control,

    /// <summary>
    /// A zero-width space, a mark of text direction, a filler, a selector of a variant, half of a character.
    /// </summary>
    Other,
}

/// <summary>
/// Characters that nobody sees, and that change what a text is, or how it is shown. White space is none of them.
/// </summary>
public static class UnseenCharacters
{
    // Letters and marks by their category, and yet nothing to see: grapheme joiner, Hangul and Khmer fillers, Mongolian
    // selectors.
    private const string Blank = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u3164\uFFA0";

    /// <summary>True when the text holds one.</summary>
    public static bool AreIn(string text) => Runes(text).Any(one => SortOf(one) is not Unseen.None);

    /// <summary>The text without them, except those of the sort <paramref name="keep"/>.</summary>
    public static string Drop(string text, Unseen keep = Unseen.None)
    {
        if (!AreIn(text))
            return text;

        var kept = new StringBuilder(text.Length);
        foreach (var rune in Runes(text))
        {
            if (SortOf(rune) is var sort && (sort is Unseen.None || sort == keep))
                kept.Append(rune!.Value.ToString());
        }

        return kept.ToString();
    }

    private static Unseen SortOf(Rune? whole) => whole switch
    {
        null => Unseen.Other,
        { } rune when Rune.IsWhiteSpace(rune) => Unseen.None,
        { Value: 0x200C or 0x200D } => Unseen.Joiner,
        { Value: (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) } => Unseen.Other,
        { IsBmp: true } rune when Blank.Contains((char)rune.Value, StringComparison.Ordinal) => Unseen.Other,
        { } rune => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => Unseen.Control,
            UnicodeCategory.Format => Unseen.Other,
            _ => Unseen.None,
        },
    };

    // Half of a character is null.
    private static IEnumerable<Rune?> Runes(string text)
    {
        for (var index = 0; index < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, index, out var rune);
            yield return isWhole ? rune : null;
            index += isWhole ? rune.Utf16SequenceLength : 1;
        }
    }
}
