using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>Between the old account's end and the new code there is no way back, in whatever state the case is.</summary>
public sealed class ForwardOnlyTests
{
    private static readonly string[] Calls = ["delete", "create", "activate"];
    private static readonly string[] Ways = ["lost", "unknown", "refused", "silent", "by hand"];

    private readonly World _world = new();

    public static TheoryData<string, string> Stretch => new(
        from call in Calls
        from what in Ways
        where (call, what) is not (("delete", "refused") or ("delete", "silent") or ("delete", "by hand"))
        select (call, what));

    [Theory]
    [MemberData(nameof(Stretch))]
    public async Task Withdraw_BetweenDeleteAndActivate_IsDeclined(string call, string what)
    {
        var stopped = await StoppedAsync(call, what);

        Assert.False(stopped.CanWithdraw);
        Assert.True(stopped.OnlyForward);
        Assert.Equal(new Decision.Declined(Obstacle.OnlyForward),
            Decider.Decide(stopped, new Withdraw("toch niet"), DemoPeople.Sanne, Sample.Now, Sample.Settings));
        Assert.Equal(new Decision.Declined(Obstacle.OnlyForward),
            Decider.Decide(stopped, new Withdraw("toch niet"), DemoPeople.Els, Sample.Now, Sample.Settings));
    }

    [Theory]
    [InlineData("delete", "refused")]
    [InlineData("delete", "silent")]
    [InlineData("delete", "by hand")]
    [InlineData("register-contact", "silent")]
    public async Task Withdraw_BeforeTheDeletionOrAfterTheCode_IsTaken(string call, string what)
    {
        var stopped = await StoppedAsync(call, what);

        Assert.False(stopped.OnlyForward);
        Assert.IsType<Decision.Taken>(
            Decider.Decide(stopped, new Withdraw("toch niet"), DemoPeople.Sanne, Sample.Now, Sample.Settings));
    }

    [Fact]
    public async Task Proposal_DeletesTheAccount_SaysSoBeforeItStarts()
    {
        var proposed = await ProposedAsync();

        Assert.True(Proposal.Of(proposed)!.DeletesAccount);
        Assert.Equal(
            new Decision.Declined(Obstacle.OldAccountNotConfirmed),
            Decider.Decide(proposed, new AcceptProposal(World.YesTo(proposed) with { OldAccountMayGo = false }),
                DemoPeople.Sanne, Sample.Now, Sample.Settings));
    }

    private Task<ActivationCase> ProposedAsync() =>
        _world.WithAccount(AccountStatus.Active, Sample.Own).TakenAsync(Sample.Request with { Kind = CodeKind.New });

    private async Task<ActivationCase> StoppedAsync(string call, string what)
    {
        if (what is "unknown")
        {
            foreach (var effect in new[] { EffectKind.DeleteAccount, EffectKind.CreateAccount, EffectKind.ActivateAccount })
                _world.Recovering(effect, RecoveryCapability.None);
        }

        var proposed = await ProposedAsync();
        _world.Calls.Plan(call, what switch
        {
            "refused" => new Mishap.Refused("nee"),
            "silent" => new Mishap.Silent(),
            "by hand" => new Mishap.Silent(FailureReason.WorkedByHand),
            _ => new Mishap.LostBefore(),
        });
        if (what is not "lost")
            return await _world.AcceptedAsync(proposed);

        // Whatever is asked afterwards is not answered either: it stays lost.
        _world.Calls.Plan(call, new Mishap.Silent());
        _world.Calls.Before[call] = () => _world.Calls.Plan("account", new Mishap.Silent());
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));
        var end = await _world.Runner.ContinueAsync(proposed.Number, TestContext.Current.CancellationToken);
        Assert.NotNull(end!.Case.Lost);
        return end.Case;
    }
}
