using System.Text;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// Text as it is searched: folded as names are compared, see <see cref="Folding"/>, so that it is the same in both databases,
/// whose own idea of letter case differs.
/// </summary>
public static class SearchText
{
    private const int LongestWord = 60;

    /// <summary>The most words of a search that are looked at.</summary>
    public const int MostWords = 8;

    /// <summary>
    /// The words of a search, without their signs; a case is found when each of them begins one of its own.
    /// </summary>
    public static IReadOnlyList<string> WordsOf(string? search) =>
        [.. AllWordsOf(search).Take(MostWords)];

    /// <summary>How many different words a search has; more than <see cref="MostWords"/> are not looked at.</summary>
    public static int CountOf(string? search) => AllWordsOf(search).Count();

    /// <summary>
    /// What a case is found by: name and address from each of their words on, without spaces and signs. So <c>J.Jansen</c> finds
    /// J. Jansen, <c>obrien</c> and <c>brien</c> find O'Brien, <c>1234ab</c> finds 1234 AB.
    /// </summary>
    public static IReadOnlyList<string> WordsOf(string name, string address) =>
        [.. FromEachWordOn(name).Concat(FromEachWordOn(address)).Distinct()];

    /// <summary>The same of its number, which is in it without its zeros as well.</summary>
    public static IReadOnlyList<string> NumbersOf(string number) =>
    [
        .. FromEachWordOn(number).Append(number.Split('-')[^1].TrimStart('0'))
            .Where(word => word.Length > 0)
            .Distinct(),
    ];

    /// <summary>True when each word of a search is the beginning of a word of the case.</summary>
    public static bool Finds(IEnumerable<string> search, string name, string address, string number)
    {
        var own = WordsOf(name, address).Concat(NumbersOf(number)).ToList();
        return search.All(word => own.Any(one => one.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>What a name is sorted by.</summary>
    public static string SortName(string name) => Cut(string.Join(' ', Folding.WordsOf(name)));

    /// <summary>Text that both databases can hold: no NUL, no half of a surrogate pair.</summary>
    public static string Storable(string text)
    {
        if (!text.Any(one => one is '\0' || char.IsSurrogate(one)))
            return text;

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not 0)
                kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    // Signs alone are no words beside others; where there is nothing else they are what is looked for, and no case has them.
    private static IEnumerable<string> AllWordsOf(string? search)
    {
        var written = UnseenCharacters.Drop(search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var words = written.Select(Folding.Of).Where(word => word.Length > 0).ToList();
        return (words.Count > 0 ? words : written.AsEnumerable()).Select(Cut).Distinct();
    }

    private static IEnumerable<string> FromEachWordOn(string text)
    {
        var words = Folding.WordsOf(text);
        return words.Index().Select(word => Cut(string.Concat(words.Skip(word.Index))));
    }

    // Never half of a surrogate pair.
    private static string Cut(string word) => word.Length <= LongestWord ? word
        : word[..(char.IsHighSurrogate(word[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];
}
