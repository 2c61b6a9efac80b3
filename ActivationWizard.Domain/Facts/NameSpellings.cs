using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// How a Dutch name may be written that sounds as it was typed: Janssen for Jansen, Dijk for Dyk, Smid for Smit. For a question
/// <em>did you mean</em>; no fact rests on it.
/// </summary>
public static class NameSpellings
{
    /// <summary>The most spellings of one name.</summary>
    public const int Most = 12;

    private const int ShortestName = 3;

    // What is written in either way, whole sounds before single letters.
    private static readonly (string One, string Other)[] Sounds =
    [
        ("ij", "y"), ("ij", "ei"), ("ei", "ai"), ("ou", "au"), ("oe", "u"), ("ie", "i"), ("aa", "a"), ("ee", "e"), ("oo", "o"),
        ("uu", "u"), ("ae", "aa"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("dt", "d"), ("d", "t"), ("ch", "g"),
        ("sch", "s"), ("x", "ks"), ("qu", "kw"), ("gh", "g"), ("c", "k"), ("z", "s"), ("v", "f"), ("v", "w"),
    ];

    /// <summary>Other spellings, one change away each, folded; a doubled letter first, then the sounds.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var folded = string.Join(' ', Folding.WordsOf(name));
        return folded.Length < ShortestName
            ? []
            : [.. Doubled(folded).Concat(Sounding(folded)).Where(one => one != folded).Distinct().Take(Most)];
    }

    private static IEnumerable<string> Doubled(string name)
    {
        for (var at = 1; at < name.Length; at++)
        {
            if (name[at] == name[at - 1])
                yield return name.Remove(at, 1);
        }

        for (var at = 1; at < name.Length - 1; at++)
        {
            if ("fklmnprst".Contains(name[at], StringComparison.Ordinal) && name[at] != name[at - 1] && name[at] != name[at + 1])
                yield return name.Insert(at, name[at].ToString());
        }
    }

    private static IEnumerable<string> Sounding(string name) =>
        from pair in Sounds
        from way in new[] { pair, (One: pair.Other, Other: pair.One) }
        from at in PlacesOf(name, way.One)
        select name[..at] + way.Other + name[(at + way.One.Length)..];

    private static IEnumerable<int> PlacesOf(string name, string sound)
    {
        for (var at = name.IndexOf(sound, StringComparison.Ordinal); at >= 0;
            at = name.IndexOf(sound, at + 1, StringComparison.Ordinal))
            yield return at;
    }
}
