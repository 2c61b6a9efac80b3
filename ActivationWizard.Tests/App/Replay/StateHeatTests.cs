using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Overview;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;

namespace ActivationWizard.Tests.App.Replay;

public sealed class StateHeatTests
{
    [Fact]
    public async Task Of_OneCaseAnEventEveryTenSeconds_HasItsStatesAndStays()
    {
        var heat = await OfAsync(Steps(1, Replays.ByEmail));

        Assert.Equal(1, heat.Cases);
        Assert.Equal(ActivationStates.All, heat.States.Select(one => one.State));
        Assert.Equal(Visits(ActivationState.GatheringFacts, 1, 1, 20, 20), Find(heat, ActivationState.GatheringFacts));
        Assert.Equal(Visits(ActivationState.AwaitingDecision, 1, 1, 10, 10), Find(heat, ActivationState.AwaitingDecision));
        Assert.Equal(Visits(ActivationState.CreatingAccount, 1, 1, 20, 20), Find(heat, ActivationState.CreatingAccount));
        Assert.Equal(Visits(ActivationState.SentByEmail, 1, 1, null, 0), Find(heat, ActivationState.SentByEmail));
        Assert.Equal(Visits(ActivationState.Refused, 0, 0, null, 0), Find(heat, ActivationState.Refused));
        Assert.Equal(TimeSpan.FromSeconds(120), heat.States.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Total));
    }

    [Fact]
    public async Task Of_AStateThatACaseCameBackTo_CountsCasesAndVisitsApart()
    {
        CaseStep[] steps =
        [
            Step(1, 0, "case-opened"), Step(1, 10, "case-taken"), Step(1, 20, "facts-gathered"), Step(1, 30, "proposal-made"),
            Step(1, 90, "fetch-again-asked"), Step(1, 95, "proposal-made"), Step(1, 105, "case-withdrawn"),
            Step(2, 0, "case-opened"), Step(2, 10, "case-taken"), Step(2, 30, "proposal-made"), Step(2, 60, "case-withdrawn"),
        ];

        var heat = await OfAsync(steps);

        Assert.Equal(2, heat.Cases);
        Assert.Equal(Visits(ActivationState.AwaitingDecision, 2, 3, 30, 100), Find(heat, ActivationState.AwaitingDecision));
        Assert.Equal(Visits(ActivationState.GatheringFacts, 2, 3, 20, 45), Find(heat, ActivationState.GatheringFacts));
        Assert.Equal(Visits(ActivationState.Withdrawn, 2, 2, null, 0), Find(heat, ActivationState.Withdrawn));
    }

    [Fact]
    public async Task Of_AnEventThatDoesNotFit_LeavesOutWhatComesAfterItInThatCaseOnly()
    {
        CaseStep[] steps =
        [
            Step(1, 0, "case-opened"), Step(1, 10, "sent-by-letter"), Step(1, 20, "case-taken"),
            Step(2, 0, "case-opened"), Step(2, 10, "case-taken"),
        ];

        var heat = await OfAsync(steps);

        Assert.Equal((2, 1), (Find(heat, ActivationState.Opened).Visits, Find(heat, ActivationState.GatheringFacts).Visits));
        Assert.Equal(0, Find(heat, ActivationState.SentByLetter).Visits);
    }

    [Fact]
    public async Task Of_ACaseThatWasOpenedAgain_CountsNoTimeBetweenItsEnds()
    {
        CaseStep[] steps =
        [
            Step(1, 0, "case-opened"), Step(1, 10, "case-taken"), Step(1, 20, "proposal-made"), Step(1, 30, "proposal-accepted"),
            Step(1, 40, "request-refused"), Step(1, 9_000, "mail-received"), Step(1, 9_001, "reply-bounced"),
            Step(1, 9_011, "bounce-settled"),
        ];

        var heat = await OfAsync(steps);

        Assert.Equal(Visits(ActivationState.Refused, 1, 2, null, 0), Find(heat, ActivationState.Refused));
        Assert.Equal(Visits(ActivationState.NeedsAttention, 1, 1, 10, 10), Find(heat, ActivationState.NeedsAttention));
    }

    [Fact]
    public async Task LevelOf_AState_GoesByItsPartOfAllTime()
    {
        CaseStep[] steps =
        [
            Step(1, 0, "case-opened"), Step(1, 1, "case-taken"), Step(1, 10, "proposal-made"), Step(1, 80, "hold-placed"),
            Step(1, 100, "case-withdrawn"),
        ];

        var heat = await OfAsync(steps);

        Assert.Equal(
            [(ActivationState.Opened, 1), (ActivationState.GatheringFacts, 2), (ActivationState.AwaitingDecision, 4),
             (ActivationState.OnHold, 3), (ActivationState.Withdrawn, 0)],
            heat.States.Where(one => one.Visits > 0).OrderBy(one => one.State).Select(one => (one.State, heat.LevelOf(one))));
    }

    [Fact]
    public async Task Of_NothingAtAll_IsCold()
    {
        var heat = await OfAsync([]);

        Assert.Equal(0, heat.Cases);
        Assert.All(heat.States, one => Assert.Equal(0, heat.LevelOf(one)));
    }

    internal static IEnumerable<CaseStep> Steps(long number, IEnumerable<RecordedEvent> entries) =>
        entries.Select(entry => new CaseStep(number, JournalNames.Of(entry.Event), entry.At));

    internal static Task<StateHeat> OfAsync(IEnumerable<CaseStep> steps) =>
        StateHeat.OfAsync(steps.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

    private static CaseStep Step(long number, int second, string kind) => new(number, kind, FixedTime.Start.AddSeconds(second));

    private static StateVisits Visits(ActivationState state, int cases, int visits, int? half, int total) =>
        new(state, cases, visits, half is { } seconds ? TimeSpan.FromSeconds(seconds) : null, TimeSpan.FromSeconds(total));

    private static StateVisits Find(StateHeat heat, ActivationState state) => heat.States.Single(one => one.State == state);
}
