using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.WorkList;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;

namespace ActivationWizard.Tests.Components;

public sealed class WorkWordsTests
{
    public static TheoryData<ActivationState> States => [.. ActivationStates.All];

    [Theory]
    [MemberData(nameof(States))]
    public void Status_EveryStateForEveryReader_HasWordsInBothLanguages(ActivationState state)
    {
        foreach (var summary in new[] { Summaries.Of(state), Summaries.Mine(state), Summaries.Of(state, DemoPeople.Tom) })
        {
            var dutch = WorkWords.Status(summary, DemoPeople.Sanne, 2).Text;
            using var english = new FixedCulture("en-GB");
            Assert.NotEqual(dutch, WorkWords.Status(summary, DemoPeople.Sanne, 2).Text);
        }
    }

    [Fact]
    public void Status_ForThisReader_SaysWhoseMoveItIs()
    {
        var onHold = Summaries.Mine(ActivationState.OnHold) with { Hold = HoldReason.Deceased };
        (CaseSummary Summary, MarkKind Kind, string Text)[] expected =
        [
            (Summaries.Of(ActivationState.Opened), MarkKind.Waiting, "Nieuw"),
            (Summaries.Mine(ActivationState.AwaitingDecision), MarkKind.Waiting, "Van jou"),
            (onHold, MarkKind.Unknown, "Wacht op jou (aangehouden)"),
            (onHold with { Handler = DemoPeople.Tom }, MarkKind.Unknown, "Aangehouden: Tom"),
            (Summaries.Mine(ActivationState.ActivatingAccount), MarkKind.Busy, "De wizard is bezig"),
            (Summaries.Mine(ActivationState.NeedsAttention), MarkKind.Problem, "Controle nodig"),
            (Summaries.Of(ActivationState.NeedsAttention, DemoPeople.Tom), MarkKind.Problem, "Controle nodig: Tom"),
            (Summaries.Of(ActivationState.AwaitingDecision, DemoPeople.Tom), MarkKind.Busy, "Bezig: Tom (2 min)"),
            (Summaries.Of(ActivationState.AwaitingDecision) with { WasSkipped = true }, MarkKind.Waiting, "Overgeslagen"),
            (onHold with { AsideUntil = new DateTimeOffset(2026, 12, 3, 23, 0, 0, TimeSpan.Zero) }, MarkKind.Waiting,
                "Weggelegd tot 4 december"),
            (onHold with { AsksTeamLead = true }, MarkKind.Waiting, "Voorgelegd aan de teamleider"),
            (Summaries.Mine(ActivationState.SentByLetter), MarkKind.Done, "Klaar: code per brief"),
        ];

        Assert.All(expected, one => Assert.Equal((one.Kind, one.Text), WorkWords.Status(one.Summary, DemoPeople.Sanne, 2)));
        Assert.Equal(
            (MarkKind.Waiting, "Begonnen door Tom"),
            WorkWords.Status(Summaries.Of(ActivationState.AwaitingDecision, DemoPeople.Tom), DemoPeople.Sanne, 15));
    }

    [Fact]
    public void Proposed_EveryRoute_HasWordsAndSoHasEveryStateBeforeThereIsOne()
    {
        Assert.Equal("De wizard zoekt de gegevens op…", WorkWords.Proposed(Summaries.Of(ActivationState.Opened)));
        Assert.All(Enum.GetValues<Route>(), route =>
            Assert.NotEmpty(WorkWords.Proposed(Summaries.Mine(ActivationState.AwaitingDecision) with { Route = route })));
        Assert.Equal("Jij kiest: eerste of nieuwe code", WorkWords.Proposed(Summaries.Of(ActivationState.AwaitingDecision)));
        Assert.Equal(
            "Jij kiest de huurder",
            WorkWords.Proposed(Summaries.Mine(ActivationState.ChoosingTenant) with { Hold = HoldReason.IdentifyPerson }));
    }

    [Theory]
    [InlineData(Requester.Tenant, "Eerste code")]
    [InlineData(Requester.CourtAdministrator, "Eerste code (bewindvoerder)")]
    [InlineData(Requester.SomebodyElse, "Eerste code (iemand anders)")]
    public void Asked_SaysWhoAsksWhenItIsNotTheTenant(Requester requester, string words) =>
        Assert.Equal(words, WorkWords.Asked(Summaries.Of(ActivationState.Opened) with { Requester = requester }));

    [Theory]
    [InlineData("nieuw", "2", WorkListFilter.New, 2)]
    [InlineData("mijn", null, WorkListFilter.Mine, 1)]
    [InlineData("in-behandeling", null, WorkListFilter.InHand, 1)]
    [InlineData("aangehouden", "0", WorkListFilter.OnHold, 1)]
    [InlineData("overgeslagen", null, WorkListFilter.Skipped, 1)]
    [InlineData(null, "-1", WorkListFilter.All, 1)]
    [InlineData("<script>", "9223372036854775808", WorkListFilter.All, 1)]
    public void Address_WhateverStandsInIt_IsSomethingToShow(string? filter, string? page, WorkListFilter shown, int number)
    {
        Assert.Equal((shown, number), (WorkAddress.Filter(filter), WorkAddress.Page(page)));
        Assert.Equal(shown is WorkListFilter.All ? "/werk" : $"/werk?toon={filter}", WorkAddress.Of(shown));
    }
}
