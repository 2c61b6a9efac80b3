using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.Systems;
using MimeKit;

namespace ActivationWizard.Tests.Integrations.Mailbox.Graph;

/// <summary>A reply over Graph: a draft, its id, sent once; the simulator's ledger says what really left.</summary>
public sealed class GraphDeliveryTests
{
    private static readonly EffectOutcome<NoResult>.Done Done = new(NoResult.Value);
    private static readonly Reply<ReferenceMatch>.Answered Ours = new(ReferenceMatch.Ours);
    private static readonly Reply<ReferenceMatch>.Answered Nothing = new(ReferenceMatch.Nothing);

    [Fact]
    public async Task Send_Reply_LeavesOnceAndStandsInSent()
    {
        await using var bench = await GraphBench.StartAsync();
        Assert.Equal(Nothing, await bench.FindAsync());

        var draft = await bench.DraftAsync();
        Assert.Equal(["Concepten: Uw aanvraag*"], await bench.MailsAsync());
        Assert.Equal(Nothing, await bench.FindAsync(draft));
        Assert.Equal(Done, await bench.Mailbox.SendAsync(GraphBench.To() with { Draft = draft }, GraphBench.Cancellation));

        var sent = Assert.Single(bench.Sent);
        Assert.Equal((GraphBench.Reference.ToString(), draft), (sent.Reference, sent.Detail));
        Assert.Equal(["a.jansen@mail.example"], sent.Recipient);
        Assert.Equal(["Verzonden items: Uw aanvraag"], await bench.MailsAsync());
        Assert.Equal(Ours, await bench.FindAsync(draft));
        Assert.Equal(Ours, await bench.FindAsync());
        Assert.Equal(
            new Reply<ReferenceMatch>.Answered(ReferenceMatch.OfAnother), await bench.FindAsync(draft, "b.jansen@mail.example"));
        LogChecks.NothingPersonal(bench.Log);
    }

    [Fact]
    public async Task Draft_AskedForAgain_IsTheSame()
    {
        await using var bench = await GraphBench.StartAsync();

        Assert.Equal(await bench.DraftAsync(), await bench.DraftAsync());
        Assert.Single(await bench.MailsAsync());
    }

    [Fact]
    public async Task Draft_ServerGivesMessageIdsOfItsOwn_HasOursAndIsFound()
    {
        await using var bench = await GraphBench.StartAsync(new() { KeepsMessageIds = false });

        var draft = await bench.DraftAsync();
        Assert.Equal(draft, await bench.DraftAsync());
        Assert.Equal(Done, await bench.SendAsync());

        Assert.Equal(GraphBench.Reference.ToString(), Assert.Single(bench.Sent).Reference);
        Assert.Equal(Ours, await bench.FindAsync());
    }

    [Fact]
    public async Task Send_SentDraftOnceMore_IsDoneAndNotSent()
    {
        await using var bench = await GraphBench.StartAsync();
        var mail = GraphBench.To() with { Draft = await bench.DraftAsync() };

        Assert.Equal(Done, await bench.Mailbox.SendAsync(mail, GraphBench.Cancellation));
        Assert.Equal(Done, await bench.Mailbox.SendAsync(mail, GraphBench.Cancellation));

        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task Draft_OfAMailThatWasSent_IsNotMadeAnew()
    {
        await using var bench = await GraphBench.StartAsync();
        await bench.SendAsync();

        Assert.IsType<EffectOutcome<string?>.Unknown>(await bench.Mailbox.DraftAsync(GraphBench.To(), GraphBench.Cancellation));
        Assert.Single(await bench.MailsAsync());
    }

    [Fact]
    public async Task Send_DraftForSomebodyElse_IsRefusedAndNothingLeaves()
    {
        await using var bench = await GraphBench.StartAsync();
        var draft = await bench.DraftAsync();

        var outcome = await bench.Mailbox.SendAsync(
            GraphBench.To("b.jansen@mail.example") with { Draft = draft }, GraphBench.Cancellation);

        Assert.Equal(new EffectOutcome<NoResult>.Refused("andere-ontvanger"), outcome);
        Assert.Empty(bench.Sent);
    }

    [Fact]
    public async Task Send_GatewayTimeOutThatDidSend_IsNotKnownUntilItIsSeenInSent()
    {
        await using var bench = await GraphBench.StartAsync(new() { TimeUntilFiled = TimeSpan.FromHours(12) });
        var draft = await bench.DraftAsync();
        bench.Server.Script(
            new() { Fault = FaultKind.ErrorAfter, Status = 504, Method = "POST", Path = "/v1.0/users/*/messages/*/send" });

        var outcome = await bench.Mailbox.SendAsync(GraphBench.To() with { Draft = draft }, GraphBench.Cancellation);

        Assert.Equal(new EffectOutcome<NoResult>.Unknown(FailureReason.Unreachable), outcome);
        // Neither in Drafts nor in Sent: that says nothing yet, and least of all that it was not sent.
        Assert.Equal(new Reply<ReferenceMatch>.NotAnswered(FailureReason.Unreachable), await bench.FindAsync(draft));
        Assert.IsType<EffectOutcome<NoResult>.Unknown>(
            await bench.Mailbox.SendAsync(GraphBench.To() with { Draft = draft }, GraphBench.Cancellation));
        Assert.Single(bench.Sent);
    }

    [Theory]
    [InlineData(FaultKind.ErrorAfter, true)]
    [InlineData(FaultKind.ErrorBefore, false)]
    public async Task Send_GatewayTimeOut_TheDraftSaysWhetherItWasSent(FaultKind fault, bool isSent)
    {
        await using var bench = await GraphBench.StartAsync();
        var draft = await bench.DraftAsync();
        bench.Server.Script(new() { Fault = fault, Status = 504, Method = "POST", Path = "/v1.0/users/*/messages/*/send" });
        await bench.Mailbox.SendAsync(GraphBench.To() with { Draft = draft }, GraphBench.Cancellation);

        Assert.Equal(isSent ? Ours : Nothing, await bench.FindAsync(draft));
        Assert.Equal(isSent ? 1 : 0, bench.Sent.Count);
        Assert.Equal(Done, await bench.Mailbox.SendAsync(GraphBench.To() with { Draft = draft }, GraphBench.Cancellation));
        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task Draft_AnswerLost_IsFoundAndNotMadeTwice()
    {
        await using var bench = await GraphBench.StartAsync();
        bench.Server.Script(new() { Fault = FaultKind.ResetAfter, Method = "POST", Path = "/v1.0/users/*/messages" });

        Assert.IsType<EffectOutcome<string?>.Unknown>(await bench.Mailbox.DraftAsync(GraphBench.To(), GraphBench.Cancellation));
        Assert.Equal(Nothing, await bench.FindAsync());
        Assert.Equal(Done, await bench.SendAsync());

        Assert.Equal(["Verzonden items: Uw aanvraag"], await bench.MailsAsync());
    }

    [Fact]
    public async Task Draft_AnswersAMailThatIsThere_StandsInItsConversation()
    {
        await using var bench = await GraphBench.StartAsync();
        var asked = new MimeMessage { Subject = "Code kwijt", Body = new TextPart("plain") { Text = "Help" } };
        asked.From.Add(new MailboxAddress("A. Jansen", "a.jansen@mail.example"));
        asked.To.Add(new MailboxAddress("", "wonen@thuis.example"));
        asked.Headers.Replace(HeaderId.MessageId, "<vraag-1@mail.example>");
        await bench.ReceiveAsync(asked);

        var origin = MailOrigin.Of("<vraag-1@mail.example>", ["<eerder@mail.example>"], "Code kwijt");
        Assert.Equal(Done, await bench.SendAsync(GraphBench.To() with { Answers = origin }));

        Assert.Single(bench.Server.Calls, call => call.Path.EndsWith("/createReply", StringComparison.Ordinal));
        Assert.Single(bench.Sent);
        Assert.Equal(["Postvak IN: Code kwijt", "Verzonden items: Uw aanvraag"], await bench.MailsAsync());
    }

    [Fact]
    public async Task Draft_AnswersAMailThatIsGone_IsADraftAllTheSame()
    {
        await using var bench = await GraphBench.StartAsync();

        var origin = MailOrigin.Of("<weg@mail.example>", [], "Weg");
        Assert.Equal(Done, await bench.SendAsync(GraphBench.To() with { Answers = origin }));

        Assert.DoesNotContain(bench.Server.Calls, call => call.Path.EndsWith("/createReply", StringComparison.Ordinal));
        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task Send_MailboxThatTheAppMayNotOpen_IsNotAllowed()
    {
        await using var bench = await GraphBench.StartAsync(new() { Address = "andere@thuis.example" });

        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.NotAllowed), await bench.SendAsync());
    }
}
