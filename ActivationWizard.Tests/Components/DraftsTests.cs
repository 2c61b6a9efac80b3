using ActivationWizard.App.Cases;
using ActivationWizard.App.Cases.Parts;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Components;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Components;

/// <summary>Fields begin with what was filled in for their question, which answers nothing until its button is pressed.</summary>
public sealed class DraftsTests : Screen
{
    [Fact]
    public void NewCode_TickedBefore_IsTickedAndAcceptedByTheButtonAlone()
    {
        var answers = new List<Answer>();
        var screen = Show("new code", answers.Add, ("oud-account", "true"), ("recente-code", "true"));

        Assert.True(screen.Find("#oud-account").IsChecked());
        Assert.Empty(answers);
        screen.Find("#doen").Click();
        Assert.True(Assert.IsType<AcceptProposal>(Assert.Single(answers)).Acceptance.OldAccountMayGo);
    }

    [Fact]
    public void Reply_EditedBefore_IsOnTheScreenAndIsWhatGoes()
    {
        var answers = new List<Answer>();
        var screen = Show("refusal drafted", answers.Add, ("antwoord-tekst PaymentArrangement False Dutch", "Beste Anna"));

        Assert.Equal("Beste Anna", screen.Find("#antwoord-tekst").GetAttribute("value"));
        screen.Find("#doen").Click();
        Assert.Equal(
            new MailText("Uw aanvraag", "Beste Anna"), Assert.IsType<AcceptProposal>(Assert.Single(answers)).Acceptance.Reply);
    }

    [Fact]
    public void Reply_EditedInAnotherTemplate_IsNotThisOnes() =>
        Assert.Empty(
            Show("refusal drafted", _ => { }, ("antwoord-tekst PaymentArrangement True Dutch", "Beste Anna"))
                .FindAll("#antwoord-tekst"));

    [Fact]
    public void ManualStep_TicksAndReason_AreThereAgain()
    {
        var screen = Show("by hand", _ => { }, ("pad-0", "true"), ("pad-1", "false"), ("reden-lukt-niet", "geen toegang"));

        Assert.Equal([true, false], screen.FindAll(".aw-path input").Take(2).Select(box => box.IsChecked()));
        var reason = screen.Find("#reden-lukt-niet");
        Assert.Equal("geen toegang", reason.GetAttribute("value"));
        Assert.True(reason.Closest("details")!.HasAttribute("open"));
    }

    [Fact]
    public void FactByHand_ChosenBefore_IsChosen()
    {
        var answers = new List<Answer>();
        var screen = Show("hold by hand", answers.Add, ("feit Tenancy", nameof(TenancyStatus.Active)));

        screen.FindAll("button").First(button => button.TextContent.Trim() == "Leg dit antwoord vast").Click();
        Assert.Equal(new AnswerFact(FactKind.Tenancy, nameof(TenancyStatus.Active)), Assert.Single(answers));
    }

    [Fact]
    public void Attention_ChosenBefore_IsChosen()
    {
        var screen = Show("needs attention", _ => { }, ("gezien", nameof(SeenOutcome.NotClear)),
            ("gezien-reden", "ik zie niets"));

        Assert.Equal([false, false, true], screen.FindAll("#gezien input").Select(choice => choice.IsChecked()));
        Assert.Equal("ik zie niets", screen.Find("#gezien-reden").GetAttribute("value"));
    }

    [Fact]
    public void Code_IsNeverAField_ThatIsKept()
    {
        var screen = Show("code asked", _ => { }, ("code-geldig", "2030-12-24"), ("getypte-code", "KANARIE-1"));

        Assert.Equal("2030-12-24", screen.Find("#code-geldig").GetAttribute("value"));
        Assert.NotNull(screen.Find("#code-geldig").GetAttribute("data-keep"));
        Assert.Null(screen.Find("#getypte-code").GetAttribute("data-keep"));
        Assert.DoesNotContain("KANARIE-1", screen.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new code")]
    [InlineData("refusal drafted")]
    [InlineData("by hand")]
    [InlineData("hold by hand")]
    [InlineData("needs attention")]
    public void EveryField_ButTheCode_SaysUnderWhichNameItIsKept(string name)
    {
        var screen = Show(name, _ => { }, ("antwoord-tekst PaymentArrangement False Dutch", "x"));

        Assert.All(screen.FindAll("input, textarea").Where(field => field.Closest(".aw-answers") is not null),
            field => Assert.False(string.IsNullOrEmpty(field.GetAttribute("data-keep")), field.OuterHtml));
    }

    private IRenderedComponent<CaseScreen> Show(
        string name, Action<Answer> onAnswer, params (string Field, string Text)[] kept) =>
        Unfold(Render<CaseScreen>(parameters => parameters
            .AddCascadingValue(new AnswerRights(true, true))
            .AddCascadingValue(new Drafts(kept.ToDictionary(one => one.Field, one => one.Text)))
            .Add(screen => screen.Case, StepCases.All[name])
            .Add(screen => screen.OnAnswer, EventCallback.Factory.Create(this, onAnswer))));
}
