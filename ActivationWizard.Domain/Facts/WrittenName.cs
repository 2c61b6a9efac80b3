using System.Text;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>Capitals or small letters, where a name has both; else neither says anything.</summary>
internal enum LetterCase
{
    Unsaid,
    Small,
    Capital,
}

/// <summary>A word of a name on a request.</summary>
/// <param name="Folded">Its letters and digits, see <see cref="Folding.Of"/>; never empty.</param>
/// <param name="Sound">The same in Latin letters, see <see cref="Folding.Romanised"/>.</param>
/// <param name="Case">Capital when it has one.</param>
/// <param name="Gap">What stands between it and the word before, white space included.</param>
internal sealed record NameWord(string Folded, string Sound, LetterCase Case, string Gap)
{
    private const string Hyphens = "-\u2010\u2011\u2012\u2013\u2014\u2212";
    private const string Stops = ",;:/\\&+|=@[<\"\u201D\u201E\n";
    private const string OtherSigns = $"{Hyphens}{Stops}().";

    /// <summary>One letter, with or without a point behind it.</summary>
    public bool IsInitial => Folded.EnumerateRunes().Count() is 1;

    /// <summary>Behind a hyphen: the second half of a double name.</summary>
    public bool IsAfterHyphen => Has(Hyphens);

    /// <summary>Behind an apostrophe, of whatever sort: Brien in O'Brien, t in 't Hof.</summary>
    public bool IsAfterApostrophe =>
        Gap.Any(sign => !char.IsWhiteSpace(sign) && !OtherSigns.Contains(sign, StringComparison.Ordinal));

    /// <summary>One name with the word before it: O'Brien, Smit-Jansen.</summary>
    public bool IsJoined => (IsAfterHyphen || IsAfterApostrophe) && !Gap.Any(char.IsWhiteSpace);

    /// <summary>Not the beginning of a name: behind a hyphen, or an apostrophe that joins.</summary>
    public bool IsSecondHalf => IsAfterHyphen || IsJoined;

    /// <summary>Behind a sign that ends what stood before: a comma, a slash, the beginning of a note.</summary>
    public bool HasStop => Has(Stops);

    /// <summary>Between brackets: a name somebody is called by.</summary>
    public bool IsAfterBracket => Gap.Contains('(', StringComparison.Ordinal);

    private bool Has(string signs) => Gap.Any(sign => signs.Contains(sign, StringComparison.Ordinal));

    /// <summary>Of a tussenvoegsel: van, der, v.d., 't. A letter that may as well be an initial is none.</summary>
    public bool IsPrefix => NameWords.IsPrefix(Folded) && (!IsInitial || Case is LetterCase.Small || IsAfterApostrophe);
}

/// <summary>A name on a request, in words, without characters that are not seen.</summary>
internal static class WrittenName
{
    private const int LongestText = 200;
    private const char AcuteAccent = '\u00B4';

    /// <summary>Its words; empty when it has no letter.</summary>
    public static IReadOnlyList<NameWord> Read(string name)
    {
        var written = UnseenCharacters.Drop(name[..Math.Min(name.Length, LongestText)]).Trim();
        // As an apostrophe it would come apart into a space and an accent.
        var text = written.Replace(AcuteAccent, '\'').Normalize(NormalizationForm.FormKC);
        var isMixed = text.Any(char.IsUpper) && text.Any(char.IsLower);
        var words = new List<NameWord>();
        var end = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && Folding.IsInWord(text, at))
                at++;
            var word = text[start..at];
            if (Folding.Of(word) is { Length: > 0 } folded)
            {
                words.Add(new NameWord(folded, Folding.Romanised(word), CaseOf(word, isMixed), text[end..start]));
                end = at;
            }
        }

        return words;
    }

    private static LetterCase CaseOf(string word, bool isMixed) =>
        !isMixed ? LetterCase.Unsaid : word.Any(char.IsUpper) ? LetterCase.Capital : LetterCase.Small;
}
