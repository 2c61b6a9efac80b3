using System.Runtime.CompilerServices;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Tests.Domain;

/// <summary>The state machine as a graph: what may follow what, and that nobody gets lost in it.</summary>
public sealed class FlowTests
{
    private static readonly ILookup<ActivationState, ActivationState> Ways =
        ActivationFlow.Transitions.ToLookup(edge => edge.From, edge => edge.To);

    [Fact]
    public void Mermaid_IsTheApprovedDiagram() =>
        Assert.Equal(
            Normal(File.ReadAllText(PathOf("ActivationWizard.Tests", "Approved", "Diagram", "flow.mmd"))),
            Normal(ActivationFlow.Mermaid()));

    [Fact]
    public void Next_EveryStateAndEvent_FollowsOnlyWhereTheTableSays()
    {
        var edges = ActivationFlow.Transitions.ToDictionary(edge => (edge.From, edge.Event), edge => edge.To);
        foreach (var state in ActivationStates.All)
        {
            foreach (var (name, type) in JournalNames.Types)
            {
                var fact = (CaseEvent)RuntimeHelpers.GetUninitializedObject(type);
                Assert.Equal(edges.ContainsKey((state, name)), ActivationFlow.CanFollow(state, fact));
                if (edges.TryGetValue((state, name), out var next))
                    Assert.Equal(next, ActivationFlow.Next(state, fact));
                else
                    Assert.Contains(
                        name, Assert.Throws<IllegalEventException>(() => ActivationFlow.Next(state, fact)).Message,
                        StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void FinalStates_HaveOneWayOut_WhenTheReplyThatEndedTheCaseCameBack() => Assert.Equal(
        [(Refused, JournalNames.Of<ReplyBounced>(), NeedsAttention)],
        ActivationFlow.Transitions.Where(edge => edge.From.IsFinal && edge.From != edge.To));

    [Fact]
    public void FinalStates_StayedIn_TakeInMailsAndThatTheyWereReopenedAndNothingElse() => Assert.Equal(
        [JournalNames.Of<CaseReopened>(), JournalNames.Of<MailReceived>()],
        ActivationFlow.Transitions.Where(edge => edge.From.IsFinal && edge.From == edge.To)
            .Select(edge => edge.Event).Distinct().Order());

    [Fact]
    public void OpenStates_AllReachAFinalOneAndWithdrawnInOneStep()
    {
        foreach (var state in ActivationStates.All.Where(state => !state.IsFinal))
        {
            Assert.Contains(Withdrawn, Ways[state]);
            Assert.Contains(Reached(state), end => end.IsFinal && end is not Withdrawn);
        }
    }

    [Fact]
    public void EveryState_IsReachedFromOpened() => Assert.Equal(ActivationStates.All.ToHashSet(), Reached(Opened));

    [Fact]
    public void EveryEvent_HasAnEdge_ExceptTheFirst() => Assert.Equal(
        JournalNames.Types.Keys.Except([JournalNames.Of<CaseOpened>()]).Order(),
        ActivationFlow.Transitions.Select(edge => edge.Event).Distinct().Order());

    [Fact]
    public void EveryEffect_HasItsOwnState_WhereItIsDone()
    {
        foreach (var state in ActivationStates.All.Where(state => state.IsEffect))
        {
            Assert.Contains(NeedsAttention, Ways[state]);
            Assert.Contains(AwaitingManualStep, Ways[state]);
            Assert.Contains(state, Ways[AwaitingManualStep]);
            Assert.Contains(state, Ways[NeedsAttention]);
        }

        Assert.Equal(Enum.GetValues<EffectKind>().Length, ActivationStates.All.Count(state => state.IsEffect));
    }

    [Fact]
    public void States_WaitForAPersonOrASystemOrAreFinal()
    {
        ActivationState[] people = [ChoosingTenant, AwaitingDecision, OnHold, AwaitingManualStep, NeedsAttention];

        Assert.Equal(people, ActivationStates.All.Where(state => !state.WaitsForSystem && !state.IsFinal));
        Assert.Equal([Opened, ChoosingTenant], ActivationStates.All.Where(state => state.Step is WizardStep.Search));
        Assert.Equal(
            [GatheringFacts, AwaitingDecision, OnHold], ActivationStates.All.Where(state => state.Step is WizardStep.Check));
        Assert.Equal(
            [SentByEmail, SentByLetter, Refused, Withdrawn, TriedOut],
            ActivationStates.All.Where(state => state.Step is WizardStep.Done));
    }

    [Fact]
    public void JournalNames_AreLowerCaseWordsJoinedByHyphens() =>
        Assert.All(JournalNames.Types.Keys, name => Assert.Matches("^[a-z]+(-[a-z]+)*$", name));

    private static HashSet<ActivationState> Reached(ActivationState from)
    {
        HashSet<ActivationState> seen = [from];
        Queue<ActivationState> open = new([from]);
        while (open.TryDequeue(out var state))
            foreach (var next in Ways[state].Where(seen.Add))
                open.Enqueue(next);
        return seen;
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").Trim();

    private static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ActivationWizard.sln")))
            folder = folder.Parent;
        return Path.Combine([folder!.FullName, .. parts]);
    }
}
