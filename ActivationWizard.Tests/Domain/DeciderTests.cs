using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>Given events, when answer, then events or the reason why none.</summary>
public sealed class DeciderTests
{
    private static readonly Answer[] EveryAnswer =
    [
        new TakeCase(), new TakeNewCase(), new ResumeCase(), new SkipCase(SkipReason.AskColleague, null), new AskToTakeOver(),
        new HandCaseOver(), new KeepCase(), new Reassign(DemoPeople.Tom), new ChooseTenant("501"), new TreatAsNewCode(true),
        new ChooseTemplate(new(RefusalGround.NotTenant, true, MailLanguage.English)),
        new AcceptProposal(new Acceptance()), new FetchAgain(), new RefuseInstead("reden"), new Withdraw("reden"),
        new RecordProof(IdentityProof.SeenInRegister, null), new DecideArrangement(true, "reden"),
        new AnswerFact(FactKind.Person, null), new TryAgain(), new LookAgain(), new LookMyself(),
        new RecordPractice(Practice.Nothing, null, PracticeReason.KnewMore, null), new LeaveTrial(),
        new TakeStepByHand(), new ConfirmManualStep(), new ManualStepDidNotWork("reden"),
        new RevealCode(), new GiveCode("KANARIE-1", Sample.Today), new SawCode(Sample.Today), new SawNoCode(),
        new SettleOutcome(SeenOutcome.NotClear, "reden"), new SendReplyAgain(Sample.Other),
        new SettleBounce(BounceEnd.Closed, "reden"),
        new PutCaseAside(Sample.Today.AddDays(1), "reden"), new TakeCaseBack(), new AskTeamLead("vraag"),
        new AnswerTeamLead("antwoord"), new AddNote("notitie"),
        new PassOn(DemoPeople.Sanne.Id, DemoPeople.Tom, "reden"), new CloseAsDouble(CaseNumber.Of(2025, 1), "reden"),
        new CorrectRequest(RequestValues.Of(Sample.Request) with { Name = "A. Berg" }, "reden"),
    ];

    private readonly World _world = new();

    [Fact]
    public void EveryAnswer_IsTried() => Assert.Equal(
        typeof(Answer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Answer))).OrderBy(type => type.Name),
        EveryAnswer.Select(answer => answer.GetType()).OrderBy(type => type.Name));

    [Fact]
    public async Task EveryAnswer_EveryStateAndRole_GivesEventsThatMayFollowOrAnObstacle()
    {
        foreach (var activation in await SeenStatesAsync())
        {
            foreach (var answer in EveryAnswer)
            {
                foreach (var actor in new[] { DemoPeople.Sanne, DemoPeople.Tom, DemoPeople.Els, DemoPeople.Bram, Actor.Wizard })
                {
                    var decision = Decider.Decide(activation, answer, actor, Sample.Now, Sample.Settings);
                    if (decision is Decision.Taken { Events: var facts })
                        Assert.All(
                            facts, fact =>
                                Assert.True(ActivationFlow.CanFollow(activation.State, fact), $"{activation.State} {fact}"));
                    if (actor.Role is Role.SystemManager or Role.Machine || activation.State.IsFinal)
                        Assert.IsType<Decision.Declined>(decision);
                    if (actor == DemoPeople.Tom && answer is not (TakeCase or TakeNewCase or AskToTakeOver))
                        Assert.IsType<Decision.Declined>(decision);
                    if (actor == DemoPeople.Els
                        && answer is not (Withdraw or DecideArrangement or SettleOutcome or LookAgain or Reassign
                            or PassOn or SendReplyAgain or SettleBounce or AnswerTeamLead or AddNote))
                        Assert.Equal(
                            new Decision.Declined(activation.State.IsFinal ? Obstacle.NotAskedNow : Obstacle.NotAllowed),
                            decision);
                }
            }
        }
    }

    [Fact]
    public async Task TakeCase_OwnTakesNothing()
    {
        var proposed = await _world.TakenAsync(Sample.Request);
        Assert.Empty(Assert.IsType<Decision.Taken>(
            Decider.Decide(proposed, new TakeCase(), DemoPeople.Sanne, Sample.Now, Sample.Settings)).Events);
    }

    [Fact]
    public async Task DecideArrangement_ByTheHandlerOrWithoutReason_IsDeclined()
    {
        _world.UnderBewind().Viewpoint.Arrangements.Add(("A1", new Coded("ACT")));
        var held = await AdministratorTests.VerifiedAsync(_world);

        Assert.Equal(
            new Decision.Declined(Obstacle.NotAllowed), Decider.Decide(
                held, new DecideArrangement(true, "x"), DemoPeople.Sanne, Sample.Now, Sample.Settings));
        Assert.Equal(
            new Decision.Declined(Obstacle.OtherRole),
            Decider.Decide(
                held, new DecideArrangement(true, "x"), DemoPeople.Sanne with { Role = Role.TeamLead }, Sample.Now,
                Sample.Settings));
        Assert.Equal(
            new Decision.Declined(Obstacle.ReasonNeeded), Decider.Decide(
                held, new DecideArrangement(true, " "), DemoPeople.Els, Sample.Now, Sample.Settings));
    }

    [Fact]
    public async Task Accept_DeletionNotConfirmed_IsDeclined()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        var proposed = await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New });

        AssertDeclined(proposed, World.YesTo(proposed) with { OldAccountMayGo = false }, Obstacle.OldAccountNotConfirmed);
    }

    [Fact]
    public async Task Accept_RecentCode_HasToBeConfirmed()
    {
        await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));
        _world.Clock.Advance(TimeSpan.FromDays(6));
        var second = await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New });

        Assert.True(Proposal.Of(second)!.AsksAboutRecentCode);
        AssertDeclined(second, World.YesTo(second) with { RecentCodeMayDie = false }, Obstacle.RecentCodeNotConfirmed);

        _world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(Proposal.Of(await _world.AnsweredAsync(second.Number, new FetchAgain()))!.AsksAboutRecentCode);
    }

    [Fact]
    public async Task Accept_QuestionsOfTheAdministratorsRoute_HaveToBeAnswered()
    {
        var proposed = await AdministratorTests.VerifiedAsync(_world.UnderBewind());

        AssertDeclined(proposed, World.YesTo(proposed) with { CorrectContacts = null }, Obstacle.CorrectionNotAnswered);
        AssertDeclined(proposed, World.YesTo(proposed) with { BlockAccount = false }, Obstacle.BlockNotAnswered);
    }

    [Fact]
    public async Task Accept_Block_HasToBeAnsweredAndNoIsAnAnswer()
    {
        _world.UnderBewind().WithAccount(AccountStatus.Active);
        var proposed = await _world.TakenAsync(Sample.Request);
        AssertDeclined(proposed, World.YesTo(proposed) with { BlockAccount = null }, Obstacle.BlockNotAnswered);

        await _world.AnsweredAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed) with { BlockAccount = false }));

        Assert.Equal(["reply", "register-contact"], _world.Calls.Done);
    }

    [Theory]
    [InlineData("", "tekst")]
    [InlineData("onderwerp", " ")]
    [InlineData("onderwerp\r\nBcc: x@y.nl", "tekst")]
    public async Task Accept_ReplyIncomplete_IsDeclined(string subject, string body)
    {
        _world.Viewpoint.Agreements.Clear();
        var proposed = await _world.TakenAsync(Sample.Request);

        AssertDeclined(proposed, World.YesTo(proposed) with { Reply = new MailText(subject, body) }, Obstacle.ReplyIncomplete);
        AssertDeclined(
            proposed, World.YesTo(proposed) with { Reply = new MailText(new string('x', 201), body + "x") },
            Obstacle.ReplyIncomplete);
        AssertDeclined(
            proposed, World.YesTo(proposed) with { Reply = new MailText("x", new string('x', 10_001)) },
            Obstacle.ReplyIncomplete);
        AssertDeclined(proposed, World.YesTo(proposed) with { Reply = null }, Obstacle.ReplyIncomplete);
        AssertDeclined(proposed, World.YesTo(proposed) with { Template = null }, Obstacle.ReplyIncomplete);
    }

    [Fact]
    public async Task Accept_SpecificReplyToAnUnknownAddress_IsDeclined()
    {
        _world.Viewpoint.Agreements.Clear();
        var proposed = await _world.TakenAsync(Sample.Request with { Email = Sample.Other });

        Assert.True(Proposal.Of(proposed)!.Refusal!.Neutral);
        AssertDeclined(
            proposed, World.YesTo(proposed) with { Template = new(RefusalGround.NotTenant, false, MailLanguage.Dutch) },
            Obstacle.ReplyIncomplete);
        Assert.Equal(
            new Decision.Declined(Obstacle.NotAnOption),
            Decider.Decide(proposed, new ChooseTemplate(new(RefusalGround.NotTenant, false, MailLanguage.Dutch)),
                DemoPeople.Sanne, Sample.Now, Sample.Settings));
    }

    [Theory]
    [InlineData((RefusalGround)99, MailLanguage.Dutch)]
    [InlineData(RefusalGround.NotTenant, (MailLanguage)99)]
    public async Task ChooseTemplate_ThatIsNone_IsDeclined(RefusalGround ground, MailLanguage language)
    {
        _world.Viewpoint.Agreements.Clear();
        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(
            new Decision.Declined(Obstacle.NotAnOption),
            Decider.Decide(
                proposed, new ChooseTemplate(new(ground, true, language)), DemoPeople.Sanne, Sample.Now, Sample.Settings));
    }

    [Fact]
    public async Task ChooseTemplate_IsWrittenAnew()
    {
        _world.Viewpoint.Agreements.Clear();
        var proposed = await _world.TakenAsync(Sample.Request);
        var english = new TemplateChoice(RefusalGround.NotTenant, true, MailLanguage.English);

        var drafted = await _world.AnsweredAsync(proposed.Number, new ChooseTemplate(english));

        Assert.Equal(english, Assert.IsType<ReplyComposed>(drafted.Composed).Template);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Draft_TemplateMissingOrMailboxSilent_StopsTheStep(bool missing)
    {
        _world.Viewpoint.Agreements.Clear();
        if (missing)
            _world.Mailbox.Missing.Add(new(RefusalGround.NotTenant, false, MailLanguage.Dutch));
        else
            _world.Calls.Plan("compose", new Mishap.Silent());

        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.Equal(missing ? null : FailureReason.Unreachable, Assert.IsType<ReplyNotComposed>(proposed.Composed).Why);
        AssertDeclined(proposed, World.YesTo(proposed), Obstacle.ReplyIncomplete);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Channel.Website)]
    [InlineData(Channel.Mailbox)]
    public async Task Accept_NoAddress_ItIsSaidHowTheRequesterWasTold(Channel? told)
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Name = "Niemand", Email = null });

        AssertDeclined(proposed, World.YesTo(proposed) with { ToldBy = told }, Obstacle.ToldByNotAnswered);
    }

    private static void AssertDeclined(ActivationCase seen, Acceptance acceptance, Obstacle obstacle) =>
        Assert.Equal(new Decision.Declined(obstacle),
            Decider.Decide(seen, new AcceptProposal(acceptance), DemoPeople.Sanne, Sample.Now, Sample.Settings));

    /// <summary>A case in each state that some scenario passes, as it was at that moment.</summary>
    private static async Task<List<ActivationCase>> SeenStatesAsync()
    {
        List<ActivationCase> seen = [];
        foreach (var (call, mishap) in new (string, Mishap?)[]
        {
            ("nothing", null), ("create", new Mishap.Silent()), ("create", new Mishap.Refused("x")),
            ("flags", new Mishap.Silent()), ("letter", new Mishap.Silent()),
        })
        {
            foreach (var email in new[] { Sample.Own, Sample.Other })
            {
                var world = new World();
                world.Calls.Plan(call, mishap);
                var waits = await world.TakenAsync(Sample.Request with { Email = email });
                if (waits.State is ActivationState.AwaitingDecision)
                    waits = await world.AcceptedAsync(waits);
                if (waits.Trouble is EffectNotDone)
                    waits = await world.AnsweredAsync(waits.Number, new TakeStepByHand());
                var entries = world.Journal.Of(waits.Number);
                seen.AddRange(entries.Select((_, at) => ActivationCase.Fold(entries.Take(at + 1))));
            }
        }

        var returned = new World();
        var refused = await returned.AcceptedAsync(await CrashTests.ProposedAsync(returned, "refusal"));
        await returned.ComesInAsync(refused.Number, CameIn.Report(refused.Results.Replies[^1]));
        var story = returned.Journal.Of(refused.Number);
        seen.AddRange(story.Select((_, at) => ActivationCase.Fold(story.Take(at + 1))));
        return seen;
    }
}
