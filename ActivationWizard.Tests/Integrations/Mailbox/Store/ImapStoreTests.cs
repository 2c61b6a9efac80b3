using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using MailKit;
using MailKit.Net.Imap;

namespace ActivationWizard.Tests.Integrations.Mailbox.Store;

/// <summary>The mailbox is read on a real server.</summary>
public sealed class ImapStoreTests(Dovecot server)
{
    private static readonly MailFolderPath Requests = MailFolderPath.Parse("Aanvragen");
    private readonly string _person = server.NewPerson();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "Mailsjablonen", "Mailsjablonen")]
    [InlineData(null, "INBOX/Mailsjablonen", "Mailsjablonen")]
    [InlineData(null, "INBOX/Mailsjablonen", "Inbox/Mailsjablonen")]
    [InlineData(null, "Één & ander/Geïnd", "Één & ander/Geïnd")]
    [InlineData(Dovecot.DottedPerson, "INBOX.Sjablonen é.Nieuw", "Sjablonen é/Nieuw")]
    [InlineData(Dovecot.DottedPerson, "INBOX", "INBOX")]
    public async Task List_FolderAsTheServerNamesIt_IsFound(string? person, string onServer, string path)
    {
        await server.PutAsync(person ?? _person, onServer, Message("<een@mail.example>"));
        using var bench = await BenchAsync(person);

        var heads = await ListAsync(bench, MailFolderPath.Parse(path));

        Assert.Equal("een@mail.example", Assert.Single(heads!).MessageId);
    }

    [Theory]
    [InlineData(null, "Aanvragen", "INBOX/Aanvragen")]
    [InlineData(Dovecot.DottedPerson, "INBOX.Met.Punt", "Met.Punt")]
    public async Task List_NoSuchFolder_IsNone(string? person, string onServer, string path)
    {
        await server.PutAsync(person ?? _person, onServer, Message());
        using var bench = await BenchAsync(person);

        Assert.Null(await ListAsync(bench, MailFolderPath.Parse(path)));
    }

    [Fact]
    public async Task List_FolderMadeAndRemovedMeanwhile_IsSeen()
    {
        using var bench = await BenchAsync();
        Assert.Null(await ListAsync(bench, Requests));

        await server.PutAsync(_person, "Aanvragen", Message());
        Assert.Single((await ListAsync(bench, Requests))!);

        using var program = await server.ProgramOfAsync(_person);
        await (await Dovecot.FolderAsync(program, "Aanvragen")).DeleteAsync(Cancellation);
        Assert.Null(await ListAsync(bench, Requests));
    }

    [Fact]
    public async Task List_SeveralMessages_GivesThoseThatCameFirst()
    {
        // As a message that was moved back by hand has it, the one that came last is the oldest.
        await server.PutAsync(_person, "INBOX", Message("<een@mail.example>"), at: FixedTime.Start);
        await server.PutAsync(_person, "INBOX", Message("<weg@mail.example>"), MessageFlags.Deleted);
        await server.PutAsync(_person, "INBOX", Message(null), MessageFlags.Draft);
        await server.PutAsync(_person, "INBOX", Message("<drie@mail.example>"), at: FixedTime.Start.AddDays(-1));
        using var bench = await BenchAsync();

        var heads = await ListAsync(bench, MailFolderPath.Inbox, most: 2);

        Assert.Equal(["een@mail.example", null], heads!.Select(head => head.MessageId));
        Assert.Equal(FixedTime.Start, heads![0].ReceivedAt);
        Assert.InRange(heads[0].Size, 50, 500);
    }

    [Fact]
    public async Task Find_MessageId_IsTheWholeOne()
    {
        await server.PutAsync(_person, "INBOX", Message("<12@mail.example>"));
        await server.PutAsync(_person, "INBOX", Message("<2@mail.example>"));
        using var bench = await BenchAsync();

        var found = await bench.Store.FindAsync(MailFolderPath.Inbox, "2@mail.example", Cancellation);

        Assert.Equal("2@mail.example", Assert.Single(Answer(found)!).MessageId);
        Assert.Empty(Answer(await bench.Store.FindAsync(MailFolderPath.Inbox, "3@mail\"\r\n.example", Cancellation))!);
    }

    [Fact]
    public async Task Read_Message_IsWholeAndStaysUnread()
    {
        await server.PutAsync(_person, "INBOX", Message("<een@mail.example>"));
        using var bench = await BenchAsync();
        var key = (await ListAsync(bench, MailFolderPath.Inbox))![0].Key;

        using var message = Assert.IsType<MailReading.Found>(await ReadAsync(bench, key)).Parse();

        Assert.Equal(("Aanvraag", "Graag een code."), (message.Subject, message.TextBody?.Trim()));
        using var program = await server.ProgramOfAsync(_person);
        await program.Inbox!.OpenAsync(FolderAccess.ReadOnly, Cancellation);
        var flags = (await program.Inbox.FetchAsync(0, -1, MessageSummaryItems.Flags, Cancellation))[0].Flags;
        Assert.False(flags!.Value.HasFlag(MessageFlags.Seen));
    }

    [Fact]
    public async Task Read_TooLarge_SaysSoAndTheNextIsRead()
    {
        var text = string.Concat(Enumerable.Repeat(new string('x', 998) + "\r\n", 52_600));
        await server.PutAsync(_person, "INBOX", Message() + text);
        await server.PutAsync(_person, "INBOX", Message());
        using var bench = await BenchAsync();
        var heads = await ListAsync(bench, MailFolderPath.Inbox);

        Assert.InRange(
            Assert.IsType<MailReading.TooLarge>(await ReadAsync(bench, heads![0].Key)).Size,
            MailReading.LargestMessage + 1, long.MaxValue);
        Assert.IsType<MailReading.Found>(await ReadAsync(bench, heads[1].Key));
    }

    [Fact]
    public async Task Move_FolderThatIsNotThere_IsMadeAndNothingIsLost()
    {
        await server.PutAsync(_person, "INBOX", Message("<een@mail.example>"));
        using var bench = await BenchAsync();
        var key = (await ListAsync(bench, MailFolderPath.Inbox))![0].Key;
        var to = MailFolderPath.Parse("Aanvragen/In behandeling");

        var moved = Assert.IsType<MailMove.Moved>(Answer(await bench.Store.MoveAsync(key, to, Cancellation)));

        Assert.Empty((await ListAsync(bench, MailFolderPath.Inbox))!);
        Assert.Equal(moved.Key, Assert.Single((await ListAsync(bench, to))!).Key);
        Assert.IsType<MailMove.Gone>(Answer(await bench.Store.MoveAsync(key, to, Cancellation)));
        Assert.IsType<MailReading.Gone>(await ReadAsync(bench, key));
        using var program = await server.ProgramOfAsync(_person);
        Assert.True((await program.GetFolderAsync("Aanvragen/In behandeling", Cancellation)).IsSubscribed);
    }

    [Fact]
    public async Task Move_WhereFoldersAreBelowTheInbox_MakesItThere()
    {
        await server.PutAsync(Dovecot.DottedPerson, "INBOX.Bron", Message("<gestippeld@mail.example>"));
        using var bench = await BenchAsync(Dovecot.DottedPerson);
        var key = Answer(await bench.Store.FindAsync(
            MailFolderPath.Parse("Bron"), "gestippeld@mail.example", Cancellation))![0].Key;

        Assert.IsType<MailMove.Moved>(
            Answer(await bench.Store.MoveAsync(key, MailFolderPath.Parse("Zaken/Klaar"), Cancellation)));

        using var program = await server.ProgramOfAsync(Dovecot.DottedPerson);
        Assert.NotNull(await program.GetFolderAsync("INBOX.Zaken.Klaar", Cancellation));
    }

    [Fact]
    public async Task Move_FolderOfWhichOnlyTheFoldersInItAreLeft_IsMadeAnew()
    {
        await server.PutAsync(_person, "INBOX", Message());
        await server.PutAsync(_person, "Aanvragen/Klaar", Message());
        using var program = await server.ProgramOfAsync(_person);
        await (await Dovecot.FolderAsync(program, "Aanvragen")).DeleteAsync(Cancellation);
        using var bench = await BenchAsync();
        Assert.Null(await ListAsync(bench, Requests));

        var key = (await ListAsync(bench, MailFolderPath.Inbox))![0].Key;
        Assert.IsType<MailMove.Moved>(Answer(await bench.Store.MoveAsync(key, Requests, Cancellation)));

        Assert.Single((await ListAsync(bench, Requests))!);
        Assert.Single((await ListAsync(bench, MailFolderPath.Parse("Aanvragen/Klaar")))!);
    }

    // Dovecot copies before it takes away, and two that ask at the same moment may both copy: RFC 6851 does not forbid it.
    [Fact]
    public async Task Move_BySeveralAtOnce_LosesNothing()
    {
        await server.PutAsync(_person, "INBOX", Message());
        using var one = await BenchAsync();
        using var other = await BenchAsync();
        var key = (await ListAsync(one, MailFolderPath.Inbox))![0].Key;

        var both = await Task.WhenAll(
            one.Store.MoveAsync(key, Requests, Cancellation), other.Store.MoveAsync(key, Requests, Cancellation));

        Assert.Contains(both, move => move is Reply<MailMove>.Answered { Value: MailMove.Moved });
        Assert.All(both, move => Assert.IsType<Reply<MailMove>.Answered>(move));
        Assert.Empty((await ListAsync(one, MailFolderPath.Inbox))!);
        Assert.InRange((await ListAsync(one, Requests))!.Count, 1, 2);
    }

    [Fact]
    public async Task Key_FolderNumberedAnew_NamesNoMessage()
    {
        await server.PutAsync(_person, "Aanvragen", Message("<een@mail.example>"));
        using var bench = await BenchAsync();
        var key = (await ListAsync(bench, Requests))![0].Key;
        using var program = await server.ProgramOfAsync(_person);
        await (await Dovecot.FolderAsync(program, "Aanvragen")).DeleteAsync(Cancellation);
        await server.PutAsync(_person, "Aanvragen", Message("<twee@mail.example>"));

        Assert.IsType<MailReading.Gone>(await ReadAsync(bench, key));
        Assert.IsType<MailMove.Gone>(Answer(await bench.Store.MoveAsync(key, MailFolderPath.Inbox, Cancellation)));
        Assert.NotEqual(key, Assert.Single((await ListAsync(bench, Requests))!).Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("1.99999999999")]
    public async Task Read_KeyOfAnotherAdapter_NamesNoMessage(string id)
    {
        using var bench = await BenchAsync();

        Assert.IsType<MailReading.Gone>(await ReadAsync(bench, new MailKey(MailFolderPath.Inbox, id)));
    }

    [Fact]
    public async Task Ask_WrongPassword_IsNotAllowed()
    {
        using var bench = await BenchAsync(null, ("Password", "verkeerd"));

        await AssertSilentAsync(bench, FailureReason.NotAllowed);
    }

    [Fact]
    public async Task Ask_TooManyConnections_IsSilentAndNotRefused()
    {
        var programs = new List<ImapClient>();
        try
        {
            for (var count = 0; count < Dovecot.MostConnections; count++)
                programs.Add(await server.ProgramOfAsync(_person));
            using var bench = await BenchAsync();

            await AssertSilentAsync(bench, FailureReason.Unreachable);
        }
        finally
        {
            programs.ForEach(program => program.Dispose());
        }
    }

    [Fact]
    public async Task Ask_NoServerToReadFrom_IsWorkedByHand()
    {
        using var bench = new MailboxBench();

        await AssertSilentAsync(bench, FailureReason.WorkedByHand);
    }

    private Task<MailboxBench> BenchAsync() => BenchAsync(null);

    private async Task<MailboxBench> BenchAsync(string? person, params (string Key, string Value)[] more) =>
        new(await server.SettingsAsync(person ?? _person, more));

    private static async Task<IReadOnlyList<MailHead>?> ListAsync(MailboxBench bench, MailFolderPath folder, int most = 100) =>
        Answer(await bench.Store.ListAsync(folder, most, Cancellation));

    private static async Task<MailReading> ReadAsync(MailboxBench bench, MailKey key) =>
        Answer(await bench.Store.ReadAsync(key, Cancellation));

    private static async Task AssertSilentAsync(MailboxBench bench, FailureReason why)
    {
        Assert.Equal(
            new Reply<IReadOnlyList<MailHead>?>.NotAnswered(why),
            await bench.Store.ListAsync(MailFolderPath.Inbox, 1, Cancellation));
        Assert.Equal(
            new Reply<bool>.NotAnswered(why),
            await bench.Store.WaitAsync(MailFolderPath.Inbox, TimeSpan.FromMinutes(1), Cancellation));
    }

    private static T Answer<T>(Reply<T> reply) => Assert.IsType<Reply<T>.Answered>(reply).Value;

    private static string Message(string? id = "<bericht@mail.example>") =>
        (id is null ? "" : $"Message-ID: {id}\r\n")
        + "From: a.jansen@mail.example\r\nSubject: Aanvraag\r\n\r\nGraag een code.\r\n";
}
