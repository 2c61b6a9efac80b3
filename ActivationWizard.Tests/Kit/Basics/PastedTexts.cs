using CsCheck;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>Texts as people paste them and attackers send them, for what has to read any text.</summary>
internal static class PastedTexts
{
    /// <summary>How many an everyday run tries.</summary>
    public const int EveryDay = 2_000;

    /// <summary>How many a nightly run tries.</summary>
    public const int EveryNight = 1_000_000;

    private static readonly string[] Pieces =
    [
        "12", "a", "bis", "-", "/", ".", " ", "\u00A0", "\u2013", "\u200B", "\u202E", "t.o.", "nr", "postbus", "1234", "AB",
        "p.devries", "@", "mail", "m\u00FCller", ".nl",
        "xn--", "(thuis)", ";", ",", "mailto:", "\"", "<", "\uD800", "\u0301", "0", "99999", "\r\n", "\0",
        "A. van den ", "'t ", "{naam}", "{", "Onderwerp: ", "(", "=?utf-8?q?=41?=", "[127.0.0.1]", "\\", ":", ">",
    ];

    /// <summary>Any text; half of them from the pieces that mean something to a parser.</summary>
    public static readonly Gen<string> Any = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Array[0, 8].Select(some => string.Concat(some.Select(at => Pieces[at]))),
        Gen.String);

    /// <summary>
    /// Each piece, alone and with another, again and again: what a parser that looks back would never end with.
    /// </summary>
    public static IEnumerable<string> Repeated(int length) => Pieces
        .SelectMany(one => new[] { "", " ", ".", "@", "\u200B" }.Select(other => one + other))
        .Select(pair => string.Concat(Enumerable.Repeat(pair, length / pair.Length)) + "!");
}
