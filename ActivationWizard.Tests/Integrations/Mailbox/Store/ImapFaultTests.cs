using System.Globalization;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using ActivationWizard.Tests.Kit.Run;
using MailKit;
using IMailStore = ActivationWizard.Integrations.Mailbox.Store.IMailStore;

namespace ActivationWizard.Tests.Integrations.Mailbox.Store;

/// <summary>A real server behind a wire that fails: each question gets an answer, and the next one works.</summary>
public sealed class ImapFaultTests(Dovecot server)
{
    private const string Text = "Message-ID: <een@mail.example>\r\nFrom: a.jansen@mail.example\r\n\r\nGraag een code.\r\n";

    private static readonly string[] Commands =
        ["AUTHENTICATE", "NOOP", "LIST", "EXAMINE", "UID SEARCH", "UID FETCH", "SELECT", "UID MOVE", "CREATE", "SUBSCRIBE"];

    private static readonly MailFolderPath Handled = MailFolderPath.Parse("Aanvragen/Klaar");

    // Every day the two that tell most: what was done without our knowing, and what never ends by itself.
    public static IEnumerable<TheoryDataRow<string>> Faults =>
        from command in Commands
        from fault in Enum.GetValues<WireFault>()
        where fault is not WireFault.None
        let name = $"{fault} {command}"
        select fault is WireFault.CutAfter or WireFault.Silence ? new TheoryDataRow<string>(name) : NightlyAttribute.Row(name);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Command_Spoiled_IsAnAnswerAndNothingIsLostOrTwice(string faultAndCommand)
    {
        var (fault, command) = faultAndCommand.Split(' ', 2) is [var first, var rest]
            ? (Enum.Parse<WireFault>(first), rest) : throw new ArgumentException(faultAndCommand, nameof(faultAndCommand));
        var person = server.NewPerson();
        await server.PutAsync(person, "INBOX", Text);
        await using var wire = new SpoiledWire(await server.ImapPortAsync());
        using var bench = await BenchAsync(person, wire);
        // What is kept from an earlier question is what is lost.
        if (command is not "AUTHENTICATE")
            Assert.IsType<Reply<IReadOnlyList<MailHead>?>.Answered>(
                await bench.Store.ListAsync(MailFolderPath.Parse("Elders"), 1, Cancellation));
        wire.Spoil(command, fault);

        var filing = FileAsync(bench.Store);
        await wire.Spoiled;
        await Patiently(bench, filing, fault);
        Assert.True(await FileAsync(bench.Store));

        var inbox = await bench.Store.ListAsync(MailFolderPath.Inbox, 9, Cancellation);
        var handled = await bench.Store.ListAsync(Handled, 9, Cancellation);
        Assert.Empty(Assert.IsType<Reply<IReadOnlyList<MailHead>?>.Answered>(inbox).Value!);
        Assert.Single(Assert.IsType<Reply<IReadOnlyList<MailHead>?>.Answered>(handled).Value!);
    }

    [Theory]
    [InlineData(WireFault.CutBefore)]
    [InlineData(WireFault.CutAfter)]
    [InlineData(WireFault.Goodbye)]
    [InlineData(WireFault.Silence)]
    public async Task Listening_Spoiled_IsAnAnswerAndBeginsAnew(WireFault fault)
    {
        var person = server.NewPerson();
        await using var wire = new SpoiledWire(await server.ImapPortAsync());
        using var bench = await BenchAsync(person, wire);
        Assert.Equal(new Reply<bool>.Answered(true), await WaitAsync(bench));
        wire.Spoil("IDLE", fault);

        var waiting = WaitAsync(bench);
        await wire.Spoiled;

        Assert.Equal(new Reply<bool>.NotAnswered(FailureReason.Unreachable), await Patiently(bench, waiting, fault));
        Assert.Equal(new Reply<bool>.Answered(true), await WaitAsync(bench));
    }

    [Fact]
    public async Task Wait_MessageComesAndGoes_EndsEachTime()
    {
        var person = server.NewPerson();
        await using var wire = new SpoiledWire(await server.ImapPortAsync());
        using var bench = await BenchAsync(person, wire);
        Assert.Equal(new Reply<bool>.Answered(true), await WaitAsync(bench));

        // While nobody waits, and while somebody does.
        await server.PutAsync(person, "INBOX", Text);
        Assert.Equal(new Reply<bool>.Answered(true), await WaitAsync(bench));
        var waiting = WaitAsync(bench);
        await server.PutAsync(person, "INBOX", Text);
        Assert.Equal(new Reply<bool>.Answered(true), await waiting);

        waiting = WaitAsync(bench);
        using var program = await server.ProgramOfAsync(person);
        await program.Inbox!.OpenAsync(FolderAccess.ReadWrite, Cancellation);
        await program.Inbox.AddFlagsAsync(0, MessageFlags.Deleted, true, Cancellation);
        Assert.Equal(new Reply<bool>.Answered(true), await waiting);
    }

    [Fact]
    public async Task Wait_NothingComes_EndsWithItsTime()
    {
        await using var wire = new SpoiledWire(await server.ImapPortAsync());
        using var bench = await BenchAsync(server.NewPerson(), wire);
        Assert.Equal(new Reply<bool>.Answered(true), await WaitAsync(bench));

        wire.Spoil("IDLE", WireFault.None);

        var waiting = WaitAsync(bench);
        await wire.Spoiled;

        bench.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(new Reply<bool>.Answered(false), await waiting);
    }

    [Fact]
    public async Task Wait_NoSuchFolder_IsNoAnswer()
    {
        await using var wire = new SpoiledWire(await server.ImapPortAsync());
        using var bench = await BenchAsync(server.NewPerson(), wire);

        Assert.Equal(
            new Reply<bool>.NotAnswered(FailureReason.Nonsense),
            await bench.Store.WaitAsync(Handled, TimeSpan.FromMinutes(1), Cancellation));
    }

    [Fact]
    public async Task Wait_Cancelled_Throws()
    {
        await using var wire = new SpoiledWire(await server.ImapPortAsync());
        using var bench = await BenchAsync(server.NewPerson(), wire);
        Assert.Equal(new Reply<bool>.Answered(true), await WaitAsync(bench));
        using var leaving = new CancellationTokenSource();
        var waiting = bench.Store.WaitAsync(MailFolderPath.Inbox, TimeSpan.FromMinutes(5), leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static Task<Reply<bool>> WaitAsync(MailboxBench bench) =>
        bench.Store.WaitAsync(MailFolderPath.Inbox, TimeSpan.FromMinutes(5), Cancellation);

    // True when all of it was answered: what a worker does with a message, begun anew after whatever went wrong.
    private static async Task<bool> FileAsync(IMailStore store)
    {
        if (await store.ListAsync(MailFolderPath.Inbox, 9, Cancellation) is not Reply<IReadOnlyList<MailHead>?>.Answered list)
            return false;
        foreach (var head in list.Value!)
        {
            if (await store.ReadAsync(head.Key, Cancellation)
                is not Reply<MailReading>.Answered { Value: MailReading.Found })
                return false;
            if (await store.MoveAsync(head.Key, Handled, Cancellation) is not Reply<MailMove>.Answered)
                return false;
        }

        return true;
    }

    // Where nothing comes back, the clock ends it; else it stands still, so that a slow machine ends nothing.
    private static async Task<T> Patiently<T>(MailboxBench bench, Task<T> question, WireFault fault)
    {
        await Waiting.ForAsync("an answer", () =>
        {
            if (fault is WireFault.Silence && !question.IsCompleted)
                bench.Clock.Advance(TimeSpan.FromMinutes(2));
            return question.IsCompleted;
        });
        return await question;
    }

    private async Task<MailboxBench> BenchAsync(string person, SpoiledWire wire) => new(await server.SettingsAsync(
        person,
        ("ImapHost", "127.0.0.1"),
        ("ImapPort", wire.Port.ToString(CultureInfo.InvariantCulture)),
        ("ImapSecurity", "None"),
        ("CertificateAuthority", "")));
}
