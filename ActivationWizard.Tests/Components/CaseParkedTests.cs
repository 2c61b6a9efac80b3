using ActivationWizard.App.Cases;
using ActivationWizard.App.Cases.Parts;
using ActivationWizard.App.Finished;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Components;

/// <summary>Putting a case aside and asking the team lead: what is asked, answered and shown.</summary>
public sealed class CaseParkedTests : Screen
{
    private static readonly AnswerRights Handler = new(true, false);
    private static readonly AnswerRights TeamLead = new(false, true);

    private readonly List<Answer> _answers = [];

    [Fact]
    public void PutAside_DayAndNote_AnswersBoth()
    {
        var screen = Show(Proposed(), Handler);

        screen.Find("#leg-weg").Click();
        Assert.Equal(
            ("true", "true"),
            (screen.Find("#wegleggen-dag").GetAttribute("aria-invalid"),
                screen.Find("#wegleggen-reden").GetAttribute("aria-invalid")));
        screen.Find("#wegleggen-dag").Change("2026-12-04");
        screen.Find("#wegleggen-reden").Change("wacht op beschikking");
        screen.Find("#leg-weg").Click();

        Assert.Equal(new PutCaseAside(new DateOnly(2026, 12, 4), "wacht op beschikking"), Assert.Single(_answers));
    }

    [Fact]
    public void PutAside_Shown_SaysUntilWhenAndWhyAndTakesBack()
    {
        var screen = Show(Proposed(new CasePutAside(new DateOnly(2026, 12, 4), "wacht op beschikking")), Handler);

        Assert.Equal(
            "Weggelegd door Sanne Bakker tot vrijdag 4 december 2026: wacht op beschikking",
            screen.Find("#weggelegd p").TextContent.Trim());
        screen.Find("#ga-verder").Click();

        Assert.IsType<TakeCaseBack>(Assert.Single(_answers));
    }

    [Fact]
    public void AskTeamLead_Text_AnswersIt()
    {
        var screen = Show(Proposed(), Handler);

        screen.Find("#voorleggen-vraag").Change("Mag dit?");
        screen.Find("#leg-voor").Click();

        Assert.Equal(new AskTeamLead("Mag dit?"), Assert.Single(_answers));
    }

    [Fact]
    public void AskTeamLead_ShownToTheTeamLead_IsAnsweredInPlaceAndByNobodyElse()
    {
        var asked = Proposed(new TeamLeadAsked("Mag dit?"));
        Assert.Empty(Show(asked, Handler).FindAll("#voorleggen"));
        Assert.Empty(Show(asked, Handler).FindAll("#geef-antwoord"));

        var screen = Show(asked, TeamLead);
        screen.Find("#antwoord-op-vraag").Change("Ja.");
        screen.Find("#geef-antwoord").Click();

        Assert.Equal(new AnswerTeamLead("Ja."), Assert.Single(_answers));
        Assert.Equal(
            "Ja.",
            Show(Proposed(new TeamLeadAsked("Mag dit?"), new TeamLeadAnswered("Ja.")), Handler)
                .Find("#antwoord-teamleider").TextContent);
    }

    [Fact]
    public void WaitingForTeamLead_AQuestion_IsAmongThem()
    {
        var summary = Summaries.Mine(ActivationState.AwaitingDecision) with { AsksTeamLead = true };

        Assert.True(WaitingForTeamLead.IsFor(summary));
        Assert.Contains(
            "Vraag van een medewerker",
            Render<WaitingForTeamLead>(parameters => parameters.Add(one => one.Cases, [summary])).Markup,
            StringComparison.Ordinal);
    }

    private static ActivationCase Proposed(params CaseEvent[] events)
    {
        var activation = StepCases.All["email proposal"];
        foreach (var happened in events)
        {
            activation = activation.After(new RecordedEvent(
                activation.Number, activation.Version + 1, happened,
                happened is TeamLeadAnswered ? DemoPeople.Els : DemoPeople.Sanne, activation.ChangedAt));
        }

        return activation;
    }

    private IRenderedComponent<CaseScreen> Show(ActivationCase activation, AnswerRights rights) => Unfold(Render<CaseScreen>(
        parameters => parameters
            .Add(screen => screen.Case, activation)
            .Add(screen => screen.OnAnswer, EventCallback.Factory.Create<Answer>(this, _answers.Add))
            .AddCascadingValue(rights)));
}
