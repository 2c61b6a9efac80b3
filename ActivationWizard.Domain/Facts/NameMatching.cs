using System.Globalization;
using System.Text;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// Whether a name on a request is a party's name: the surname, with or without tussenvoegsels, is how the request's name ends, and what
/// stands before it, if anything, begins with the first initial. Compared by NFKD, case folding, letters and digits only.
/// </summary>
public static class NameMatching
{
    private const int LongestSurname = 5;

    /// <summary>True when the names fit; a legal entity's name has to be equal as a whole.</summary>
    public static bool Fits(string requested, Party party)
    {
        var surname = Fold(party.Name.Surname);
        if (party.IsLegalEntity)
            return surname.Length > 0 && Fold(requested) == surname;

        var withPrefix = Fold(party.Name.Prefix) + surname;
        var initial = new[] { party.Name.Initials, party.Name.FirstName }.Select(Fold).FirstOrDefault(text => text.Length > 0)?[..1];
        return surname.Length > 0 && Splits(requested).Any(split =>
            (Fold(split.End) == surname || Fold(split.End) == withPrefix) && Begins(Fold(split.Before), initial));
    }

    /// <summary>True when the last words of both names are the same.</summary>
    public static bool HaveSameSurname(string one, string other) => Fold(Words(one).LastOrDefault()) == Fold(Words(other).LastOrDefault());

    /// <summary>Surnames to look up for a requested name: its endings of one to five words, shortest first, the whole name last.</summary>
    public static IReadOnlyList<string> SurnamesToTry(string requested) =>
        [.. Splits(requested).Select(split => split.End).Take(LongestSurname).Append(string.Join(' ', Words(requested))).Where(name => name.Length > 0).Distinct()];

    private static bool Begins(string before, string? initial) =>
        before.Length is 0 || (initial is not null && before.StartsWith(initial, StringComparison.Ordinal));

    // A name may begin after white space or after a mark: J.Jansen, Smit-Jansen.
    private static IEnumerable<(string Before, string End)> Splits(string name)
    {
        var text = string.Join(' ', Words(name));
        for (var at = text.Length - 1; at >= 0; at--)
        {
            if ((at is 0 || !IsInName(text[at - 1])) && IsInName(text[at]))
                yield return (text[..at].TrimEnd(), text[at..]);
        }
    }

    private static bool IsInName(char letter) =>
        char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate;

    private static string[] Words(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var letter in (text ?? "").Normalize(NormalizationForm.FormKD).ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            if (letter is 'ß')
                folded.Append("ss");
            else if (char.IsLetterOrDigit(letter) && char.GetUnicodeCategory(letter) is not UnicodeCategory.ModifierLetter)
                folded.Append(letter);
        }

        return folded.ToString();
    }
}
