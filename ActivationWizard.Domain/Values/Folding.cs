using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// Text as it is compared and searched, the one way for names, addresses and words: characters that are not seen dropped, NFKD,
/// letter case folded, letters that do not decompose brought to their base (ı ø ł đ æ œ ß þ), and of that the letters and digits
/// only.
/// </summary>
public static class Folding
{
    /// <summary>The letters and digits of a text, folded; empty when it has none, or is null.</summary>
    public static string Of(string? text) => LettersOf(Decomposed(text), LetterBases.Latin);

    /// <summary>
    /// As <see cref="Of"/>, with Greek and Cyrillic in Latin letters: what sounds alike, never enough to call two names the same.
    /// </summary>
    public static string Romanised(string? text) => LettersOf(Decomposed(text), LetterBases.OtherScripts);

    /// <summary>The folded words of a text: what stands between white space and signs.</summary>
    public static IReadOnlyList<string> WordsOf(string? text)
    {
        var words = new List<string>();
        var decomposed = Decomposed(text);
        var start = 0;
        for (var at = 0; at <= decomposed.Length; at++)
        {
            if (at < decomposed.Length && IsInWord(decomposed, at))
                continue;
            if (LettersOf(decomposed[start..at], LetterBases.Latin) is { Length: > 0 } word)
                words.Add(word);
            start = at + 1;
        }

        return words;
    }

    /// <summary>
    /// True for what a name's word consists of: a letter, a digit, a mark on one, a character that is not seen; false for an
    /// apostrophe of any sort.
    /// </summary>
    public static bool IsInWord(string text, int index) =>
        CharUnicodeInfo.GetUnicodeCategory(text, index) is var category && category switch
        {
            UnicodeCategory.ModifierLetter => text[index] is not (>= '\u02B9' and <= '\u02FF'),
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Surrogate or UnicodeCategory.Format => true,
            _ => false,
        };

    private static string Decomposed(string? text) => UnseenCharacters.Drop(text ?? "")
        .Normalize(NormalizationForm.FormKD)
        .ToUpperInvariant()
        .ToLowerInvariant()
        .Normalize(NormalizationForm.FormKD);

    private static string LettersOf(string decomposed, FrozenDictionary<char, string> bases)
    {
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (rune.IsBmp && (LetterBases.Latin.TryGetValue((char)rune.Value, out var letters)
                || bases.TryGetValue((char)rune.Value, out letters)))
                folded.Append(letters);
            else if (Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.ModifierLetter)
                folded.Append(rune.ToString());
        }

        return folded.ToString();
    }
}
