using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>What was filled in belongs to one question: which events ask another.</summary>
public sealed class QuestionTests
{
    private static readonly ActivationRequest New = Sample.Request with { Kind = CodeKind.New };

    private readonly World _world = new();

    [Fact]
    public async Task Proposal_MadeAnew_IsAnotherQuestion()
    {
        var first = await _world.WithAccount(AccountStatus.Active).TakenAsync(New);

        var again = await _world.AnsweredAsync(first.Number, new FetchAgain());

        Assert.Equal(first.State, again.State);
        Assert.True(again.Question > first.Question);
    }

    [Fact]
    public async Task Facts_ChangedAfterAgreement_IsAnotherQuestion()
    {
        var first = await _world.WithAccount(AccountStatus.Active, Sample.Own).TakenAsync(New);
        _world.Umbrella.Accounts["k1"] = Sample.Account("k1", AccountStatus.Active, Sample.Other);

        var changed = await _world.AcceptedAsync(first);

        Assert.Equal(ActivationState.AwaitingDecision, changed.State);
        Assert.NotEmpty(changed.Changes);
        Assert.True(changed.Question > first.Question);
    }

    [Fact]
    public async Task Reply_DraftedOrInOtherWords_IsTheSameQuestion()
    {
        var proposed = await _world.UnderBewind().WithAccount(AccountStatus.Active).TakenAsync(Sample.Request);
        var made = _world.Journal.Of(proposed.Number).Last(entry => entry.Event is ProposalMade);
        Assert.IsType<ReplyComposed>(proposed.Composed);
        Assert.Equal(made.Sequence, proposed.Question);

        var other = ((ReplyComposed)proposed.Composed!).Template with { Language = MailLanguage.English };
        Assert.Equal(made.Sequence, (await _world.AnsweredAsync(proposed.Number, new ChooseTemplate(other))).Question);
    }

    [Fact]
    public async Task Outage_WaitedOut_IsTheSameQuestionAtEveryAttempt()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("create", [.. Enumerable.Repeat(new Mishap.Silent(), 9)]);
        var first = await _world.AcceptedAsync(proposed);
        Assert.IsType<EffectNotDone>(first.Trouble);

        var later = await _world.OutwaitedAsync(first.Number, attempts: 4);

        Assert.True(later.Version > first.Version);
        Assert.Equal(first.Question, later.Question);
        Assert.True((await _world.AnsweredAsync(later.Number, new TakeStepByHand())).Question > later.Question);
    }

    [Fact]
    public async Task Talk_OfWhoHasTheCase_IsTheSameQuestion()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        await _world.AnsweredAsync(proposed.Number, new AskToTakeOver(), DemoPeople.Tom);

        Assert.Equal(proposed.Question, (await _world.AnsweredAsync(proposed.Number, new KeepCase())).Question);
    }
}
