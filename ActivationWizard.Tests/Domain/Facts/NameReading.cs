using System.Text;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Ports;
using AnyAscii;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>
/// A second reading of what makes a name fit, written from the rules and from nothing of the product: surname at the end, with or
/// without tussenvoegsels, before it titles, given names and initials only, beginning with the first initial.
/// </summary>
internal static partial class NameReading
{
    private static readonly string[] Titles = ["mevr", "mw", "mevrouw", "dhr", "meneer", "heer", "drs", "dr", "ir", "mr"];
    private static readonly string[] Foreign =
        ["dochter", "zoon", "namens", "tav", "pa", "stichting", "en", "fam", "familie", "weduwe", "erven"];
    private static readonly string[] Between = ["van", "den", "der", "de", "t", "het", "ter", "ten", "la", "vd"];

    /// <summary>True when the rules call the name found.</summary>
    public static bool IsFound(string requested, PartyName registered)
    {
        var (surname, prefix) = (Fold(registered.Surname), Fold(registered.Prefix ?? ""));
        var initials = registered.Initials!.Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (requested.AsSpan().ContainsAny(",;&+"))
            return false;

        var words = Separators().Split(requested).Where(word => Fold(word).Length > 0).ToList();
        while (words.Count > 1 && (Titles.Contains(Fold(words[0])) || (Fold(words[0]) is "de" && Fold(words[1]) is "heer")))
            words.RemoveAt(0);
        for (var at = 0; at < words.Count; at++)
        {
            var ending = Fold(string.Concat(words.Skip(at)));
            if (!words[at].StartsWith('-')
                && (ending == surname || ending == prefix + surname) && AreNamesOf(words[..at], initials))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The letters and digits of a text: nothing that is not seen, no accents, no letter case, no letters that Latin has only in
    /// one language.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(Rune.IsLetterOrDigit))
            folded.Append(
                rune.Value < 0x370 || rune.Value is >= 0x1E00 and < 0x1F00 ? rune.ToString().Transliterate() : rune.ToString());
        return string.Concat(folded.ToString().ToLowerInvariant().Where(letter => letter is not ('\'' or '`')));
    }

    // After initials, and against the registered initials, a word that is written out is a surname of somebody.
    private static bool AreNamesOf(List<string> before, string[] initials)
    {
        var hasInitial = false;
        for (var at = 0; at < before.Count; at++)
        {
            var word = Fold(before[at]);
            if (Foreign.Contains(word) || Between.Contains(word) || Titles.Contains(word))
                return false;
            var agrees = at < initials.Length && word.StartsWith(Fold(initials[at]), StringComparison.Ordinal);
            if (at is 0 && !word.StartsWith(Fold(initials[0]), StringComparison.Ordinal))
                return false;
            var isInitial = word.Length is 1 || initials.Any(initial => Fold(initial) == word);
            if (at > 0 && !isInitial && !agrees && (hasInitial || at < initials.Length))
                return false;
            hasInitial |= isInitial;
        }

        return true;
    }

    [GeneratedRegex(@"[\s.]+|(?<=\p{L})(?=-)")]
    private static partial Regex Separators();
}
