using System.Text.RegularExpressions;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Cases.Parts;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Tests.Kit.Components;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Components;

/// <summary>Each step once live and once replayed, and what its buttons answer.</summary>
public sealed partial class StepTests : Screen
{
    public static TheoryData<string> Names => [.. StepCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Screen_LiveAndReplayed_IsTheSameButForBeingReadOnly(string name)
    {
        var live = Show(name, new AnswerRights(true, true)).Markup;
        var replayed = Show(name, AnswerRights.None).Markup;

        Assert.Equal(Settled(live), Settled(replayed));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Screen_Replayed_LetsNobodyAnswer(string name) =>
        Assert.All(
            Show(name, AnswerRights.None)
                .FindAll("button, input, textarea").Where(control => control.Closest(".mud-stepper") is null),
            control => Assert.NotNull(control.Closest("fieldset[disabled]")));

    [Fact]
    public void EmailProposal_OneClickOnItsButton_Accepts()
    {
        var answers = Answered("email proposal", screen =>
        {
            screen.Find("#recente-code").Change(true);
            screen.Find("#doen").Click();
        });

        var accepted = Assert.IsType<AcceptProposal>(Assert.Single(answers));
        Assert.True(accepted.Acceptance.RecentCodeMayDie);
    }

    [Fact]
    public void NewCode_Proposed_SaysThatItCannotBeUndoneAndAsksForTheTick()
    {
        var screen = Show("new code", new AnswerRights(true, false));

        Assert.Contains("Dit kun je niet terugdraaien, en de zaak kan daarna niet meer worden gesloten", screen.Markup,
            StringComparison.Ordinal);
        Assert.NotNull(screen.Find("#oud-account"));
    }

    [Theory]
    [InlineData("only forward", false)]
    [InlineData("waiting for a person", true)]
    public void Case_BetweenDeleteAndActivate_CannotBeClosedAndSaysSo(string name, bool canBeClosed)
    {
        var screen = Show(name, new AnswerRights(true, true));

        Assert.Equal(canBeClosed, screen.FindAll("#reden-sluiten").Count is 1);
        Assert.NotEqual(canBeClosed, screen.Markup.Contains(StepsText.OnlyForwardNote, StringComparison.Ordinal));
    }

    [Fact]
    public void Refusal_Drafted_SendsTheReplyThatIsOnTheScreen()
    {
        var accepted =
            Assert.IsType<AcceptProposal>(Assert.Single(Answered("refusal drafted", screen => screen.Find("#doen").Click())));

        Assert.Equal("Uw aanvraag", accepted.Acceptance.Reply?.Subject);
        Assert.False(accepted.Acceptance.Template?.Neutral);
    }

    [Fact]
    public void Refusal_TemplateMissing_NamesItsFileAndOffersToTryAgain()
    {
        var screen = Show("refusal without template", new AnswerRights(true, false));

        Assert.Contains("ontbreekt in de map met mailsjablonen: het bestand nl/PaymentArrangement.txt",
            screen.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_BeforeSending_SaysWhatWasAndWhatIsInWords()
    {
        var changes = Show("changed", new AnswerRights(true, false)).Find("[aria-labelledby=veranderd] li").TextContent;

        Assert.Contains($"was a.jansen@mail.example, {FactsText.EmailComparisonMatch}", changes, StringComparison.Ordinal);
        Assert.Contains($"a.jansen@mail.example, {FactsText.EmailComparisonMismatch}", changes, StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_FactByHand_TakesDontKnowForUnknown()
    {
        var answers = Answered("hold", screen =>
        {
            screen.FindAll("#feit input")[^1].Change(true);
            ButtonOf(screen, "Leg dit antwoord vast").Click();
        });

        Assert.Equal(new AnswerFact(FactKind.Tenancy, null), Assert.Single(answers));
    }

    [Fact]
    public void Hold_NothingChosen_AsksForAnAnswerAndSendsNone()
    {
        IRenderedComponent<CaseScreen>? shown = null;
        var answers = Answered("hold", screen => ButtonOf(shown = screen, "Leg dit antwoord vast").Click());

        Assert.Empty(answers);
        Assert.Contains("Kies een van de antwoorden", shown!.Find("#feit").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_SystemWithoutInterface_GivesThePathAndIsNoOutage()
    {
        var screen = Show("hold by hand", new AnswerRights(true, false));

        Assert.Equal("Kijk zelf in Viewpoint", screen.Find("#wacht").TextContent.Trim()[1..].Trim());
        Assert.Equal(["Ga naar VP naar object", "Ga naar de relatie"],
            screen.FindAll(".aw-path li").Select(line => line.TextContent.Trim()));
        Assert.Contains("Heeft A. Jansen nu een lopend huurcontract?", screen.Find("#feit").TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_AccountLookedUpByHand_SendsToUmbrellaForItsAddressAndNotToViewpoint()
    {
        var screen = Show("hold account by hand", new AnswerRights(true, false));

        Assert.Contains("Umbrella", screen.Find("#wacht").TextContent, StringComparison.Ordinal);
        Assert.Equal("Ga naar Umbrella", screen.Find(".aw-path li").TextContent.Trim());
        Assert.Contains("Zelf opgezocht, niet door de wizard: Account.", screen.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Choosing_Candidates_NoneIsPreselected()
    {
        var answers = Answered("choosing", screen => screen.FindAll(".aw-candidates button")[1].Click());

        Assert.Equal(new ChooseTenant("2"), Assert.Single(answers));
    }

    [Fact]
    public void Choosing_WrittenDifferently_ShowsBothSpellingsAndNothingIsTheDefault()
    {
        var screen = Show("choosing nearly", new AnswerRights(true, false));

        var spellings = screen.Find(".aw-spellings").TextContent;
        Assert.Contains("A. Jansen", spellings, StringComparison.Ordinal);
        Assert.Contains("A. Janssen-Smit", spellings, StringComparison.Ordinal);
        Assert.Contains("anders geschreven", screen.Find("[aria-labelledby=kandidaten] p").TextContent, StringComparison.Ordinal);
        Assert.Empty(screen.FindAll("[aria-labelledby=kandidaten] .mud-button-filled"));
    }

    [Fact]
    public void NeedsAttention_Settled_CarriesWhatWasSeenAndWhy()
    {
        var answers = Answered("needs attention", screen =>
        {
            screen.FindAll("#gezien input")[1].Change(true);
            screen.Find("#gezien-reden").Change("Niet te zien in Umbrella");
            ButtonOf(screen, "Leg vast").Click();
        });

        Assert.Equal(new SettleOutcome(SeenOutcome.DidNotHappen, "Niet te zien in Umbrella"), Assert.Single(answers));
    }

    [Fact]
    public void WaitedOut_Shown_SaysWhichAttemptWhenAndTriesNowWhenAsked()
    {
        var answers = Answered("waited out", screen =>
        {
            Assert.Matches(@"Poging 2 om\s*9:32", screen.Find("[aria-labelledby=geen-antwoord]").TextContent);
            ButtonOf(screen, "Nu proberen").Click();
        });

        Assert.Equal(new TryAgain(), Assert.Single(answers));
    }

    [Fact]
    public void AnswerLost_Shown_OffersToLookNowAndToLookInstead()
    {
        var answers = Answered("answer lost", screen =>
        {
            ButtonOf(screen, "Kijk nu").Click();
            ButtonOf(screen, "Ik zoek het zelf uit").Click();
        });

        Assert.Equal([new LookAgain(), new LookMyself()], answers);
    }

    [Fact]
    public void Evidence_Shown_PutsWhatWasAskedBesideWhatTheSystemSays()
    {
        var answers = Answered("evidence", screen =>
        {
            var sides = screen.FindAll(".aw-evidence > section");
            Assert.Contains("a.jansen@mail.example", sides[0].TextContent, StringComparison.Ordinal);
            Assert.Contains("AW-2026-00412-008", sides[0].TextContent, StringComparison.Ordinal);
            Assert.Contains("Er staat een code klaar", sides[1].TextContent, StringComparison.Ordinal);
            ButtonOf(screen, "Kijk opnieuw").Click();
        });

        Assert.Equal(new LookAgain(), Assert.Single(answers));
    }

    [Fact]
    public void ByHand_Shown_GivesTheInstructionsMenuPathWordForWord() => Assert.Equal(
        [
            "Ga in Umbrella naar de desbetreffende huurder", "Bij account klik je op account activeren",
            "Stuur de activatiecode per e-mail naar het mailadres van de huurder dat bij ons in het systeem staat "
            + "en dus ook op de aanvraag van de klant staat",
        ],
        Show("by hand", new AnswerRights(true, false)).FindAll(".aw-path label").Select(label => label.TextContent.Trim()));

    [Fact]
    public void ByHand_AfterWhatTheWizardDid_StartsAtWhatIsNotDoneYet()
    {
        var screen = Show("letter by hand", new AnswerRights(true, false));

        Assert.Equal(
            ["Account activeren (de wizard heeft dit gedaan)", "Code ophalen (de wizard heeft dit gedaan)"],
            screen.FindAll(".aw-path-done").Select(line => line.TextContent.Trim()[1..].Trim()));
        Assert.Equal("Ga dan naar VP naar object", screen.Find(".aw-path label").TextContent.Trim());
        Assert.Contains("5612 AB  EINDHOVEN", screen.Find(".aw-needs").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void LetterByHand_WithoutAPage_ShowsTheCodeAsAMask() =>
        Assert.Equal("••••••••", Show("letter by hand", AnswerRights.None).Find(".aw-code code").TextContent);

    [Fact]
    public void CodeAsked_Typed_IsGivenOnceAndIsGoneFromTheField()
    {
        IRenderedComponent<CaseScreen>? shown = null;
        var answers = Answered("code asked", screen =>
        {
            shown = screen;
            screen.Find("#getypte-code").Change("KANARIE-1234");
            ButtonOf(screen, "Geef deze code aan de brief").Click();
            Assert.Contains("Vul de dag in", screen.Markup, StringComparison.Ordinal);
            screen.Find("#code-geldig").Change("2026-12-24");
            ButtonOf(screen, "Geef deze code aan de brief").Click();
        });

        Assert.Equal(new GiveCode("KANARIE-1234", new DateOnly(2026, 12, 24)), Assert.Single(answers));
        Assert.DoesNotContain("KANARIE-1234", shown!.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void CodeAsked_SeenOrNot_IsSaid()
    {
        Assert.Equal([new SawNoCode()], Answered("code asked", screen => ButtonOf(screen, "Er staat geen code").Click()));
        Assert.Equal([new SawCode(new DateOnly(2026, 12, 24))], Answered("code asked", screen =>
        {
            screen.Find("#code-geldig").Change("2026-12-24");
            ButtonOf(screen, "Ik maak de brief ook zelf").Click();
        }));
    }

    private IRenderedComponent<CaseScreen> Show(string name, AnswerRights rights, Action<Answer>? onAnswer = null) =>
        Unfold(Render<CaseScreen>(parameters => parameters
            .AddCascadingValue(rights)
            .Add(screen => screen.Case, StepCases.All[name])
            .Add(screen => screen.OnAnswer, EventCallback.Factory.Create<Answer>(this, answer => onAnswer?.Invoke(answer)))));

    private List<Answer> Answered(string name, Action<IRenderedComponent<CaseScreen>> act)
    {
        var answers = new List<Answer>();
        act(Show(name, new AnswerRights(true, true), answers.Add));
        return answers;
    }

    private static IElement ButtonOf(IRenderedComponent<CaseScreen> screen, string text) =>
        screen.FindAll("button").First(button => button.TextContent.Trim() == text);

    // What may differ: the read-only mark itself, and ids that are drawn by chance.
    private static string Settled(string markup) => Chance().Replace(markup, "");

    [GeneratedRegex(
        @" disabled(?:="""")?(?=[ >])| (?:id|for|aria-describedby|aria-controls|aria-labelledby|blazor:[\w-]+)=""[^""]*""")]
    private static partial Regex Chance();
}
