using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// Text as it is searched: capitals, without accents and control characters, the same in both databases, whose own idea of
/// letter case differs.
/// </summary>
public static partial class SearchText
{
    private const int LongestWord = 60;

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

    /// <summary>The words of a search; a case is found when each of them is the beginning of one of its own.</summary>
    public static IReadOnlyList<string> WordsOf(string? search) =>
        [.. Split(Fold(search ?? "")).Select(Cut).Distinct().Take(MostWords)];

    /// <summary>
    /// The words a case is found by: those of name, address and number, and the parts between their signs. A postcode is in it
    /// with and without its space, the number with and without its year.
    /// </summary>
    public static IReadOnlyList<string> FoundBy(string name, string address, string number)
    {
        var folded = Fold(address);
        var words = Split(Fold(name)).Concat(Split(folded)).ToList();
        return
        [
            .. words.Concat(words.SelectMany(Parts))
                .Concat(SpacedPostcode().Matches(folded).Select(code => code.Value.Replace(" ", "", StringComparison.Ordinal)))
                .Concat([number, number[(number.IndexOf('-', StringComparison.Ordinal) + 1)..], number.Split('-')[^1].TrimStart('0')])
                .Where(word => word.Length > 0)
                .Select(Cut)
                .Distinct(),
        ];
    }

    /// <summary>True when each word of a search is the beginning of a word of the case.</summary>
    public static bool Finds(IEnumerable<string> search, string name, string address, string number)
    {
        var own = FoundBy(name, address, number);
        return search.All(word => own.Any(one => one.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>What a name is sorted by.</summary>
    public static string SortName(string name) => Cut(Fold(name).Trim());

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

    private static string[] Split(string folded) => folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Parts(string word) => Signs().Split(word).Where(part => part.Length > 0);

    // Never half of a surrogate pair.
    private static string Cut(string word) => word.Length <= LongestWord ? word : Storable(word[..LongestWord]);

    [GeneratedRegex(@"\b[1-9][0-9]{3} [A-Z]{2}\b")]
    private static partial Regex SpacedPostcode();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex Signs();

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
