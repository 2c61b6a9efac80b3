using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>Giving a case back to the list: with a reason, before anything is done, and with all that is known of it.</summary>
public sealed class SkipTests
{
    private static readonly SkipCase Later = new(SkipReason.AskRequester, " ze belt terug ");

    private readonly World _world = new();

    [Fact]
    public async Task Skip_OwnCase_IsNobodysAndKeepsWhatIsKnown()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        var skipped = await _world.AnsweredAsync(proposed.Number, Later);

        Assert.Equal(new CaseSkipped(SkipReason.AskRequester, "ze belt terug"), skipped.Last);
        Assert.Equal(
            new Skip(DemoPeople.Sanne, _world.Clock.GetUtcNow(), SkipReason.AskRequester, "ze belt terug"), skipped.Skipped);
        Assert.Equal((null, null, null), (skipped.Handler, skipped.HandledSince, skipped.TakeOver));
        Assert.Equal((proposed.State, proposed.Facts, proposed.Verdict), (skipped.State, skipped.Facts, skipped.Verdict));
        Assert.True(CaseSummary.Of(skipped).WasSkipped);
    }

    [Fact]
    public async Task Skip_ThenTakenByAnother_GoesOnToTheEnd()
    {
        var skipped = await _world.AnsweredAsync((await _world.TakenAsync(Sample.Request)).Number, Later);

        var taken = await _world.AnsweredAsync(skipped.Number, new TakeNewCase(), DemoPeople.Tom);
        var done = await _world.AnsweredAsync(taken.Number, new AcceptProposal(World.YesTo(taken)), DemoPeople.Tom);

        Assert.Equal(
            (ActivationState.SentByEmail, DemoPeople.Tom, DemoPeople.Sanne), (done.State, done.Handler, done.Skipped!.By));
    }

    [Theory]
    [InlineData(SkipReason.Other, null, Obstacle.ReasonNeeded)]
    [InlineData(SkipReason.Other, "  ", Obstacle.ReasonNeeded)]
    [InlineData((SkipReason)99, "x", Obstacle.NotAnOption)]
    public async Task Skip_WithoutAProperReason_IsDeclined(SkipReason reason, string? note, Obstacle obstacle)
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(new Decision.Declined(obstacle), await _world.TryAnswerAsync(proposed.Number, new SkipCase(reason, note)));
    }

    [Fact]
    public async Task Skip_NoteTooLong_IsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(
            new Decision.Declined(Obstacle.ReasonNeeded),
            await _world.TryAnswerAsync(proposed.Number, new SkipCase(SkipReason.AskColleague, new string('x', 501))));
    }

    [Fact]
    public async Task Skip_AnothersCase_IsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(
            new Decision.Declined(Obstacle.NotYourCase), await _world.TryAnswerAsync(proposed.Number, Later, DemoPeople.Tom));
    }

    [Fact]
    public async Task Skip_OnceItIsCarriedOut_IsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));

        Assert.Equal(new Decision.Declined(Obstacle.NotAskedNow), await _world.TryAnswerAsync(proposed.Number, Later));
    }

    [Fact]
    public async Task Skip_AfterAnEffect_IsDeclined()
    {
        _world.Umbrella.Mails = false;
        var held = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));
        Assert.Equal(HoldReason.EmailNotSent, held.Hold);

        Assert.Equal(new Decision.Declined(Obstacle.NotAskedNow), await _world.TryAnswerAsync(held.Number, Later));
    }
}
