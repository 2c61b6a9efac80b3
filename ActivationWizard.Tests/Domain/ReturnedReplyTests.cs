using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>A reply that a mail server returns takes its case to a person, who has three answers.</summary>
public sealed class ReturnedReplyTests
{
    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenARefusedCase_WhenItsReplyIsReturned_ThenItIsOpenAgainForItsEmployee()
    {
        var refused = await RefusedAsync();

        var returned = await ReturnedAsync(refused);

        Assert.Equal((ActivationState.NeedsAttention, true, true), (returned.State, returned.IsBounced, returned.HasEnded));
        Assert.Equal((null, DemoPeople.Sanne), (returned.CompletedAt, returned.Handler));
        Assert.Equal(("5.1.1", Sample.Own), (returned.Notice!.Status, returned.ReplyTo));
        var summary = CaseSummary.Of(returned);
        Assert.Equal((null, true, true), (summary.CompletedAt, summary.IsStuck, summary.Marks.NeededAttention));
        Assert.Equal(EffectStatus.Returned, ReplyOf(returned).Status);
        Assert.False(returned.CanWithdraw || returned.CanFetchAgain);
    }

    [Fact]
    public async Task GivenAnotherAddressInViewpoint_WhenItIsSentAgain_ThenTheSameWordsGoThereOnce()
    {
        var returned = await ReturnedAsync(await RefusedAsync());
        Assert.Empty(returned.NewAddresses);
        Move(Sample.Other);
        var found = await _world.AnsweredAsync(returned.Number, new LookAgain());
        Assert.Equal([Sample.Other], found.NewAddresses);

        var ended = await _world.AnsweredAsync(found.Number, new SendReplyAgain(Sample.Other));

        Assert.Equal((ActivationState.Refused, null), (ended.State, ended.Trouble));
        Assert.Equal([Sample.Own, Sample.Other], _world.Mailbox.Sent.Select(mail => mail.To));
        Assert.Single(_world.Mailbox.Sent.Select(mail => mail.Text).Distinct());
        Assert.Equal(2, _world.Mailbox.Sent.Select(mail => mail.Reference).Distinct().Count());
        Assert.Single(_world.Calls.Done, "register-contact");
        Assert.NotNull(ended.CompletedAt);
    }

    [Fact]
    public async Task GivenAnAddressInViewpoint_WhenTheReplyIsReturned_ThenItIsFoundWithoutAsking()
    {
        var refused = await RefusedAsync();
        Move(Sample.Other);

        Assert.Equal([Sample.Other], (await ReturnedAsync(refused)).NewAddresses);
    }

    [Fact]
    public async Task GivenTheSameOrNoSuchAddress_WhenItIsSentAgain_ThenItIsDeclined()
    {
        var returned = await ReturnedAsync(await RefusedAsync());

        Assert.Equal(Obstacle.NotAnOption, await DeclinedAsync(returned, new SendReplyAgain(Sample.Own)));
        Assert.Equal(Obstacle.NotAnOption, await DeclinedAsync(returned, new SendReplyAgain(Sample.Other)));
        Assert.Single(_world.Mailbox.Sent);
    }

    [Fact]
    public async Task GivenARequesterWhoIsATenantByNow_WhenTheReplyIsReturned_ThenTheSameWordsAreNotOffered()
    {
        var refused = await RefusedAsync();
        Move(Sample.Other);
        _world.Viewpoint.Agreements.Add(Sample.Rental());

        var returned = await ReturnedAsync(refused);

        Assert.Equal((false, Row.D25), (returned.Sought!.IsSame, returned.Sought.Verdict.Row));
        Assert.Equal(Obstacle.NotAnOption, await DeclinedAsync(returned, new SendReplyAgain(Sample.Other)));
    }

    [Fact]
    public async Task GivenAnAddressThatIsWithdrawn_WhenItIsSentAgain_ThenNothingIsSent()
    {
        var refused = await RefusedAsync();
        Move(Sample.Other);
        var returned = await ReturnedAsync(refused);
        Move(Sample.Own);

        var stopped = await _world.AnsweredAsync(returned.Number, new SendReplyAgain(Sample.Other));

        Assert.IsType<ChangedBeforeSending>(stopped.Trouble);
        Assert.Single(_world.Mailbox.Sent);
    }

    [Fact]
    public async Task GivenViewpointThatIsSilent_WhenTheReplyIsReturned_ThenAPersonCanLookAgain()
    {
        var refused = await RefusedAsync();
        Move(Sample.Other);
        _world.Calls.Plan("units", new Mishap.Silent());

        var returned = await ReturnedAsync(refused);
        Assert.Empty(returned.NewAddresses);

        Assert.NotEmpty((await _world.AnsweredAsync(returned.Number, new LookAgain())).NewAddresses);
    }

    [Theory]
    [InlineData(BounceEnd.ToldByPhone)]
    [InlineData(BounceEnd.Closed)]
    public async Task GivenAReturnedReply_WhenAPersonEndsTheCase_ThenItIsOverWithTheNote(BounceEnd end)
    {
        var returned = await ReturnedAsync(await RefusedAsync());
        Assert.Equal(Obstacle.ReasonNeeded, await DeclinedAsync(returned, new SettleBounce(end, " ")));

        var ended = await _world.AnsweredAsync(returned.Number, new SettleBounce(end, " Zij weet het "));

        Assert.Equal((ActivationState.Refused, new BounceSettled(end, "Zij weet het")), (ended.State, ended.Settled));
        Assert.False(CaseSummary.Of(ended).IsStuck);
        Assert.Single(_world.Mailbox.Sent);
    }

    [Fact]
    public async Task GivenAReturnedReply_WhenTheOtherAnswersAreGiven_ThenTheyAreNotAsked()
    {
        var returned = await ReturnedAsync(await RefusedAsync());

        foreach (var seen in Enum.GetValues<SeenOutcome>())
            Assert.Equal(Obstacle.NotAskedNow, await DeclinedAsync(returned, new SettleOutcome(seen, "gezien")));
        Assert.Equal(Obstacle.NotAskedNow, await DeclinedAsync(returned, new FetchAgain()));
        Assert.Equal(Obstacle.OnlyForward, await DeclinedAsync(returned, new Withdraw("weg")));
        var close = new SettleBounce(BounceEnd.Closed, "x");
        Assert.Equal(Obstacle.NotYourCase, await DeclinedAsync(returned, close, DemoPeople.Tom));
    }

    [Fact]
    public async Task GivenATeamLead_WhenTheySettleIt_ThenTheyAreTheSecondPerson()
    {
        var returned = await ReturnedAsync(await RefusedAsync());
        var sanneAsLead = DemoPeople.Sanne with { Role = Role.TeamLead };
        Assert.Equal(
            Obstacle.OtherRole, await DeclinedAsync(returned, new SettleBounce(BounceEnd.Closed, "x"), sanneAsLead));

        var told = new SettleBounce(BounceEnd.ToldByPhone, "gebeld");
        var ended = await _world.AnsweredAsync(returned.Number, told, DemoPeople.Els);

        Assert.True(ended.Eyes.HasSettled(DemoPeople.Els));
    }

    [Fact]
    public async Task GivenASecondReply_WhenThatIsReturnedAsWell_ThenBothAddressesAreOut()
    {
        var first = await RefusedAsync();
        Move(Sample.Other);
        var again = await _world.AnsweredAsync((await ReturnedAsync(first)).Number, new SendReplyAgain(Sample.Other));
        // A late report about the first reply asks nobody anything any more.
        await _world.ComesInAsync(again.Number, CameIn.Report(first.Results.Replies[0]));
        Assert.Equal(ActivationState.Refused, (await LoadAsync(again.Number)).State);

        var returned = await ReturnedAsync(again);

        Assert.Equal([Sample.Own, Sample.Other], returned.ReturnedFrom);
        Assert.Empty(returned.NewAddresses);
    }

    [Fact]
    public async Task GivenATenantUnderBewind_WhenTheReplyIsReturned_ThenTheAdministratorsAddressIsNoneOfTheTenants()
    {
        var proposed = await CrashTests.ProposedAsync(_world, "block");
        var refused = await _world.AcceptedAsync(proposed);
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with
        {
            Emails = [new EmailContact("c1", true, Sample.Court), new EmailContact("c2", false, Sample.Other)],
        });

        Assert.Equal([Sample.Other], (await ReturnedAsync(refused)).NewAddresses);
    }

    [Fact]
    public async Task GivenARequesterWhomViewpointDoesNotKnow_WhenTheReplyIsReturned_ThenThereIsNoOtherAddress()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Requester = Requester.SomebodyElse });
        Move(Sample.Other);

        var returned = await ReturnedAsync(await _world.AcceptedAsync(proposed));

        Assert.Equal((true, 0), (returned.Sought!.IsSame, returned.NewAddresses.Count));
    }

    [Fact]
    public async Task GivenACaseThatWaitsWithAReturnedReply_WhenAnotherOfTheTenantIsAgreedTo_ThenItGoesOn()
    {
        var returned = await ReturnedAsync(await RefusedAsync());
        Assert.Null(_world.Journal.HolderOf(Sample.Anna.Id));

        var other = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));

        Assert.Equal(ActivationState.Refused, other.State);
        Assert.Equal(ActivationState.NeedsAttention, (await LoadAsync(returned.Number)).State);
    }

    [Fact]
    public async Task GivenAnotherCaseThatActsForTheTenant_WhenItIsSentAgain_ThenItIsDeclined()
    {
        var refused = await RefusedAsync();
        Move(Sample.Other);
        var returned = await ReturnedAsync(refused);
        var other = await _world.TakenAsync(Sample.Request);
        _world.Calls.Plan("register-contact", new Mishap.Refused("verboden"));
        await _world.AcceptedAsync(other);

        Assert.Equal(Obstacle.TenantBusy, await DeclinedAsync(returned, new SendReplyAgain(Sample.Other)));
    }

    [Fact]
    public async Task GivenAReplyThatIsSentAgain_WhenTheProcessDiesAtAnyMoment_ThenItLeavesOnce()
    {
        for (var boundary = 1; boundary <= 60; boundary++)
        {
            var world = new World();
            var refused = await world.AcceptedAsync(await CrashTests.ProposedAsync(world, "refusal"));
            world.Viewpoint.Change(Sample.Anna, Sample.Anna with { Emails = [new EmailContact("c1", true, Sample.Other)] });
            await world.ComesInAsync(refused.Number, CameIn.Report(refused.Results.Replies[^1]));
            world.Boundaries.DiesAt.Enqueue(world.Boundaries.Passed + boundary);
            try
            {
                await world.AnsweredAsync(refused.Number, new SendReplyAgain(Sample.Other));
                Assert.NotEmpty(world.Boundaries.DiesAt);
                return;
            }
            catch (ProcessDiedException)
            {
                world.Start();
            }

            var ended = await world.ContinuedAsync(refused.Number);
            var isAnswered = ended.Readdressed is not null;
            Assert.Equal(isAnswered ? ActivationState.Refused : ActivationState.NeedsAttention, ended.State);
            Assert.True(world.Calls.Done.Count(one => one is "reply") == (isAnswered ? 2 : 1), $"boundary {boundary}");
        }

        Assert.Fail("It has more boundaries than are tried.");
    }

    private async Task<ActivationCase> RefusedAsync()
    {
        var refused = await _world.AcceptedAsync(await CrashTests.ProposedAsync(_world, "refusal"));
        Assert.Equal(ActivationState.Refused, refused.State);
        return refused;
    }

    private async Task<ActivationCase> ReturnedAsync(ActivationCase refused)
    {
        Assert.IsType<MailOutcome.Added>(
            await _world.ComesInAsync(refused.Number, CameIn.Report(refused.Results.Replies[^1])));
        var returned = await LoadAsync(refused.Number);
        Assert.True(returned.IsBounced);
        return returned;
    }

    // Somebody puts this address with the tenant in Viewpoint, in place of those that were there.
    private void Move(EmailAddress to) => _world.Viewpoint.Change(
        Sample.Anna, Sample.Anna with { Emails = [new EmailContact("c1", true, to)] });

    private async Task<Obstacle?> DeclinedAsync(ActivationCase seen, Answer answer, Actor? by = null) =>
        (await _world.TryAnswerAsync(seen.Number, answer, by) as Decision.Declined)?.Obstacle;

    private async Task<ActivationCase> LoadAsync(CaseNumber number) => (await _world.Runner.LoadAsync(number, Cancellation))!;

    private static EffectProgress ReplyOf(ActivationCase activation) =>
        activation.Effects.Find(one => one.Effect is EffectKind.SendReply)!;
}
