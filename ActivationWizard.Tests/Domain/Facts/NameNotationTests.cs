using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Run;
using ActivationWizard.Tests.Kit.Systems;
using CsCheck;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>Names written in every way against a reading of the rules that shares nothing with the product.</summary>
public sealed class NameNotationTests
{
    private const int Few = 200;
    private const int EveryDay = 3_000;
    private const int EveryNight = 1_000_000;

    [Fact]
    [Lengthy("fewer names")]
    public void Compare_NameInAnyNotation_IsWhatTheRulesSay() => CheckNotations(EveryDay);

    [Fact]
    [Brief]
    public void Compare_SomeNames_AreWhatTheRulesSay() => CheckNotations(Few);

    [Fact]
    [Nightly("It takes a minute, and a few thousand names show a fault of the rules.")]
    public void Compare_AMillionNames_AreWhatTheRulesSay() => CheckNotations(EveryNight);

    [Fact]
    [Lengthy("fewer texts")]
    public void Compare_WordsInAnyOrder_FitWhereTheSecondReadingFindsThem() => CheckJumbles(EveryDay);

    [Fact]
    [Brief]
    public void Compare_SomeTextsOfNameWords_FitWhereTheSecondReadingFindsThem() => CheckJumbles(Few);

    [Fact]
    [Nightly("It takes a minute, and a few thousand texts show a fault of the rules.")]
    public void Compare_AMillionTextsOfNameWords_FitWhereTheSecondReadingFindsThem() => CheckJumbles(EveryNight);

    [Fact]
    [Lengthy("the other tests, which an exception fails as well")]
    public void Compare_AnyText_NeverThrows() => CheckTexts(EveryDay, longest: 250);

    [Fact]
    [Nightly("A few thousand texts show a fault that a million would.")]
    public void Compare_AMillionTexts_NeverThrows() => CheckTexts(EveryNight, longest: 40);

    [Fact]
    [Nightly("It takes seconds, and names of two hundred characters are tried every day.")]
    public void Compare_LongNamesThatRepeat_AreDoneAtOnce()
    {
        foreach (var text in PastedTexts.Repeated(64 * 1024))
        {
            var started = TimeProvider.System.GetTimestamp();
            Assert.True(Enum.IsDefined(NameNotations.Compare(text, new PartyName(text, "van", text))), text[..20]);
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10), text[..20]);
        }
    }

    [Fact]
    public void Compare_TwoHundredCharacters_IsDoneAtOnce()
    {
        var party = Sample.Anna with { Name = new PartyName(new string('x', 150), "van den", "A.") };
        var started = TimeProvider.System.GetTimestamp();

        Assert.Equal(NameComparison.Differs, NameMatching.Compare(string.Concat(Enumerable.Repeat("a ", 100)), party));
        Assert.Equal(NameComparison.Nearly, NameMatching.Compare($"A. {new string('x', 149)}", party));
        // What grows with the power of the length takes days.
        Assert.True(TimeProvider.System.GetElapsedTime(started) < Waiting.Limit);
    }

    private static void CheckNotations(int names)
    {
        var notations = NameNotations.Notations;
        notations.Check(names);
        Assert.Equal(3, notations.Outcomes.Count);
        Assert.All(notations.Outcomes, outcome => Assert.True(outcome.Value > names / 20, outcome.Key));
    }

    private static void CheckTexts(int texts, int longest) => Gen.Select(
        Gen.OneOf(
            PastedTexts.Any,
            Gen.Char["aA.,-'/\u0301\u200B \uD800\u0130ß"].Array[0, longest].Select(signs => new string(signs))),
        PastedTexts.Any)
        .Sample(
            (text, surname) => Enum.IsDefined(NameNotations.Compare(text, new PartyName(surname, text, surname, text)))
                && NameMatching.WithoutTitles(text).Length <= text.Length
                && NameMatching.SurnamesToTry(text).All(name => name.Length <= text.Length)
                && NameMatching.HaveSameSurname(text, surname) == NameMatching.HaveSameSurname(surname, text),
            iter: texts);

    private static void CheckJumbles(int texts) => NameNotations.Jumbles.Sample(
        one => NameNotations.Compare(one.Text, one.Registered) is NameComparison.Fits
            == NameReading.IsFound(one.Text, one.Registered),
        iter: texts,
        print: one => $"\"{one.Text}\" for {one.Registered}: {NameNotations.Compare(one.Text, one.Registered)}");
}
