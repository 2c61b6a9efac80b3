using ActivationWizard.App.Cases;
using ActivationWizard.App.Cases.Parts;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Components;

/// <summary>What an employee can say in a trial, and what is not there to be pressed.</summary>
public sealed class CasePracticeTests : Screen
{
    private readonly List<Answer> _answers = [];

    public static TheoryData<string> Tried =>
        ["trial", "trial over", "trial refusal", "trial question", "trial hold", "trial choosing"];

    [Theory]
    [MemberData(nameof(Tried))]
    public void Screen_OfATrial_HasNoWayToSendOrToRefuse(string name)
    {
        var screen = Show(name);

        Assert.Empty(screen.FindAll("#doen, #reden-weigeren"));
        Assert.Single(screen.FindAll("#anders-gedaan"));
        Assert.Equal(name is "trial question", screen.FindAll("#zo-gedaan").Count is 0);
        Assert.Equal(name is "trial over", screen.FindAll("#nog-niets").Count is 1);
    }

    [Theory]
    [InlineData("trial", "Zo gedaan")]
    [InlineData("trial refusal", "Zo gedaan")]
    [InlineData("trial hold", "Ook niets verstuurd")]
    public void AsProposed_OneClick_SaysSo(string name, string text)
    {
        var button = Show(name).Find("#zo-gedaan");
        Assert.Equal((text, "Control+Enter"), (button.TextContent.Trim(), button.GetAttribute("aria-keyshortcuts")));

        button.Click();

        Assert.Equal(new RecordPractice(Practice.AsProposed, null, null, null), Assert.Single(_answers));
    }

    [Fact]
    public void Differently_ThreeClicks_SaysWhatAndWhy()
    {
        var screen = Show("trial");

        screen.Find("input[value=RefusedPaymentArrangement]").Change("on");
        screen.Find("input[value=KnewMore]").Change("on");
        screen.Find("#anders-gedaan").Click();

        Assert.Equal(
            new RecordPractice(Practice.Refused, RefusalGround.PaymentArrangement, PracticeReason.KnewMore, null),
            Assert.Single(_answers));
    }

    [Fact]
    public void Differently_NothingChosen_IsForTheCaseToDecline()
    {
        Show("trial").Find("#anders-gedaan").Click();

        Assert.Equal(new RecordPractice(null, null, null, null), Assert.Single(_answers));
    }

    [Theory]
    [InlineData(Obstacle.PracticeNotSaid, "praktijk-gedaan")]
    [InlineData(Obstacle.PracticeReasonNeeded, "praktijk-reden")]
    public void Obstacle_AboutAField_StandsThere(Obstacle obstacle, string field)
    {
        var screen = Show("trial", obstacle);

        Assert.Equal(field, CaseFields.Of(obstacle));
        Assert.Contains(StepWords.Of(obstacle), screen.Find($"#{field}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void NotYet_AfterGoingLive_LeavesTheTrial()
    {
        Show("trial over").Find("#nog-niets").Click();

        Assert.IsType<LeaveTrial>(Assert.Single(_answers));
    }

    [Fact]
    public void Refusal_InATrial_ShowsTheReplyThatWouldGo() =>
        Assert.Contains("Beste heer/mevrouw Jansen", Show("trial refusal").Markup, StringComparison.Ordinal);

    [Fact]
    public void Options_EachOfThem_StandForAnotherPractice()
    {
        var all = Enum.GetValues<PracticeOption>().Select(one => (one.Practice, one.Ground)).ToList();

        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Equal(
            Enum.GetValues<Practice>().Except([Practice.AsProposed]).Order(), all.Select(one => one.Practice).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<RefusalGround>().Order(), all.Select(one => one.Ground).OfType<RefusalGround>().Order());
        Assert.All(PracticeOptions.All, one => Assert.NotEmpty(one.Text));
    }

    [Fact]
    public void TriedOut_AtKlaar_SaysThatNothingWasSentAndWhatWasDone()
    {
        var screen = Show("tried out");

        Assert.Contains("de wizard heeft niets verstuurd", screen.Markup, StringComparison.Ordinal);
        Assert.Contains("Op de oude manier: Code per brief verstuurd.", screen.Markup, StringComparison.Ordinal);
        Assert.Contains(StepsText.NothingDone, screen.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<CaseScreen> Show(string name, Obstacle? problem = null) =>
        Render<CaseScreen>(parameters => parameters
            .AddCascadingValue(new AnswerRights(true, false))
            .Add(screen => screen.Case, StepCases.All[name])
            .Add(screen => screen.Problem, problem)
            .Add(screen => screen.OnAnswer, EventCallback.Factory.Create<Answer>(this, _answers.Add)));
}
