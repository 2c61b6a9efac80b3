using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>How a name on a request compares with a registered one.</summary>
public enum NameComparison
{
    /// <summary>Another name.</summary>
    Differs,

    /// <summary>The same name, perhaps, written differently: for a person to compare.</summary>
    Nearly,

    /// <summary>The same name.</summary>
    Fits,
}

/// <summary>
/// Whether a name on a request is a party's name, both folded, see <see cref="Folding"/>. It fits when the surname, with or
/// without tussenvoegsels, is how the request's name ends, and nothing but titles, given names and initials stands before it,
/// beginning with the first initial.
/// </summary>
public static class NameMatching
{
    private const int LongestSurname = 5;

    // In letters: of an entity's name that stands somewhere in what was written.
    private const int ShortestInside = 3;

    /// <summary>Compares; a legal entity's name has to be equal as a whole.</summary>
    public static NameComparison Compare(string requested, Party party)
    {
        if (party.IsLegalEntity)
            return CompareEntities(requested, party.Name.Surname);

        var (words, registered) = (WrittenName.Read(requested), new RegisteredName(party.Name));
        return words.Count is 0 || registered.Surnames.Count is 0 ? NameComparison.Differs
            : Fits(words, registered) ? NameComparison.Fits
            : NearlyMatching.IsNear(words, registered) ? NameComparison.Nearly
            : NameComparison.Differs;
    }

    /// <summary>
    /// The name as it was written, without how people are addressed before it: Mevr. S. de Vries is S. de Vries.
    /// </summary>
    public static string WithoutTitles(string requested)
    {
        var (text, words) = (TypedText.Name(requested), WrittenName.Read(requested));
        var titles = words.TakeWhile((_, at) => IsTitle(words, at)).Count();
        return titles is 0 || titles == words.Count ? text : text[Starts(text).ElementAtOrDefault(titles)..];
    }

    /// <summary>True when the last words of both names are the same; false when one ends in no letter or digit.</summary>
    public static bool HaveSameSurname(string one, string other) =>
        LastWord(one) is { Length: > 0 } last && last == LastWord(other);

    /// <summary>
    /// Surnames to look up for a requested name: its endings of one to five words, shortest first, then what stands before a
    /// comma or alone, and the whole name.
    /// </summary>
    public static IReadOnlyList<string> SurnamesToTry(string requested)
    {
        var text = string.Join(' ', UnseenCharacters.Drop(requested).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return
        [
            .. Endings(text).Take(LongestSurname)
                .Concat(Endings(text.Split(',')[0].Trim()).Take(LongestSurname))
                .Append(text)
                .Where(name => name.Any(char.IsLetterOrDigit))
                .Distinct(),
        ];
    }

    private static string LastWord(string name) => Folding.Of(TypedText.Name(name).Split(' ')[^1]);

    // Where a word begins.
    private static IEnumerable<int> Starts(string text) =>
        Enumerable.Range(0, text.Length).Where(at => (at is 0 || !Folding.IsInWord(text, at - 1)) && Folding.IsInWord(text, at));

    private static bool Fits(IReadOnlyList<NameWord> words, RegisteredName registered)
    {
        for (var at = words.Count - 1; at >= 0; at--)
        {
            var ending = string.Concat(words.Skip(at).Select(word => word.Folded));
            if (registered.Surnames.Contains(ending)
                && StandsWell(words, at, ending == registered.Surnames[0], registered))
                return true;
        }

        return false;
    }

    // Titles first, then given names and initials, the tussenvoegsels in short last; v/d has a sign in it that ends a name
    // elsewhere.
    private static bool StandsWell(IReadOnlyList<NameWord> words, int surname, bool isBare, RegisteredName registered)
    {
        var before = words.Take(surname).ToList();
        var prefixes = isBare ? EndingsOf(before).FirstOrDefault(registered.IsShortFor) ?? [] : [];
        if (words.Skip(1).Any(word => word.HasStop && !prefixes.Skip(1).Contains(word)))
            return false;
        if (surname is 0)
            return true;
        if (words[surname].IsSecondHalf || words[surname - prefixes.Count].IsSecondHalf)
            return false;

        var names = before.Take(surname - prefixes.Count).SkipWhile((_, at) => IsTitle(before, at)).ToList();
        return names.Count is 0
            || (registered.Initial is { } initial && names[0].Folded.StartsWith(initial, StringComparison.Ordinal)
                && AreGiven(names, registered.Initials));
    }

    private static IEnumerable<List<NameWord>> EndingsOf(List<NameWord> words) =>
        Enumerable.Range(0, words.Count).Select(from => words.Skip(from).ToList());

    // De heer is a title of two words.
    internal static bool IsTitle(IReadOnlyList<NameWord> words, int at) =>
        NameWords.IsTitle(words[at].Folded)
        || (words[at].Folded is "de" && at + 1 < words.Count && words[at + 1].Folded is "heer");

    // A word that is written out behind initials, or that the registered initials contradict, is a surname sooner than a given
    // name.
    private static bool AreGiven(List<NameWord> names, IReadOnlyList<string> initials)
    {
        var (place, hasInitials) = (0, false);
        foreach (var word in Joined(names).Where(word => !word.IsAfterBracket))
        {
            if (!MayBeGiven(word))
                return false;

            var isInitials = word.IsInitial || initials.Contains(word.Folded)
                || string.Concat(initials.Skip(place)).StartsWith(word.Folded, StringComparison.Ordinal);
            var agrees = place < initials.Count && word.Folded.StartsWith(initials[place], StringComparison.Ordinal);
            if (!isInitials && !agrees && (hasInitials || place < initials.Count))
                return false;
            hasInitials |= isInitials;
            place++;
        }

        return true;
    }

    // An apostrophe parts no name: D'Arcy is one.
    private static IEnumerable<NameWord> Joined(IEnumerable<NameWord> names)
    {
        NameWord? before = null;
        foreach (var word in names)
        {
            if (before is not null && word is { IsJoined: true, IsAfterHyphen: false })
            {
                before = before with { Folded = before.Folded + word.Folded };
                continue;
            }

            if (before is not null)
                yield return before;
            before = word;
        }

        if (before is not null)
            yield return before;
    }

    private static bool MayBeGiven(NameWord word) => !word.IsPrefix && !word.Folded.Any(char.IsDigit)
        && !NameWords.IsTitle(word.Folded) && !NameWords.IsSomebodyElse(word.Folded) && !NameWords.IsAnd(word.Folded);

    private static NameComparison CompareEntities(string requested, string registered)
    {
        var (one, other) = (Folding.Of(requested), Folding.Of(registered));
        if (one == other)
            return one.Length > 0 ? NameComparison.Fits : NameComparison.Differs;

        var (bare, known) = (WithoutForm(requested), WithoutForm(registered));
        return EditDistance.IsWithin(bare, known, NearlyMatching.MostEdits)
            || (known.Length > ShortestInside && one.Contains(known, StringComparison.Ordinal))
            ? NameComparison.Nearly
            : NameComparison.Differs;
    }

    private static string WithoutForm(string name)
    {
        var words = Folding.WordsOf(name.Replace(".", "", StringComparison.Ordinal));
        return string.Concat(words.Where(word => !NameWords.IsLegalForm(word)));
    }

    // A name may begin after white space or after a mark: J.Jansen, Smit-Jansen.
    private static IEnumerable<string> Endings(string text) => Starts(text).Reverse().Select(at => text[at..]);
}
