using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>Mails that come in on a case: each once, in every state, and none that is another's. They decide nothing.</summary>
public sealed class MailOnCaseTests
{
    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void GivenAnyState_WhenAMailComesIn_ThenTheCaseStaysThere() => Assert.All(ActivationStates.All, state =>
    {
        var received = new MailReceived(CameIn.Added());
        Assert.True(ActivationFlow.CanFollow(state, received));
        Assert.Equal(state, ActivationFlow.Next(state, received));
    });

    [Fact]
    public async Task GivenACaseAtEachOfItsMoments_WhenAMailComesIn_ThenNothingElseOfItChanges()
    {
        var refused = await RefusedAsync();
        var entries = _world.Journal.Of(refused.Number);
        for (var at = 1; at <= entries.Count; at++)
        {
            var before = ActivationCase.Fold(entries.Take(at));
            var after = before.After(new RecordedEvent(
                before.Number, at + 1, new MailReceived(CameIn.Added()), DemoPeople.Tom, before.ChangedAt.AddDays(1)));

            Assert.Single(after.Mails);
            Assert.Equal(
                (before.State, before.MovedAt, before.Question, before.CompletedAt, before.Last, before.Trouble, before.Pending),
                (after.State, after.MovedAt, after.Question, after.CompletedAt, after.Last, after.Trouble, after.Pending));
            Assert.Equal((before.Handler, before.Marks), (after.Handler, after.Marks));
            Assert.Equal(
                (before.Eyes.HasHandled(DemoPeople.Tom), before.Eyes.HasSettled(DemoPeople.Tom)),
                (after.Eyes.HasHandled(DemoPeople.Tom), after.Eyes.HasSettled(DemoPeople.Tom)));
        }
    }

    [Fact]
    public async Task GivenAReplyOfOurs_WhenItsRecipientAnswers_ThenTheAnswerIsOnTheCaseOnce()
    {
        var refused = await RefusedAsync();
        var answer = CameIn.Answer(ReplyOf(refused));

        Assert.IsType<MailOutcome.Added>(await _world.ComesInAsync(refused.Number, answer));
        Assert.IsType<MailOutcome.KnownAlready>(await _world.ComesInAsync(refused.Number, answer));
        Assert.IsType<MailOutcome.KnownAlready>(
            await _world.ComesInAsync(refused.Number, answer with { Message = Guid.NewGuid() }));

        var after = await LoadAsync(refused.Number);
        Assert.Equal((ActivationState.Refused, refused.CompletedAt), (after.State, after.CompletedAt));
        Assert.Equal(answer, Assert.Single(after.Mails).Mail);
    }

    [Fact]
    public async Task GivenAMailThatIsForged_WhenItComesIn_ThenItIsNotOfThisCase()
    {
        var refused = await RefusedAsync();
        var reply = ReplyOf(refused);
        CaseMail[] forged =
        [
            CameIn.Answer(reply, Sample.Other),
            CameIn.Answer(reply) with { From = null },
            CameIn.Report(reply, about: Sample.Other),
            CameIn.Report(reply) with { Notice = null },
            CameIn.Report(reply) with { About = null },
            CameIn.Report(reply with { Key = EffectKey.ByHand(refused.Number, 3) }),
        ];

        foreach (var mail in forged)
            Assert.IsType<MailOutcome.NotOfThisCase>(await _world.ComesInAsync(refused.Number, mail));

        Assert.Empty((await LoadAsync(refused.Number)).Mails);
        Assert.IsType<MailOutcome.NoSuchCase>(
            await _world.Mails.ReceiveAsync(CaseNumber.Of(2026, 99), CameIn.Added(), DemoPeople.Tom, Cancellation));
    }

    [Fact]
    public async Task GivenAReportWithoutARecipient_WhenItComesIn_ThenAPersonLooks()
    {
        var refused = await RefusedAsync();
        var report = CameIn.Report(ReplyOf(refused), DeliveryEnd.NotStated);

        await _world.ComesInAsync(
            refused.Number, report with { Notice = new DeliveryNotice(DeliveryEnd.NotStated, null, null, "") });

        Assert.True((await LoadAsync(refused.Number)).IsBounced);
    }

    [Fact]
    public async Task GivenAReportAboutAnotherAddress_WhenAPersonAddsIt_ThenItIsABounceOfThatCaseOnly()
    {
        var refused = await RefusedAsync();
        var added = CameIn.Report(ReplyOf(refused), about: Sample.Other) with { Tie = MailTie.Added };

        await _world.ComesInAsync(
            refused.Number, CameIn.Report(ReplyOf(refused) with { Key = EffectKey.ByHand(refused.Number, 3) }) with
            {
                Tie = MailTie.Added,
            },
            DemoPeople.Tom);
        Assert.Null((await LoadAsync(refused.Number)).Mails[0].Mail.Notice);
        await _world.ComesInAsync(refused.Number, added, DemoPeople.Tom);

        var returned = await LoadAsync(refused.Number);
        Assert.True(returned.IsBounced);
        Assert.Equal(DemoPeople.Tom, returned.Mails[1].By);
        Assert.False(returned.Eyes.HasHandled(DemoPeople.Tom));
    }

    [Theory]
    [InlineData(DeliveryEnd.Delayed)]
    [InlineData(DeliveryEnd.Delivered)]
    public async Task GivenAReportThatSaysOtherwise_WhenItComesIn_ThenItIsNoBounceUntilOneComes(DeliveryEnd end)
    {
        var refused = await RefusedAsync();

        await _world.ComesInAsync(refused.Number, CameIn.Report(ReplyOf(refused), end));
        Assert.Equal(ActivationState.Refused, (await LoadAsync(refused.Number)).State);
        await _world.ComesInAsync(refused.Number, CameIn.Report(ReplyOf(refused)));

        Assert.True((await LoadAsync(refused.Number)).IsBounced);
    }

    [Fact]
    public async Task GivenABounceThatWasSettled_WhenMoreReportsOfItComeIn_ThenNobodyIsAskedAgain()
    {
        var refused = await RefusedAsync();
        var report = CameIn.Report(ReplyOf(refused));
        await _world.ComesInAsync(refused.Number, report);
        await _world.ComesInAsync(refused.Number, CameIn.Report(ReplyOf(refused)));
        await _world.AnsweredAsync(refused.Number, new SettleBounce(BounceEnd.Closed, "Dubbel"));

        Assert.IsType<MailOutcome.KnownAlready>(await _world.ComesInAsync(refused.Number, report));
        Assert.IsType<MailOutcome.Added>(await _world.ComesInAsync(refused.Number, CameIn.Report(ReplyOf(refused))));

        Assert.Equal(ActivationState.Refused, (await LoadAsync(refused.Number)).State);
        Assert.Single(_world.Journal.Of(refused.Number), entry => entry.Event is ReplyBounced);
    }

    [Fact]
    public async Task GivenACaseWhoseContactIsNotRegistered_WhenItsReplyIsReturned_ThenThatIsAskedAtTheEnd()
    {
        _world.Calls.Plan("register-contact", new Mishap.Refused("verboden"));
        var stopped = await _world.AcceptedAsync(await CrashTests.ProposedAsync(_world, "refusal"));
        var trouble = Assert.IsType<EffectRefused>(stopped.Trouble);

        await _world.ComesInAsync(stopped.Number, CameIn.Report(ReplyOf(stopped)));
        Assert.Equal(trouble, (await LoadAsync(stopped.Number)).Trouble);
        var next = await _world.AnsweredAsync(
            stopped.Number, new SettleOutcome(SeenOutcome.Happened, "staat er"), DemoPeople.Els);

        Assert.True(next.IsBounced);
        Assert.Null(_world.Journal.HolderOf(Sample.Anna.Id));
    }

    [Fact]
    public async Task GivenAReplyWhoseAnswerWasLost_WhenItIsReturned_ThenItIsFoundOutFirst()
    {
        _world.Calls.Plan("reply", new Mishap.LostAfter());
        var proposed = await CrashTests.ProposedAsync(_world, "refusal");
        await _world.TryAnswerAsync(proposed.Number, new AcceptProposal(World.YesTo(proposed)));
        // The mailbox does not answer the first look at it.
        _world.Calls.Plan("find-mail", new Mishap.Silent(), new Mishap.Silent());
        var waits = (await _world.Runner.ContinueAsync(proposed.Number, Cancellation))!.Case;
        Assert.NotNull(waits.Lost);

        Assert.IsType<MailOutcome.Added>(await _world.Mails.ReceiveAsync(
            waits.Number, CameIn.Report(ReplyOf(waits)), Actor.Wizard, Cancellation));
        Assert.Equal(ActivationState.SendingReply, (await LoadAsync(waits.Number)).State);
        var ended = await _world.ContinuedAsync(waits.Number);

        Assert.True(ended.IsBounced);
        Assert.Single(_world.Mailbox.Sent);
    }

    [Fact]
    public async Task GivenACaseInTheMiddleOfACall_WhenAMailComesIn_ThenItWaits()
    {
        var proposed = await CrashTests.ProposedAsync(_world, "refusal");
        MailOutcome? outcome = null;
        _world.Calls.Before["register-contact"] = () => outcome = _world.Mails.ReceiveAsync(
            proposed.Number, CameIn.Added(), DemoPeople.Tom, Cancellation).GetAwaiter().GetResult();

        var refused = await _world.AcceptedAsync(proposed);

        Assert.IsType<MailOutcome.Busy>(outcome);
        Assert.Equal((ActivationState.Refused, 0), (refused.State, refused.Mails.Count));
    }

    [Fact]
    public async Task GivenACaseThatIsLookedUp_WhenAMailComesIn_ThenBothAreInItsJournal()
    {
        var number = await _world.Runner.OpenAsync(Sample.Request, Actor.Wizard, null, Cancellation);
        MailOutcome? outcome = null;
        _world.Calls.Before["units"] = () => outcome = _world.Mails.ReceiveAsync(
            number, CameIn.Added(), DemoPeople.Tom, Cancellation).GetAwaiter().GetResult();

        var proposed = await _world.ContinuedAsync(number);

        Assert.IsType<MailOutcome.Added>(outcome);
        Assert.Equal((ActivationState.AwaitingDecision, 1), (proposed.State, proposed.Mails.Count));
        Assert.Single(_world.Calls.Asked, "units");
    }

    [Fact]
    public async Task GivenACaseThatAPersonClosed_WhenItsReplyIsReturned_ThenItStaysClosedAndShowsIt()
    {
        _world.Calls.Plan("register-contact", new Mishap.Refused("verboden"));
        var stopped = await _world.AcceptedAsync(await CrashTests.ProposedAsync(_world, "refusal"));
        await _world.AnsweredAsync(stopped.Number, new Withdraw("Dubbel"));

        await _world.ComesInAsync(stopped.Number, CameIn.Report(ReplyOf(stopped)));

        var after = await LoadAsync(stopped.Number);
        Assert.Equal((ActivationState.Withdrawn, 1), (after.State, after.Mails.Count));
        Assert.IsType<CaseWithdrawn>(after.Last);
        Assert.NotNull(after.Notice);
    }

    [Fact]
    public async Task GivenACaseWithMoreMailsThanItTakes_WhenOneMoreComes_ThenOnlyAFirstBounceIsTakenIn()
    {
        var refused = await RefusedAsync();
        for (var mail = 0; mail < MailTaking.MostMails; mail++)
            await _world.Mails.ReceiveAsync(refused.Number, CameIn.Answer(ReplyOf(refused)), Actor.Wizard, Cancellation);

        Assert.IsType<MailOutcome.TooMany>(await _world.ComesInAsync(refused.Number, CameIn.Answer(ReplyOf(refused))));
        Assert.IsType<MailOutcome.Added>(await _world.ComesInAsync(refused.Number, CameIn.Report(ReplyOf(refused))));
        Assert.IsType<MailOutcome.TooMany>(await _world.ComesInAsync(refused.Number, CameIn.Report(ReplyOf(refused))));
    }

    [Fact]
    public async Task GivenAMailWithLongAndUnseenText_WhenItComesIn_ThenItIsKeptShortAndClean()
    {
        var refused = await RefusedAsync();
        var mail = CameIn.Report(ReplyOf(refused)) with
        {
            Subject = $"a\u202Eb\r\nc {new string('x', 199)}\U0001F600",
            FromName = new string('n', 300),
            Notice = new DeliveryNotice(DeliveryEnd.Failed, null, "5.1.1 and much more", new string('d', 1000) + "\0"),
        };

        await _world.ComesInAsync(refused.Number, mail);

        var kept = (await LoadAsync(refused.Number)).Mails[0].Mail;
        Assert.StartsWith("ab c ", kept.Subject, StringComparison.Ordinal);
        Assert.InRange(kept.Subject.Length, 1, CaseMail.LongestLine);
        Assert.Equal((CaseMail.LongestLine, null), (kept.FromName.Length, kept.Notice!.Status));
        Assert.Equal(new string('d', DeliveryNotice.LongestDiagnosis), kept.Notice.Diagnosis);
    }

    private async Task<ActivationCase> RefusedAsync() =>
        await _world.AcceptedAsync(await CrashTests.ProposedAsync(_world, "refusal"));

    private async Task<ActivationCase> LoadAsync(CaseNumber number) => (await _world.Runner.LoadAsync(number, Cancellation))!;

    private static ReplyAsked ReplyOf(ActivationCase activation) => activation.Results.Replies[^1];
}
