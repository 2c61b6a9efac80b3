using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Run;
using CsCheck;

namespace ActivationWizard.Tests.Domain.Values;

/// <summary>
/// Whatever is typed is a value or is none: never an exception, and what is taken is taken again as it is written.
/// </summary>
public sealed class ParsingTests
{
    private const int EveryDay = 5_000;
    private const int EveryNight = 1_000_000;

    private static readonly string[] Pieces =
    [
        "12", "a", "bis", "-", "/", ".", " ", "\u00A0", "\u2013", "\u200B", "\u202E", "t.o.", "nr", "postbus", "1234", "AB",
        "p.devries", "@", "mail", "m\u00FCller", ".nl",
        "xn--", "(thuis)", ";", ",", "mailto:", "\"", "<", "\uD800", "\u0301", "0", "99999", "\r\n", "\0",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Array[0, 8].Select(some => string.Concat(some.Select(at => Pieces[at]))),
        Gen.String);

    [Fact]
    public void TryParse_AnyText_IsTheSameValueWhenWrittenAndReadAgain() => Texts.Sample(IsStable, iter: EveryDay);

    [Fact]
    [Nightly("A few thousand texts show a fault that a million would.")]
    public void TryParse_AMillionTexts_AreTheSameValueWhenWrittenAndReadAgain() => Texts.Sample(IsStable, iter: EveryNight);

    private static bool IsStable(
        string text) => IsStable<EmailAddress>(text) && IsStable<HouseNumber>(text) && IsStable<Postcode>(text)
        && Folding.Of(Folding.Of(text)) == Folding.Of(text) && TypedText.Plain(TypedText.Plain(text)) == TypedText.Plain(text)
        && TypedText.Name(TypedText.Name(text)) == TypedText.Name(text);

    private static bool IsStable<T>(string text)
        where T : class, IParsedValue<T> =>
        !T.TryParse(text, out var value)
        || (T.TryParse(value.ToString(), out var again) && again.Equals(value) && again.ToString() == value.ToString());
}
