using System.Text;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>A person's name in the register, in the forms that a request may have it in; folded.</summary>
internal sealed class RegisteredName
{
    private readonly string[] _prefixes;

    public RegisteredName(PartyName name)
    {
        var words = Folding.WordsOf(name.Surname);
        // A register may have the tussenvoegsels in the surname; a name of nothing else is a name.
        var own = words.TakeWhile(NameWords.IsPrefix).Take(words.Count - 1).ToArray();
        _prefixes = [.. Folding.WordsOf(name.Prefix), .. own];
        var (bare, surname) = (string.Concat(words.Skip(own.Length)), string.Concat(words));
        Surnames = words.Count > 0 ? [bare, surname, Folding.Of(name.Prefix) + surname] : [];
        WordCount = words.Count - own.Length;
        Prefix = string.Concat(_prefixes);
        Sounds = [Folding.Romanised(bare), Folding.Romanised(surname)];
        WholeSound = Prefix + Folding.Romanised(bare);
        var parts = words.Where(word => word.Length > 1 && !NameWords.IsPrefix(word)).ToList();
        Parts = parts.Count > 1 ? parts : [];
        Initials = InitialsOf(name.Initials);
        var first = Initials is [var initial, ..] ? initial : Folding.Of(name.FirstName);
        Initial = first.Length is 0 ? null : Rune.GetRuneAt(first, 0).ToString();
    }

    /// <summary>
    /// The surname without its tussenvoegsels, as registered, and with all of them; empty when no surname is registered.
    /// </summary>
    public IReadOnlyList<string> Surnames { get; }

    /// <summary>The surname in Latin letters, without its tussenvoegsels and as registered.</summary>
    public IReadOnlyList<string> Sounds { get; }

    /// <summary>The same behind all of its tussenvoegsels.</summary>
    public string WholeSound { get; }

    /// <summary>The tussenvoegsels as one word; empty when there are none.</summary>
    public string Prefix { get; }

    /// <summary>The words of a double surname, each of which may stand alone; empty for a surname of one.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>How many words the surname has without its tussenvoegsels.</summary>
    public int WordCount { get; }

    /// <summary>
    /// The initials one by one, a letter each or the beginning of a name such as Th.; empty when none are registered.
    /// </summary>
    public IReadOnlyList<string> Initials { get; }

    /// <summary>The first initial, or the first letter of the given name; null when neither is registered.</summary>
    public string? Initial { get; }

    /// <summary>
    /// True when these words are the tussenvoegsels in short: <c>v.d.</c>, <c>v/d</c>, <c>v d</c> or <c>vd</c> for <c>van
    /// der</c>.
    /// </summary>
    public bool IsShortFor(IReadOnlyList<NameWord> words) =>
        words.All(word => NameWords.IsPrefix(word.Folded) && !(word.IsInitial && word.Case is LetterCase.Capital))
        && (string.Concat(words.Select(word => word.Folded)) == string.Concat(_prefixes.Select(prefix => prefix[0]))
            || (words.Count == _prefixes.Length && words.Zip(_prefixes).All(pair => IsShort(pair.First, pair.Second))));

    private static bool IsShort(NameWord word, string prefix) =>
        word.Folded == prefix || (word.IsInitial && prefix.StartsWith(word.Folded, StringComparison.Ordinal));

    // A.M. and AM are two initials, Th. is one.
    private static IReadOnlyList<string> InitialsOf(string? text) =>
        Folding.WordsOf(text) is [{ Length: > 1 } only] && !text!.Any(sign => sign is '.' || char.IsLower(sign))
            ? [.. only.EnumerateRunes().Select(letter => letter.ToString())]
            : Folding.WordsOf(text);
}
