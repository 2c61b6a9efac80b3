using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>A request that came in twice: the later one is closed, points at the first, and nobody is told twice.</summary>
public sealed class DoubleTests
{
    private readonly World _world = new();

    [Fact]
    public async Task CloseAsDouble_NotActedOn_EndsWithoutAWordAndPointsAtTheFirst()
    {
        // Given a request that somebody took, after another one of the same tenant
        var first = await _world.TakenAsync(Sample.Request);
        var twice = await _world.TakenAsync(Sample.Request with { Requester = Requester.SomebodyElse });
        var asked = _world.Calls.Ledger.Count;

        // When it is closed as a double of the first
        var closed = await _world.AnsweredAsync(twice.Number, new CloseAsDouble(first.Number, " dubbel "));

        // Then it is over, nothing was sent, and the first goes on as it was
        Assert.Equal((ActivationState.Withdrawn, first.Number), (closed.State, closed.DoubleOf));
        Assert.Equal(new CaseWithdrawn("dubbel", first.Number), closed.Last);
        Assert.Empty(closed.Effects);
        Assert.Equal(asked, _world.Calls.Ledger.Count);
        Assert.Equal(first, await _world.Journal.LoadAsync(first.Number, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task CloseAsDouble_OfALaterOneOrOfItself_IsNoOption()
    {
        var first = await _world.TakenAsync(Sample.Request);
        var twice = await _world.TakenAsync(Sample.Request);

        Assert.Equal(Obstacle.NotAnOption, Declined(first, twice.Number));
        Assert.Equal(Obstacle.NotAnOption, Declined(twice, twice.Number));
        Assert.Null(Declined(twice, first.Number));
    }

    [Fact]
    public async Task CloseAsDouble_AgreedTo_OnlyGoesForward()
    {
        var first = await _world.TakenAsync(Sample.Request);
        var twice = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("create", new Mishap.Silent());
        var acted = await _world.AcceptedAsync(twice);

        Assert.Equal(Obstacle.OnlyForward, Declined(acted, first.Number));
    }

    [Fact]
    public async Task CloseAsDouble_BySomebodyElse_IsNotTheirs()
    {
        var first = await _world.TakenAsync(Sample.Request);
        var twice = await _world.TakenAsync(Sample.Request);

        Assert.Equal(Obstacle.NotYourCase, Declined(twice, first.Number, DemoPeople.Tom));
    }

    private static Obstacle? Declined(ActivationCase activation, CaseNumber other, Actor? by = null) =>
        (Decider.Decide(activation, new CloseAsDouble(other, "dubbel"), by ?? DemoPeople.Sanne, Sample.Now, Sample.Settings)
            as Decision.Declined)?.Obstacle;
}
