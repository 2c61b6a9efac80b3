using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using MailKit;
using Microsoft.Extensions.DependencyInjection;
using Store = ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.Tests.App.MailIntake;

/// <summary>Two instances of an installation with a real mailbox: one takes in its mail, and both know.</summary>
public sealed class MailWorkTests(Dovecot server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_TwoInstances_IsTakenInOnceAsItComesAndEveryPageCounts()
    {
        var person = server.NewPerson();
        var mailbox = await server.SettingsAsync(
            person, ("SmtpHost", ""), ("SmtpPort", ""), ("Requests:Read", "true"), ("Requests:IntervalSeconds", "3600"),
            ("Requests:FormSenders", "formulier@website.example"), ("Requests:FormSubject", "Aanvraag activatiecode"));
        var settings = mailbox.ToDictionary(one => $"Mailbox:{one.Key}", one => one.Value);
        await using var one = new TestApp(new() { Settings = settings });
        await using var other = new TestApp(new() { Beside = one, Settings = settings });
        var counts = new[] { one, other }.Select(app => app.Services.GetRequiredService<CaseFeed>()).ToList();
        using var first = counts[0].Watch(FeedPart.Messages, () => Task.CompletedTask);
        using var second = counts[1].Watch(FeedPart.Messages, () => Task.CompletedTask);

        // Nobody asks for them: the interval is an hour.
        await server.PutAsync(person, "INBOX", $"{MailRoundBench.Free("live-free")}");
        await CountAsync(1);
        await server.PutAsync(person, "INBOX", $"{MailRoundBench.Form("live-form")}");
        var number = await NumberAsync(one);

        var desk = other.Services.GetRequiredService<MessageDesk>();
        var open = Assert.Single((await desk.OpenAsync(1, DemoPeople.Tom, Cancellation)).Messages);
        Assert.Equal(new MessageHead("Anna Jansen", "a.jansen@mail.example", "Code voor het portaal"), open.Head);
        var read = Assert.IsType<MessageOpening.Opened>(await desk.ReadAsync(open.Id, DemoPeople.Tom, Cancellation)).Message;
        Assert.Equal(("Anna Jansen", "5611 CD", "12 A"), (read.Fields.Name, read.Fields.Postcode, read.Fields.HouseNumber));
        Assert.Contains("activatiecode", read.Text!.All, StringComparison.Ordinal);
        Assert.Equal("<live-free@mail.example>", read.Fields.Mail!.MessageId);

        // Two press at the same time.
        var decisions = await Task.WhenAll(
            desk.BelongsToAsync(open.Id, open.Version, number, DemoPeople.Tom, Cancellation),
            one.Services.GetRequiredService<MessageDesk>().NoRequestAsync(
                open.Id, open.Version, NoRequestReason.Other, DemoPeople.Sanne, Cancellation));
        Assert.Equal([MessageDecision.Taken, MessageDecision.TooLate], decisions.Order());
        await CountAsync(0);

        // Whoever does it goes, and the other goes on.
        await one.DisposeAsync();
        await server.PutAsync(person, "INBOX", $"{MailRoundBench.Free("live-later")}");
        await Waiting.ForAsync("the message at the other instance", () => counts[1].View.Messages is 1);
        await Waiting.ForAsync("what was handled to be put away", () => InboxAsync(person), left => left is 1, left => $"{left}");

        Task CountAsync(int messages) => Waiting.ForAsync(
            $"{messages} messages on both", () => counts.TrueForAll(feed => feed.View.Messages == messages));
    }

    [Fact]
    public async Task Mail_OverGraph_IsTakenInAndPutAway()
    {
        await using var app = new TestApp(new()
        {
            Settings =
            {
                ["Mailbox:Requests:Read"] = "true",
                ["Mailbox:Requests:FormSenders"] = "formulier@website.example",
                ["Mailbox:Requests:FormSubject"] = "Aanvraag activatiecode",
            },
        });
        foreach (var letter in new[] { MailRoundBench.Form("graph-form"), MailRoundBench.Free("graph-free") })
            await app.ChangeAsync(new { kind = "mail", mime = Convert.ToBase64String(letter.ToBytes()) });

        await NumberAsync(app);

        await Waiting.ForAsync(
            "the form's mail with those of open cases", () => InAsync(app, "Aanvragen/In behandeling"),
            ids => ids is ["graph-form@mail.example"], ids => string.Join(", ", ids));
        Assert.Equal(["graph-free@mail.example"], await InAsync(app, "INBOX"));
        var desk = app.Services.GetRequiredService<MessageDesk>();
        var open = await Waiting.ForAsync(
            "the free mail", async () => (await desk.OpenAsync(1, DemoPeople.Sanne, Cancellation)).Messages,
            messages => messages.Count is 1, messages => $"{messages.Count}");
        Assert.IsType<MessageOpening.Opened>(await desk.ReadAsync(open[0].Id, DemoPeople.Sanne, Cancellation));
    }

    [Fact]
    public async Task Desk_WhoMayNot_IsRefused()
    {
        await using var app = new TestApp();
        var desk = app.Services.GetRequiredService<MessageDesk>();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.OpenAsync(1, DemoPeople.Bram, Cancellation));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.SkippedAsync(DemoPeople.Bram, Cancellation));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => desk.NoRequestAsync(Guid.NewGuid(), 0, NoRequestReason.Other, DemoPeople.Els, Cancellation));
        Assert.IsType<MessageOpening.NoSuchMessage>(await desk.ReadAsync(Guid.NewGuid(), DemoPeople.Els, Cancellation));
    }

    private static Task<CaseNumber> NumberAsync(TestApp app) => Waiting.ForAsync(
        "the form's case",
        async () => (await app.Queries.WorkListAsync(
                DemoPeople.Els, ActivationWizard.App.Journal.Queries.WorkListFilter.All, Cancellation))
            .Where(one => one.Name is "A. Jansen").Select(one => one.Number).SingleOrDefault(),
        number => number is not null, number => $"{number}")!;

    private static async Task<IReadOnlyList<string>> InAsync(TestApp app, string folder) =>
        [.. (Assert.IsType<Reply<IReadOnlyList<MailHead>?>.Answered>(
                await app.Services.GetRequiredService<Store.IMailStore>()
                    .ListAsync(Store.MailFolderPath.Parse(folder), 100, Cancellation)).Value ?? [])
            .Select(head => head.MessageId ?? "")];

    private async Task<int> InboxAsync(string person)
    {
        using var program = await server.ProgramOfAsync(person);
        await program.Inbox!.OpenAsync(FolderAccess.ReadOnly, Cancellation);
        return program.Inbox.Count;
    }
}
