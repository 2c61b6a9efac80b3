using ActivationWizard.App.Cases.Parts;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>A refusal that is told: whom to call and what to say.</summary>
public sealed class WordsToSayTests : Screen
{
    public static TheoryData<RefusalGround> Grounds => [.. Enum.GetValues<RefusalGround>()];

    [Theory]
    [MemberData(nameof(Grounds))]
    public void Of_EveryGround_HasWordsInBothLanguages(RefusalGround ground)
    {
        var dutch = SayWords.Of(new Ruling.Refuse(ground, false));
        using var english = new FixedCulture("en-GB");

        Assert.NotEqual(dutch, SayWords.Of(new Ruling.Refuse(ground, false)));
        Assert.Equal(SayText.Neutral, SayWords.Of(new Ruling.Refuse(ground, true)));
    }

    [Fact]
    public void WordsToSay_ToTheTenant_HasTheNumberToCall()
    {
        var words = Drawn(StepCases.All["email proposal"]);

        Assert.Equal("tel:+31612345678", words.Find("a").GetAttribute("href"));
        Assert.Contains("niet als huurder in het systeem", words.Find("blockquote").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WordsToSay_ToSomebodyElse_KeepsTheTenantsNumberBack()
    {
        var number = CaseNumber.Of(2026, 412);
        var opened = new CaseOpened(number, Story.Request() with { Requester = Requester.SomebodyElse });

        var words = Drawn(ActivationCase.Fold([new(number, 1, opened, Actor.Wizard, Clock.GetUtcNow())]));

        Assert.Empty(words.FindAll("a"));
        Assert.Contains("niet aan de huurder", words.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<WordsToSay> Drawn(ActivationCase activation) => Render<WordsToSay>(with => with
        .Add(one => one.Case, activation)
        .Add(one => one.Refusal, new Ruling.Refuse(RefusalGround.NotTenant, false))
        .AddCascadingValue(new Telephones(["06-12345678"])));
}
