using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// Whether a name on a request nearly fits a registered one: a surname within two edits, name parts in another order, a partner's
/// name before or after, a missing tussenvoegsel, initial and surname swapped, a nickname, two people or somebody else named
/// along with it. A person compares the two.
/// </summary>
internal static class NearlyMatching
{
    /// <summary>Letters put in, left out or replaced.</summary>
    public const int MostEdits = 2;

    private const int LongestSpan = 6;
    private const int MostInitials = 4;
    private const string Vowels = "aeiouy";

    /// <summary>True for a name that is near; the one that fits is near as well.</summary>
    public static bool IsNear(IReadOnlyList<NameWord> words, RegisteredName registered)
    {
        for (var from = 0; from < words.Count; from++)
        {
            for (var count = 1; count <= LongestSpan; count++)
            {
                var span = words.Skip(from).Take(count).ToList();
                if (IsSurname(span, registered) ? BelongsWith(words, from, count, registered)
                    : ResemblesSurname(span, registered) && HasInitial(words, from, count, registered))
                    return true;
            }
        }

        return false;
    }

    private static bool IsSurname(List<NameWord> span, RegisteredName registered)
    {
        var sound = string.Concat(span.Select(word => word.Sound));
        return registered.Sounds.Contains(sound) || sound == registered.WholeSound || registered.Parts.Contains(sound);
    }

    // Initials are no part of a misspelt surname, and a sign such as a comma ends it.
    private static bool ResemblesSurname(List<NameWord> span, RegisteredName registered)
    {
        var isOneName = span.Skip(1).All(word => word.IsJoined) || span.SkipLast(1).All(word => word.IsPrefix);
        if (span.All(word => word.IsPrefix) || span[0] is { IsJoined: true, IsAfterHyphen: false }
            || (!isOneName && span.Count > registered.WordCount)
            || span.Skip(1).Any(word => word.HasStop)
            || span.Where((word, at) => IsInitialAlone(word, span.ElementAtOrDefault(at + 1))).Any())
            return false;
        var sound = string.Concat(span.Select(word => word.Sound));
        return registered.Sounds.Any(one => EditDistance.IsWithin(sound, one, MostEdits))
            || (registered.Prefix is { Length: > 1 } prefix && sound.StartsWith(prefix, StringComparison.Ordinal)
                && EditDistance.IsWithin(sound, registered.WholeSound, MostEdits));
    }

    // The O of O'Brien is none.
    private static bool IsInitialAlone(NameWord word, NameWord? next) =>
        word.IsInitial && !word.IsPrefix && next is not { IsJoined: true };

    private static bool HasInitial(IReadOnlyList<NameWord> words, int from, int count, RegisteredName registered)
    {
        var names = Names(words, from, count, registered).ToList();
        return names.Count is 0 || registered.Initial is null || names.Any(word => BeginsAs(word, registered));
    }

    // Other initials than the registered ones are another person's, unless somebody else is named as well.
    private static bool BelongsWith(IReadOnlyList<NameWord> words, int from, int count, RegisteredName registered)
    {
        if (HasInitial(words, from, count, registered))
            return true;

        var begin = from;
        while (begin > 0 && !IsBreak(words, begin - 1) && !words[begin].HasStop)
            begin--;
        var own = words.Skip(begin).Take(from - begin).Where(word => !IsNoName(word)).ToList();
        var isAlone = own.Count is 0 && begin > 0 && NameWords.IsSomebodyElse(words[begin - 1].Folded);
        return isAlone
            || (begin is 0 && own.Count > 0
                && !Names(words, from, count, registered).Any(word => word.IsInitial || AreInitials(word)));
    }

    private static bool AreInitials(NameWord word) => word.Folded.Length <= MostInitials && word.Case is not LetterCase.Small
        && !word.Folded.Any(letter => Vowels.Contains(letter, StringComparison.Ordinal));

    private static bool IsBreak(IReadOnlyList<NameWord> words, int at) =>
        NameWords.IsSomebodyElse(words[at].Folded) || NameWords.IsAnd(words[at].Folded);

    // The other half of a double surname is no given name.
    private static IEnumerable<NameWord> Names(IReadOnlyList<NameWord> words, int from, int count, RegisteredName registered) =>
        words.Where((word, at) => (at < from || at >= from + count) && !IsNoName(word)
            && !registered.Parts.Contains(word.Sound));

    private static bool IsNoName(NameWord word) =>
        word.IsPrefix || NameWords.IsTitle(word.Folded) || NameWords.IsSomebodyElse(word.Folded) || NameWords.IsAnd(word.Folded);

    private static bool BeginsAs(NameWord word, RegisteredName registered) =>
        word.Sound.StartsWith(Folding.Romanised(registered.Initial), StringComparison.Ordinal);
}
