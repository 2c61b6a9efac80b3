using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>Somebody who is employee and team lead is one person, and never the second.</summary>
public sealed class FourEyesTests
{
    private static readonly Actor SanneAsLead = DemoPeople.Sanne with { Role = Role.TeamLead };
    private static readonly Actor ElsAsEmployee = DemoPeople.Els with { Role = Role.Employee };

    private readonly World _world = new();

    [Fact]
    public async Task GivenACaseThatSomebodyGaveToAColleague_WhenTheyDecideItAsTeamLead_ThenItIsDeclined()
    {
        var given = await _world.AnsweredAsync((await HeldAsync()).Number, new Reassign(DemoPeople.Tom), SanneAsLead);
        Assert.Equal(DemoPeople.Tom, given.Handler);

        Assert.Equal(Obstacle.OtherRole, ObstacleFor(given, new DecideArrangement(true, "reden"), SanneAsLead));
        Assert.Null(ObstacleFor(given, new DecideArrangement(true, "reden"), DemoPeople.Els));
    }

    [Fact]
    public async Task GivenACaseThatSomebodyDecidedAsTeamLead_WhenTheyTakeItAsEmployee_ThenItIsDeclined()
    {
        var held = await HeldAsync();
        var decided = await _world.AnsweredAsync(held.Number, new DecideArrangement(true, "reden"), DemoPeople.Els);

        Assert.Equal(Obstacle.OtherRole, ObstacleFor(decided, new AskToTakeOver(), ElsAsEmployee));
        Assert.Equal(Obstacle.OtherRole, ObstacleFor(decided, new Reassign(ElsAsEmployee), DemoPeople.Els));
        Assert.Null(ObstacleFor(decided, new AskToTakeOver(), DemoPeople.Tom));
    }

    [Fact]
    public async Task GivenAnEffectThatIsNotKnown_WhenWhoHandledTheCaseSettlesItAsTeamLead_ThenItIsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("register-contact", new Mishap.Refused("verboden"));
        var stopped = await _world.AcceptedAsync(proposed);
        Assert.Equal(ActivationState.NeedsAttention, stopped.State);

        var settle = new SettleOutcome(SeenOutcome.DidNotHappen, "Gezien");
        Assert.Equal(Obstacle.OtherRole, ObstacleFor(stopped, settle, SanneAsLead));
        Assert.Null(ObstacleFor(stopped, settle, DemoPeople.Els));
        // As the employee whose case it is, as ever.
        Assert.Null(ObstacleFor(stopped, settle, DemoPeople.Sanne));
    }

    [Fact]
    public async Task GivenACase_WhenItIsFoldedAgain_ThenItIsTheSame()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        Assert.True(proposed.Eyes.HasHandled(DemoPeople.Sanne));
        var again = await _world.Runner.LoadAsync(proposed.Number, TestContext.Current.CancellationToken);
        Assert.Equal(proposed.Eyes, again!.Eyes);
        Assert.NotEqual(FourEyes.None, proposed.Eyes);
    }

    private Task<ActivationCase> HeldAsync()
    {
        _world.UnderBewind().Viewpoint.Arrangements.Add(("A1", new Coded("ACT")));
        return AdministratorTests.VerifiedAsync(_world);
    }

    private static Obstacle? ObstacleFor(ActivationCase activation, Answer answer, Actor actor) =>
        (Decider.Decide(activation, answer, actor, Sample.Now, Sample.Settings) as Decision.Declined)?.Obstacle;
}
