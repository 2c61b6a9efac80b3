using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
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
    public async Task CloseAsDouble_OfALaterOneOrOfItselfOrOfNone_IsNoOption()
    {
        var first = await _world.TakenAsync(Sample.Request);
        var twice = await _world.TakenAsync(Sample.Request);

        Assert.Equal(Obstacle.NotAnOption, await DeclinedAsync(first, twice.Number));
        Assert.Equal(Obstacle.NotAnOption, await DeclinedAsync(twice, twice.Number));
        Assert.Equal(Obstacle.NotAnOption, await DeclinedAsync(twice, CaseNumber.Of(2025, 1)));
        Assert.Null(await DeclinedAsync(twice, first.Number));
    }

    [Fact]
    public async Task GivenACaseThatIsOver_WhenAnotherIsClosedAsItsDouble_ThenItIsRefused()
    {
        var first = await _world.TakenAsync(Sample.Request);
        var twice = await _world.TakenAsync(Sample.Request);
        await _world.AnsweredAsync(first.Number, new Withdraw("toch niet"));

        Assert.Equal(Obstacle.OtherIsOver, await DeclinedAsync(twice, first.Number));
    }

    [Fact]
    public async Task GivenADouble_WhenAThirdIsClosedAsItsDouble_ThenItIsRefused()
    {
        var first = await _world.TakenAsync(Sample.Request);
        var twice = await _world.TakenAsync(Sample.Request);
        var thrice = await _world.TakenAsync(Sample.Request);
        await _world.AnsweredAsync(twice.Number, new CloseAsDouble(first.Number, "dubbel"));

        Assert.Equal(Obstacle.OtherIsOver, await DeclinedAsync(thrice, twice.Number));
        Assert.Null(await DeclinedAsync(thrice, first.Number));
    }

    [Fact]
    public async Task GivenTwoCases_WhenEachIsClosedAsADoubleOfTheOtherAtOnce_ThenOneIs()
    {
        var first = await _world.TakenAsync(Sample.Request);
        var twice = await _world.TakenAsync(Sample.Request);
        Decision? other = null;
        _world.Journal.Before[typeof(CaseWithdrawn)] = () =>
            other = _world.TryAnswerAsync(first.Number, new CloseAsDouble(twice.Number, "dubbel")).GetAwaiter().GetResult();

        Assert.Null(await DeclinedAsync(twice, first.Number));

        Assert.Equal(new Decision.Declined(Obstacle.NotAnOption), other);
        Assert.False((await LoadAsync(first.Number)).State.IsFinal);
    }

    [Fact]
    public async Task GivenACase_WhenItEndsJustBeforeItsDoubleIsClosed_ThenTheDoubleStaysOpen()
    {
        var first = await _world.TakenAsync(Sample.Request);
        var twice = await _world.TakenAsync(Sample.Request);
        _world.Journal.Before[typeof(CaseWithdrawn)] = () => Assert.IsType<Decision.Taken>(
            _world.TryAnswerAsync(first.Number, new Withdraw("toch niet")).GetAwaiter().GetResult());

        Assert.Equal(Obstacle.OtherIsOver, await DeclinedAsync(twice, first.Number));

        Assert.Equal(twice, await LoadAsync(twice.Number));
    }

    [Fact]
    public async Task GivenAnotherTenant_WhenACaseIsClosedAsADoubleOfTheirs_ThenItIsRefused()
    {
        // Two people at one address, and Viewpoint knows both
        var first = await _world.TakenAsync(Sample.Request);
        _world.Viewpoint.Parties[_world.Viewpoint.Parties.IndexOf(Sample.Anna)] = Sample.Anna with { Id = "999" };
        var theirs = await _world.TakenAsync(Sample.Request);

        Assert.Equal(Obstacle.AnothersCase, await DeclinedAsync(theirs, first.Number));

        Assert.Equal(theirs, await LoadAsync(theirs.Number));
    }

    [Fact]
    public async Task GivenTwoCasesAtAnAddress_WhenOnlyOneTenantIsKnown_ThenTheyMayBeOfOne()
    {
        var found = await _world.TakenAsync(Sample.Request);
        var opened = await _world.Journal.OpenAsync(Sample.Request, Actor.Wizard, null, TestContext.Current.CancellationToken);

        Assert.True(Doubles.MayBeOfOneTenant(opened.Case!, found));
        Assert.False(Doubles.MayBeOfOneTenant(opened.Case!, await ElsewhereAsync()));
    }

    [Fact]
    public async Task CloseAsDouble_AgreedTo_OnlyGoesForward()
    {
        var first = await _world.TakenAsync(Sample.Request);
        var twice = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("create", new Mishap.Silent());
        var acted = await _world.AcceptedAsync(twice);

        Assert.Equal(Obstacle.OnlyForward, await DeclinedAsync(acted, first.Number));
    }

    [Fact]
    public async Task CloseAsDouble_BySomebodyElse_IsNotTheirs()
    {
        var first = await _world.TakenAsync(Sample.Request);
        var twice = await _world.TakenAsync(Sample.Request);

        Assert.Equal(Obstacle.NotYourCase, await DeclinedAsync(twice, first.Number, DemoPeople.Tom));
    }

    private async Task<ActivationCase> ElsewhereAsync() => (await _world.Journal.OpenAsync(
        Sample.Request with { Address = Sample.Request.Address with { Postcode = Story.Parsed<Postcode>("9999ZZ") } },
        Actor.Wizard, null, TestContext.Current.CancellationToken)).Case!;

    private async Task<ActivationCase> LoadAsync(CaseNumber number) =>
        (await _world.Journal.LoadAsync(number, TestContext.Current.CancellationToken))!;

    private async Task<Obstacle?> DeclinedAsync(ActivationCase activation, CaseNumber other, Actor? by = null) =>
        (await _world.TryAnswerAsync(activation.Number, new CloseAsDouble(other, "dubbel"), by) as Decision.Declined)?.Obstacle;
}
