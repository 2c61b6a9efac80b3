using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Rules;

/// <summary>Decisions of then under two versions of the rules, side by side.</summary>
public sealed class ReconsiderationTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Of_TheSameRules_ComeToTheSame()
    {
        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));

        var decision = Assert.Single(Of(done, DecisionTable.Current));

        Assert.False(decision.IsDifferent);
        Assert.Equal((Row.D22, "1.0"), (decision.Now!.Row, decision.Now.RulesVersion));
    }

    [Fact]
    public async Task Of_RulesOfAnotherVersion_ComeToAnotherDecisionAndTheRecordedOneStands()
    {
        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));
        // As if an e-mail that matches were no reason to mail any more.
        var byLetter = DecisionTable.Of(
            "2.0", [.. DecisionTable.Current.Rules.Where(rule => rule.Row is not Row.D22 and not Row.D24)]);

        var decision = Assert.Single(Of(done, byLetter));

        Assert.True(decision.IsDifferent);
        Assert.Equal((Row.D22, "1.0"), (decision.Then.Row, decision.Then.RulesVersion));
        // A letter needs the preference, which was not asked when the code went by e-mail: that is not guessed at.
        Assert.Equal((null, FactKind.Preference), (decision.Now, decision.NotAsked));
        Assert.Equal(Row.D22, done.Verdict!.Row);
    }

    [Fact]
    public async Task Of_AFactThatWasUnknown_StaysUnknown()
    {
        _world.Calls.Plan("agreements", new Mishap.Silent());
        var held = await _world.TakenAsync(Sample.Request);

        var decision = Of(held, DecisionTable.Current)[^1];

        Assert.Equal(held.Verdict!.Row, decision.Now!.Row);
        Assert.False(decision.IsDifferent);
    }

    private IReadOnlyList<Reconsideration> Of(ActivationCase activation, DecisionTable table) =>
        Reconsideration.Of(_world.Journal.Of(activation.Number), new Judgement(table, _world.Settings));
}
