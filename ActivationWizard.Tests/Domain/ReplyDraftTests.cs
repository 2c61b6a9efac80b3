using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>A mailbox that sends from drafts: its id is in the journal before anything leaves, and it leaves once.</summary>
public sealed class ReplyDraftTests
{
    private readonly World _world = new();

    public ReplyDraftTests()
    {
        _world.Mailbox.UsesDrafts = true;
        _world.Recovering(EffectKind.SendReply, RecoveryCapability.State);
    }

    [Fact]
    public async Task Reply_NothingGoesWrong_IsReadyBeforeItIsSent()
    {
        var ended = await SentAsync();

        var events = _world.Journal.Of(ended.Number).Select(entry => entry.Event).ToList();
        Assert.Equal(
            [typeof(ReplyRequested), typeof(ReplyDraftMade), typeof(ReplySent)],
            events.Where(one => one is ReplyRequested or ReplyDraftMade or ReplySent).Select(one => one.GetType()));
        Assert.Empty(_world.Mailbox.Drafts);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("reply")]
    public async Task Reply_AnswerLostAndItHappened_LeavesOnceFromOneDraft(string call)
    {
        _world.Calls.Plan(call, new Mishap.LostAfter());

        await SentAsync();

        Assert.Empty(_world.Mailbox.Drafts);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("reply")]
    public async Task Reply_AnswerLostAndNothingHappened_LeavesOnceFromOneDraft(string call)
    {
        _world.Calls.Plan(call, new Mishap.LostBefore());

        await SentAsync();

        Assert.Empty(_world.Mailbox.Drafts);
    }

    [Fact]
    public async Task Reply_MailboxBusyForAWhile_IsSentLaterFromTheSameDraft()
    {
        _world.Calls.Plan("reply", new Mishap.Silent(), new Mishap.Silent(), new Mishap.Silent());

        var ended = await SentAsync();

        Assert.Single(_world.Journal.Of(ended.Number), entry => entry.Event is ReplyDraftMade);
        Assert.Empty(_world.Mailbox.Drafts);
    }

    [Fact]
    public async Task Reply_ProcessDiesAtEveryBoundary_LeavesOnceFromOneDraft()
    {
        for (var boundary = 1; boundary <= 40; boundary++)
        {
            var world = new World();
            world.Mailbox.UsesDrafts = true;
            var proposed = await CrashTests.ProposedAsync(
                world.Recovering(EffectKind.SendReply, RecoveryCapability.State), "refusal");
            world.Boundaries.DiesAt.Enqueue(world.Boundaries.Passed + boundary);
            ActivationCase ended;
            try
            {
                ended = await world.AcceptedAsync(proposed);
                Assert.NotEmpty(world.Boundaries.DiesAt);
                return;
            }
            catch (ProcessDiedException)
            {
                world.Start();
                ended = await world.ContinuedAsync(proposed.Number);
            }

            // Where it died before the answer of the person was in the journal, nobody agreed to anything.
            if (ended.AcceptedAt is 0)
                continue;
            Assert.True(ended.State.IsFinal, $"boundary {boundary}: {ended.State} {ended.Trouble}");
            Assert.True(world.Calls.Done.Count(one => one is "reply") is 1, $"boundary {boundary}");
            Assert.Empty(world.Mailbox.Drafts);
        }

        Assert.Fail("It has more boundaries than are tried.");
    }

    private async Task<ActivationCase> SentAsync()
    {
        var ended = await _world.AcceptedAsync(await CrashTests.ProposedAsync(_world, "refusal"));
        Assert.True(ended.State.IsFinal, $"{ended.State} {ended.Trouble}");
        Assert.Single(_world.Calls.Done, "reply");
        return ended;
    }
}
