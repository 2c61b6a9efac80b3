using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.Systems;
using MimeKit;

namespace ActivationWizard.Tests.Integrations.Mailbox.Graph;

/// <summary>Reading and filing the mailbox's messages over Graph.</summary>
public sealed class GraphStoreTests
{
    private static readonly MailFolderPath Done = MailFolderPath.Parse("Aanvragen/Klaar");

    [Fact]
    public async Task List_Inbox_IsWhatCameFirstFirst()
    {
        await using var bench = await StartAsync(3);

        var heads = Answer(await bench.Store.ListAsync(MailFolderPath.Inbox, 10, GraphBench.Cancellation))!;

        Assert.Equal(["1@mail.example", "2@mail.example", "3@mail.example"], heads.Select(head => head.MessageId));
        Assert.All(heads, head => Assert.InRange(head.Size, 100, 1000));
        Assert.All(heads, head => Assert.InRange(head.Key.Id.Length, 1, 100));
        Assert.Equal(2, Answer(await bench.Store.ListAsync(MailFolderPath.Inbox, 2, GraphBench.Cancellation))!.Count);
        Assert.Null(Answer(await bench.Store.ListAsync(Done, 2, GraphBench.Cancellation)));
    }

    [Fact]
    public async Task List_MoreThanAPage_IsAllOfThem()
    {
        await using var bench = await StartAsync(5, pageSize: 2);

        Assert.Equal(5, Answer(await bench.Store.ListAsync(MailFolderPath.Inbox, 100, GraphBench.Cancellation))!.Count);
        Assert.Equal(3, Answer(await bench.Store.ListAsync(MailFolderPath.Inbox, 3, GraphBench.Cancellation))!.Count);
    }

    [Fact]
    public async Task Find_ByMessageId_IsThatOne()
    {
        await using var bench = await StartAsync(3);

        var found = Answer(await bench.Store.FindAsync(MailFolderPath.Inbox, "2@mail.example", GraphBench.Cancellation))!;

        Assert.Equal("2@mail.example", Assert.Single(found).MessageId);
        Assert.Empty(Answer(await bench.Store.FindAsync(MailFolderPath.Inbox, "9@mail.example", GraphBench.Cancellation))!);
    }

    [Fact]
    public async Task Read_Message_IsTheWholeOfIt()
    {
        await using var bench = await StartAsync(1);
        var key = await FirstAsync(bench);

        var reading = Assert.IsType<MailReading.Found>(Answer(await bench.Store.ReadAsync(key, GraphBench.Cancellation)));

        using var message = reading.Parse();
        Assert.Equal(("Vraag 1", "Help"), (message.Subject, message.TextBody!.Trim()));
        LogChecks.NothingPersonal(bench.Log);
    }

    [Fact]
    public async Task Move_Message_MakesTheFoldersAndHasAnotherKey()
    {
        await using var bench = await StartAsync(2);
        var key = await FirstAsync(bench);

        var moved = Assert.IsType<MailMove.Moved>(Answer(await bench.Store.MoveAsync(key, Done, GraphBench.Cancellation)));

        Assert.Equal(Done, moved.Key!.Folder);
        Assert.IsType<MailReading.Gone>(Answer(await bench.Store.ReadAsync(key, GraphBench.Cancellation)));
        Assert.IsType<MailMove.Gone>(Answer(await bench.Store.MoveAsync(key, Done, GraphBench.Cancellation)));
        Assert.IsType<MailReading.Found>(Answer(await bench.Store.ReadAsync(moved.Key, GraphBench.Cancellation)));
        Assert.Equal(
            moved.Key,
            Assert.IsType<MailMove.Moved>(Answer(await bench.Store.MoveAsync(moved.Key, Done, GraphBench.Cancellation))).Key);
        Assert.Equal(["Klaar: Vraag 1", "Postvak IN: Vraag 2"], await bench.MailsAsync());
    }

    [Fact]
    public async Task Move_AnswerLost_IsGoneFromWhereItWas()
    {
        await using var bench = await StartAsync(1);
        var key = await FirstAsync(bench);
        bench.Server.Script(new() { Fault = FaultKind.ErrorAfter, Status = 504, Path = "/v1.0/users/*/messages/*/move" });

        Assert.IsType<Reply<MailMove>.NotAnswered>(await bench.Store.MoveAsync(key, Done, GraphBench.Cancellation));

        Assert.IsType<MailMove.Gone>(Answer(await bench.Store.MoveAsync(key, Done, GraphBench.Cancellation)));
        Assert.Single(Answer(await bench.Store.ListAsync(Done, 10, GraphBench.Cancellation))!);
    }

    [Fact]
    public async Task Folder_BelowTheInbox_IsFoundThere()
    {
        await using var bench = await StartAsync(1);
        var key = await FirstAsync(bench);
        await bench.Store.MoveAsync(key, MailFolderPath.Parse("INBOX/Mailsjablonen"), GraphBench.Cancellation);

        Assert.Single(Answer(
            await bench.Store.ListAsync(MailFolderPath.Parse("mailsjablonen"), 10, GraphBench.Cancellation))!);
    }

    [Fact]
    public async Task Wait_FirstTimeAndWhenSomethingComes_IsTrueElseFalse()
    {
        await using var bench = await StartAsync(1);

        Assert.True(Answer(await WaitAsync(bench)));
        Assert.False(Answer(await WaitAsync(bench)));
        await ReceiveAsync(bench, 2);
        Assert.True(Answer(await WaitAsync(bench)));
        Assert.False(Answer(await WaitAsync(bench)));
    }

    [Theory]
    [InlineData("500 before", "Unreachable")]
    [InlineData("timeout before", "Unreachable")]
    [InlineData("429 tomorrow", "Unreachable")]
    [InlineData("403", "NotAllowed")]
    [InlineData("login page", "Nonsense")]
    [InlineData("malformed", "Nonsense")]
    [InlineData("too deep", "Nonsense")]
    public async Task EveryQuestion_Fault_IsNoAnswer(string fault, string why)
    {
        await using var bench = await StartAsync(1);
        var key = await FirstAsync(bench);
        bench.Server.Script(FaultRules.Of(fault) with { Path = "/v1.0/**" });

        Assert.Equal(
            Enumerable.Repeat($"not answered: {why}", 5),
            [
                Systems.Said(await bench.Store.ListAsync(MailFolderPath.Inbox, 10, GraphBench.Cancellation)),
                Systems.Said(await bench.Store.FindAsync(MailFolderPath.Inbox, "1@mail.example", GraphBench.Cancellation)),
                Systems.Said(await bench.Store.ReadAsync(key, GraphBench.Cancellation)),
                Systems.Said(await bench.Store.MoveAsync(key, Done, GraphBench.Cancellation)),
                Systems.Said(await WaitAsync(bench)),
            ]);
        Assert.Equal(["Postvak IN: Vraag 1"], await bench.MailsAsync());
    }

    private static Task<Reply<bool>> WaitAsync(GraphBench bench) =>
        bench.Store.WaitAsync(MailFolderPath.Inbox, TimeSpan.FromSeconds(5), GraphBench.Cancellation);

    private static async Task<GraphBench> StartAsync(int mails, int pageSize = 1000)
    {
        var bench = await GraphBench.StartAsync(new() { PageSize = pageSize });
        for (var one = 1; one <= mails; one++)
            await ReceiveAsync(bench, one);
        return bench;
    }

    private static async Task ReceiveAsync(GraphBench bench, int number)
    {
        using var mail = new MimeMessage { Subject = $"Vraag {number}", Body = new TextPart("plain") { Text = "Help" } };
        mail.From.Add(new MailboxAddress("A. Jansen", "a.jansen@mail.example"));
        mail.To.Add(new MailboxAddress("", "wonen@thuis.example"));
        mail.Headers.Replace(HeaderId.MessageId, $"<{number}@mail.example>");
        await bench.ReceiveAsync(mail);
    }

    private static async Task<MailKey> FirstAsync(GraphBench bench) =>
        Answer(await bench.Store.ListAsync(MailFolderPath.Inbox, 1, GraphBench.Cancellation))!.Single().Key;

    private static T Answer<T>(Reply<T> reply) => Assert.IsType<Reply<T>.Answered>(reply).Value;
}
