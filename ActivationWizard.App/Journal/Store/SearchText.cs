using System.Globalization;
using System.Text;

namespace ActivationWizard.App.Journal.Store;

/// <summary>
/// Text as it is searched: capitals, without accents and control characters, the same in both databases, whose own idea of
/// letter case differs.
/// </summary>
public static class SearchText
{
    /// <summary>The most words of a search that are looked at.</summary>
    public const int MostWords = 8;

    /// <summary>
    /// What a case can be found by. The address is in it once more without spaces, so that 1234AB finds 1234 AB.
    /// </summary>
    public static string Of(string name, string address, string number)
    {
        var folded = Fold(address);
        return string.Join('\n', Fold(name), folded, folded.Replace(" ", "", StringComparison.Ordinal), number);
    }

    /// <summary>The words of a search; a case is found when all of them are in its text.</summary>
    public static IReadOnlyList<string> WordsOf(string? search) =>
        [.. Fold(search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];

    /// <summary>Text that both databases can hold: no NUL, no half of a surrogate pair.</summary>
    public static string Storable(string text)
    {
        if (!text.Any(one => one is '\0' || char.IsSurrogate(one)))
            return text;

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not 0)
                Append(kept, rune);
        }

        return kept.ToString();
    }

    private static string Fold(string text)
    {
        var kept = new StringBuilder(text.Length);
        var plain = Ascii.IsValid(text) ? text : Storable(text).Normalize(NormalizationForm.FormKD);
        foreach (var rune in plain.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                kept.Append(' ');
            else if (Rune.GetUnicodeCategory(rune)
                is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format))
                Append(kept, Rune.ToUpperInvariant(rune));
        }

        return kept.ToString();
    }

    private static void Append(StringBuilder kept, Rune rune)
    {
        Span<char> characters = stackalloc char[2];
        kept.Append(characters[..rune.EncodeToUtf16(characters)]);
    }
}
