using ActivationWizard.App.Controls;
using ActivationWizard.App.Finished;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;

namespace ActivationWizard.Tests.Components;

public sealed class CasesWordsTests
{
    private static readonly CaseSummary ByEmail = CaseSummary.Of(Replays.Of(Replays.ByEmail).Final);

    [Theory]
    [InlineData(ActivationState.SentByEmail, Route.EmailTenant, null, MarkKind.Ok, "Code per e-mail")]
    [InlineData(ActivationState.SentByLetter, Route.RecreateLetterTenant, null, MarkKind.Ok, "Code per brief, nieuw account")]
    [InlineData(ActivationState.SentByEmail, Route.EmailAdministrator, null, MarkKind.Ok, "Code naar de bewindvoerder")]
    [InlineData(ActivationState.Refused, Route.Refusal, RefusalGround.PaymentArrangement, MarkKind.Difference,
        "Geen code: Betalingsregeling")]
    [InlineData(ActivationState.Withdrawn, null, null, MarkKind.Waiting, "Gesloten zonder code")]
    [InlineData(ActivationState.TriedOut, Route.EmailTenant, null, MarkKind.Waiting, "Proefgedraaid")]
    public void Outcome_OfACase_HasASignAndWords(
        ActivationState state, Route? route, RefusalGround? ground, MarkKind mark, string words) =>
        Assert.Equal((mark, words), CasesWords.Ending(ByEmail with { State = state, Route = route, Ground = ground }));

    [Fact]
    public void Outcome_WithAReplyThatCameBack_SaysSo() => Assert.Equal(
        (MarkKind.Problem, "Geen code, antwoord niet bezorgd: Betalingsregeling"),
        CasesWords.Ending(ByEmail with
        {
            State = ActivationState.Refused,
            Ground = RefusalGround.PaymentArrangement,
            WasReturned = true,
        }));

    [Fact]
    public void Special_OfAPlainCase_IsNothing() => Assert.Empty(CasesWords.Special(ByEmail));

    [Fact]
    public void Special_ByHandAndOtherwiseThanProposed_SaysBoth() => Assert.Equal(
        ["met de hand", "afgeweken"],
        CasesWords.Special(ByEmail with { HasManualStep = true, HasDeviation = true }).Select(one => one.Word));

    [Fact]
    public void Outcomes_OfTheFilter_AreAllFinalStates()
    {
        Assert.Equal(ActivationStates.All.Where(state => state.IsFinal), CasesQuery.Endings.Values);
        Assert.All(CasesQuery.Endings.Values, outcome => Assert.NotEmpty(CasesWords.Of(outcome)));
    }

    [Theory]
    [InlineData(ActivationState.NeedsAttention, null, true)]
    [InlineData(ActivationState.OnHold, HoldReason.ArrangementUnderAdministration, true)]
    [InlineData(ActivationState.OnHold, HoldReason.Deceased, false)]
    [InlineData(ActivationState.AwaitingDecision, null, false)]
    public void IsFor_OpenCase_IsATeamLeadsWhenOnlyThatOneCanSettleIt(ActivationState state, HoldReason? hold, bool expected) =>
        Assert.Equal(expected, WaitingForTeamLead.IsFor(ByEmail with { State = state, Hold = hold }));
}
