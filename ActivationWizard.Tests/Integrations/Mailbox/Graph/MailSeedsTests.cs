using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Templates;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.Mailbox;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.Kit.Basics;
using MimeKit;

namespace ActivationWizard.Tests.Integrations.Mailbox.Graph;

/// <summary>The post of a demonstration's mailbox, as the product reads it.</summary>
public sealed class MailSeedsTests
{
    private static readonly IncomingMailOptions Incoming = new()
    {
        Own = [Address("wonen@thuis.example")],
        FormSenders = [Address(MailSeeds.FormSender)],
        FormSubject = MailSeeds.FormSubject,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Subjects_OfTheMailsjablonen_ProposeEveryStandardReplyOnce() => Assert.Equal(
        ReplySlot.All.Select(slot => slot.Name).Order(StringComparer.Ordinal),
        MailSeeds.TemplateSubjects.Select(subject => TemplateProposals.Of(subject)!.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Mailsjablonen_InTheFolder_CanEachBeUsed()
    {
        await using var bench = await StartAsync();

        var heads = Assert.IsType<Reply<IReadOnlyList<MailHead>?>.Answered>(
            await bench.Store.ListAsync(MailFolderPath.Parse("Mailsjablonen"), 99, Cancellation)).Value!;

        Assert.Equal(MailSeeds.TemplateSubjects.Count, heads.Count);
        foreach (var head in heads)
        {
            using var message = await ReadAsync(bench, head);
            var template = new FoundTemplate(message.Subject!, message.TextBody!, head.ReceivedAt);
            Assert.Null(template.PreviewIn(TemplateProposals.Of(template.Subject)!.Language, "").Fault);
        }
    }

    [Fact]
    public async Task Inbox_AtTheBeginning_HasAFormThatIsARequestAndAMailOfSomebody()
    {
        await using var bench = await StartAsync();

        var mails = await InboxAsync(bench);

        Assert.Equal(2, mails.Count);
        var form = MailedRequest.Of(Assert.IsType<IncomingMail.FormMail>(mails[0]).Form);
        Assert.Equal(("M. Postma", "5664 HJ", "3", "m.postma@mail.example"),
            (form.Name, form.Postcode, form.HouseNumber, form.Email));
        var free = MailedRequest.Of(Assert.IsType<IncomingMail.FreeMail>(mails[1]).Guess);
        Assert.Equal(("I. Schrijver", "5665 KL", "14"), (free.Name, free.Postcode, free.HouseNumber));
    }

    [Fact]
    public async Task Sent_ToNobody_ComesBackAsABounceOfOurMail()
    {
        await using var bench = await StartAsync();

        await SendAsync(bench, Correspondents.Nobody);

        Assert.Equal(GraphBench.Reference, Assert.IsType<IncomingMail.Bounce>((await InboxAsync(bench))[^1]).Reference);
    }

    [Fact]
    public async Task Sent_ToSomebodyWhoAnswers_IsAnsweredInItsThread()
    {
        await using var bench = await StartAsync();

        await SendAsync(bench, Correspondents.Answering);

        Assert.Equal(GraphBench.Reference, Assert.IsType<IncomingMail.ReplyToOurs>((await InboxAsync(bench))[^1]).Reference);
    }

    [Fact]
    public async Task Sent_ToAnybodyElse_IsNotAnswered()
    {
        await using var bench = await StartAsync();

        await bench.SendAsync();

        Assert.Equal(2, (await InboxAsync(bench)).Count);
    }

    [Fact]
    public async Task Post_OfAStateThatWasKeptWithoutAny_IsBroughtOnce()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(0, await MailsInAsync(folder["sandbox.json"], hasPost: false));
        Assert.Equal(12, await MailsInAsync(folder["sandbox.json"], hasPost: true));
        Assert.Equal(12, await MailsInAsync(folder["sandbox.json"], hasPost: true));
    }

    private static async Task<int> MailsInAsync(string file, bool hasPost)
    {
        await using var server = await SandboxServer.StartAsync(
            new() { StateFile = file, Mailbox = new() { HasPost = hasPost } }, FixedTime.Clock(), Cancellation);
        if (!hasPost)
            server.Reset();
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<JsonArray>(new Uri(server.Control, "state/mailbox"), Cancellation))!.Count;
    }

    // To the address of a seeded request: that is how a demonstration comes to it.
    private static async Task SendAsync(GraphBench bench, string recipient)
    {
        Assert.Contains(SandboxSeeds.Requests, request => request.Emailadres == recipient);
        Assert.Equal(new EffectOutcome<NoResult>.Done(NoResult.Value), await bench.SendAsync(GraphBench.To(recipient)));
    }

    private static Task<GraphBench> StartAsync() => GraphBench.StartAsync(new() { HasPost = true });

    private static async Task<IReadOnlyList<IncomingMail>> InboxAsync(GraphBench bench)
    {
        var reader = new IncomingMailReader(Incoming);
        var heads = Assert.IsType<Reply<IReadOnlyList<MailHead>?>.Answered>(
            await bench.Store.ListAsync(MailFolderPath.Inbox, 99, Cancellation)).Value!;
        var mails = new List<IncomingMail>();
        foreach (var head in heads)
        {
            using var message = await ReadAsync(bench, head);
            mails.Add(reader.Read(message));
        }

        return mails;
    }

    private static async Task<MimeMessage> ReadAsync(GraphBench bench, MailHead head) =>
        Assert.IsType<MailReading.Found>(
            Assert.IsType<Reply<MailReading>.Answered>(await bench.Store.ReadAsync(head.Key, Cancellation)).Value).Parse();

    private static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text, nameof(text));
}
