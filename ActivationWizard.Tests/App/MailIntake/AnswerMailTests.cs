using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Mailbox;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.MailIntake;

/// <summary>
/// A mail that names a mail of ours is of its case only when the journal says that it was sent to whom it is from.
/// </summary>
public sealed class AnswerMailTests(AnswerMailTests.Answered answered, Dovecot server)
    : IClassFixture<AnswerMailTests.Answered>
{
    [Fact]
    public async Task Reply_OfWhomItWasSentTo_IsOfItsCaseAndPutAway()
    {
        using var bench = await MailRoundBench.StartAsync(answered.App, server);
        var reply = Reply("good", answered.To.ToString(), answered.Key.ToString());
        await bench.DeliverAsync(reply.ToBytes());

        await bench.RunAsync();

        var row = await bench.RowAsync(reply);
        Assert.Equal(
            (nameof(MessageKind.Reply), nameof(MessageState.OfCase), (long?)CaseKey.Of(answered.Number), $"{answered.Key}"),
            (row.Kind, row.State, row.Case, row.Effect));
        var taken = Assert.Single(bench.TakenIn);
        Assert.Equal(
            (row.Id, answered.Number, MessageKind.Reply, answered.Key, Actor.Wizard),
            (taken.Id, taken.Number, taken.Kind, taken.Effect, taken.By));
        Assert.IsType<IncomingMail.ReplyToOurs>(taken.Content);
        Assert.Single(await bench.InAsync(bench.Options.Done), "good@mail.example");

        await bench.RunAsync();
        Assert.Single(bench.TakenIn);
    }

    [Fact]
    public async Task Bounce_OfWhomItWasSentTo_IsOfItsCase()
    {
        using var bench = await MailRoundBench.StartAsync(answered.App, server);
        var bounce = Bounce("back", answered.To.ToString(), answered.Key.ToString());
        await bench.DeliverAsync(bounce.ToBytes());

        await bench.RunAsync();

        var taken = Assert.Single(bench.TakenIn);
        Assert.Equal((answered.Number, MessageKind.Bounce, answered.Key), (taken.Number, taken.Kind, taken.Effect));
        Assert.IsType<IncomingMail.Bounce>(taken.Content);
    }

    [Theory]
    [InlineData(true, false, MessageState.Open)]
    [InlineData(true, true, MessageState.Open)]
    [InlineData(false, false, MessageState.Open)]
    [InlineData(false, true, MessageState.Skipped)]
    public async Task Claim_OfAnotherOrOfNoMailOfOurs_IsOfNoCase(bool isReply, bool isUnknown, MessageState state)
    {
        using var bench = await MailRoundBench.StartAsync(answered.App, server);
        var key = isUnknown ? $"AW-{answered.Number}-099-{answered.Key.ToString()[^8..]}" : $"{answered.Key}";
        var mail = isReply
            ? Reply($"no-{isUnknown}", "iemand.anders@mail.example", key)
            : Bounce($"no-{isUnknown}", "iemand.anders@mail.example", key);
        await bench.DeliverAsync(mail.ToBytes());

        await bench.RunAsync();

        var row = await bench.RowAsync(mail);
        Assert.Equal($"{state}", row.State);
        // Whoever reads it is told which case it names.
        Assert.Equal(isUnknown ? null : CaseKey.Of(answered.Number), row.Case);
        Assert.Empty(bench.TakenIn);
        Assert.Single(await bench.InAsync(bench.Options.Folder));
    }

    private static Letter Reply(string id, string from, string key) => MailRoundBench.Free(id)
        .With("From", $"Iemand <{from}>").With("Subject", "Re: Uw aanvraag").And("In-Reply-To", $"<{key}@thuis.example>");

    private static Letter Bounce(string id, string recipient, string key) => MailRoundBench.Free(id)
        .With("From", "MAILER-DAEMON@mail.example").And("X-Failed-Recipients", recipient)
        .Saying($"This message was created automatically.\r\n\r\nMessage-ID: <{key}@thuis.example>\r\n");

    /// <summary>Started once, with a refusal that was sent.</summary>
    public sealed class Answered : IAsyncLifetime
    {
        internal TestApp App { get; } = new();

        internal CaseNumber Number { get; private set; } = null!;

        internal EffectKey Key { get; private set; } = null!;

        internal EmailAddress To { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var cancellation = TestContext.Current.CancellationToken;
            var seed = (await App.Runner.LoadAsync(CaseNumber.Of(2026, 1), cancellation))!.Request;
            Number = await App.Runner.OpenAsync(
                seed with { Requester = Requester.SomebodyElse, Name = "B. Antwoord" }, Actor.Wizard, null, cancellation);
            await App.Runner.AnswerAsync(Number, 1, new TakeNewCase(), DemoPeople.Sanne, cancellation);
            var proposed = (await App.Runner.ContinueAsync(Number, cancellation))!.Case;
            var composed = (ReplyComposed)proposed.Composed!;
            Assert.IsType<Decision.Taken>(await App.Runner.AnswerAsync(
                Number, proposed.Version,
                new AcceptProposal(new Acceptance { Reply = composed.Text, Template = composed.Template }), DemoPeople.Sanne,
                cancellation));
            await App.Runner.ContinueAsync(Number, cancellation);
            await App.UntilAsync(Number, one => one.State is ActivationState.Refused);
            var read = await App.Services.GetRequiredService<ActivationWizard.App.Journal.Events.CaseReading>()
                .ReadAsync(Number, cancellation);
            var asked = read.Entries.Select(entry => entry.Event).OfType<ReplyRequested>().Single();
            (Key, To) = (asked.Key!, asked.To);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
