using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Run;
using CsCheck;

namespace ActivationWizard.Tests.Domain.Values;

/// <summary>
/// Whatever is typed is a value or is none: never an exception, and what is taken is taken again as it is written.
/// </summary>
public sealed class ParsingTests
{
    [Fact]
    public void TryParse_AnyText_IsTheSameValueWhenWrittenAndReadAgain() =>
        PastedTexts.Any.Sample(IsStable, iter: PastedTexts.EveryDay);

    [Fact]
    [Nightly("A few thousand texts show a fault that a million would.")]
    public void TryParse_AMillionTexts_AreTheSameValueWhenWrittenAndReadAgain() =>
        PastedTexts.Any.Sample(IsStable, iter: PastedTexts.EveryNight);

    [Fact]
    [Nightly("It takes seconds, and what no expression looks back at is proved every day.")]
    public void TryParse_LongTextsThatRepeat_AreDoneAtOnce()
    {
        foreach (var text in PastedTexts.Repeated(64 * 1024))
        {
            var started = TimeProvider.System.GetTimestamp();
            Assert.True(IsStable(text), text[..20]);
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10), text[..20]);
        }
    }

    private static bool IsStable(
        string text) => IsStable<EmailAddress>(text) && IsStable<HouseNumber>(text) && IsStable<Postcode>(text)
        && Folding.Of(Folding.Of(text)) == Folding.Of(text) && TypedText.Plain(TypedText.Plain(text)) == TypedText.Plain(text)
        && TypedText.Name(TypedText.Name(text)) == TypedText.Name(text);

    private static bool IsStable<T>(string text)
        where T : class, IParsedValue<T> =>
        !T.TryParse(text, out var value)
        || (T.TryParse(value.ToString(), out var again) && again.Equals(value) && again.ToString() == value.ToString());
}
