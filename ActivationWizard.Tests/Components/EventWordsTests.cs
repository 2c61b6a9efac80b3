using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Components;

public sealed class EventWordsTests
{
    public static TheoryData<string> Kinds => [.. JournalNames.Types.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EveryKind_HasASentenceInBothLanguages(string kind)
    {
        var dutch = Said(kind, "nl-NL", Actor.Wizard);
        var english = Said(kind, "en-GB", Actor.Wizard);

        Assert.NotEqual(dutch.Sentence, english.Sentence);
        Assert.Equal(dutch.Details.Count, english.Details.Count);
        Assert.All([dutch, english], words => Assert.All([words.Sentence, .. words.Details], line =>
        {
            Assert.DoesNotContain('{', line);
            Assert.DoesNotContain("..", line, StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace(line));
        }));
        Assert.True(dutch.Sentence[^1] is '.' or '?', dutch.Sentence);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EveryKindThatAPersonCauses_NamesThePerson(string kind)
    {
        var moment = Replays.Alone(Example(kind), DemoPeople.Sanne);
        if (moment.Entry.Event is not (
            EffectTrouble or AnswerLost or EvidenceFound or CompletedByEmail or CompletedByLetter or RequestRefused
            or WentBackInTime))
            Assert.Contains("Sanne Bakker", EventWords.Of(moment).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hold-placed", "De wizard hield de zaak aan: Postex stuurt deze brief per e-mail.",
        "Regel D22: Eerste code, e-mail klopt")]
    [InlineData("case-withdrawn", "De wizard sloot de zaak zonder code.", "Reden: Dubbel")]
    [InlineData("refusal-chosen", "De wizard koos om geen code te geven.", "Reden: Aanvrager wil niet meer")]
    [InlineData("facts-changed", "De wizard zag dat er iets was veranderd. Het voorstel vervalt.",
        "E-mail (privé): was Match, is nu Mismatch")]
    [InlineData("effect-refused", "Umbrella weigerde dit: Account aanmaken.", "Er is al een account.")]
    [InlineData("letter-dispatch-requested", "De wizard gaf de brief aan Postex.",
        "Aan: A. van der Jansen, Dorpsstraat 12 A-III, 5612 AB  EINDHOVEN")]
    [InlineData("contact-correction-requested", "De wizard vroeg Viewpoint de mailadressen goed te zetten.",
        "Privé wordt bewind@kantoor.example")]
    [InlineData("proof-recorded", "De wizard checkte de bewindvoerder: Teruggebeld op een bekend nummer.",
        "Toelichting: Gebeld om 10:12")]
    public void Of_Event_SaysWhyToWhomAndWhatChanged(string kind, string sentence, string detail)
    {
        var words = Said(kind, "nl-NL", Actor.Wizard);

        Assert.Equal(sentence, words.Sentence);
        Assert.Contains(detail, words.Details);
    }

    [Fact]
    public void Of_EffectThatAPersonConfirmed_SaysThatItWasByHand()
    {
        var moment = Replays.Of(Replays.WithTrouble).At(11);

        Assert.Equal("Met de hand bevestigd door Els de Groot. Er is een nieuwe code.", EventWords.Of(moment).Sentence);
        Assert.Equal(ReplayText.KindByHand, EventSign.Of(moment.Entry).Word);
    }

    [Theory]
    [InlineData("outcome-unknown", "✗")]
    [InlineData("proposal-accepted", "▲")]
    [InlineData("sent-by-letter", "✓")]
    [InlineData("facts-gathered", "●")]
    public void EventSign_OfAKind_HasASignAndAWord(string kind, string sign)
    {
        var look = EventSign.Of(Replays.Alone(Example(kind), Actor.Wizard).Entry);

        Assert.Equal(sign, look.Sign);
        Assert.NotEmpty(look.Word);
    }

    [Fact]
    public void Faults_OfAJournal_HaveWords() => Assert.All(
        Enum.GetValues<CaseFault>(), fault => Assert.NotEmpty(ReplayText.ResourceManager.Word($"Fault{fault}").With(7)));

    [Theory]
    [InlineData(0.4, "direct")]
    [InlineData(12, "12 sec")]
    [InlineData(372, "6 min 12 sec")]
    [InlineData(11_100, "3 uur 5 min")]
    [InlineData(100_800, "1 dag 4 uur")]
    [InlineData(187_200, "2 dagen 4 uur")]
    public void DurationWords_OfASpan_HasTheTwoUnitsThatMatter(double seconds, string words) =>
        Assert.Equal(words, DurationWords.Of(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(-5, "0 seconden", "0 seconds")]
    [InlineData(1, "1 seconde", "1 second")]
    [InlineData(61, "1 minuut", "1 minute")]
    [InlineData(2_400, "40 minuten", "40 minutes")]
    [InlineData(3_590, "1 uur", "1 hour")]
    [InlineData(11_100, "3 uur", "3 hours")]
    [InlineData(86_000, "1 dag", "1 day")]
    [InlineData(187_200, "2 dagen", "2 days")]
    public void DurationWords_WrittenOut_AbbreviateNothing(double seconds, string dutch, string english)
    {
        Assert.Equal(dutch, DurationWords.InWords(TimeSpan.FromSeconds(seconds)));
        using var language = new FixedCulture("en-GB");
        Assert.Equal(english, DurationWords.InWords(TimeSpan.FromSeconds(seconds)));
    }

    private static EventWords Said(string kind, string culture, Actor actor)
    {
        using var language = new FixedCulture(culture);
        return EventWords.Of(Replays.Alone(Example(kind), actor));
    }

    private static CaseEvent Example(string kind) => EverySort.Events.Single(fact => JournalNames.Of(fact) == kind);
}
