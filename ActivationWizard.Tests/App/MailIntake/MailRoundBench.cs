using System.Diagnostics.Metrics;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Mailbox;
using MailKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using IMailStore = ActivationWizard.Integrations.Mailbox.Store.IMailStore;
using Letter = ActivationWizard.Tests.Kit.Mailbox.Letter;

namespace ActivationWizard.Tests.App.MailIntake;

/// <summary>A mailbox on a real server, and an app whose rounds are made by hand, one process after another.</summary>
internal sealed class MailRoundBench : IDisposable
{
    private readonly TestApp _app;
    private readonly Dovecot _server;
    private readonly MailboxBench _mailbox;

    private MailRoundBench(TestApp app, Dovecot server, string person, MailboxBench mailbox) =>
        (_app, _server, Person, _mailbox) = (app, server, person, mailbox);

    public string Person { get; }

    public required IncomingMailOptions Options { get; init; }

    public List<CaseMessage> TakenIn { get; } = [];

    public IMailStore Store => _mailbox.Store;

    public MailRecords Records => _app.Services.GetRequiredService<MailRecords>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>With folders of its own: in the journal of one app no two mailboxes are alike.</summary>
    public static async Task<MailRoundBench> StartAsync(TestApp app, Dovecot server)
    {
        var person = server.NewPerson();
        return new MailRoundBench(app, server, person, new MailboxBench(await server.SettingsAsync(person)))
        {
            Options = Letter.Options with
            {
                Folder = MailFolderPath.Parse($"Post {person}"),
                InProgress = MailFolderPath.Parse($"Aanvragen {person}/In behandeling"),
                Done = MailFolderPath.Parse($"Aanvragen {person}/Klaar"),
            },
        };
    }

    /// <summary>The form's mail of somebody nobody else is.</summary>
    public static Letter Form(string id) => Letter.Form.With("Message-ID", $"<{id}@mail.example>");

    /// <summary>A free mail that nobody else sent.</summary>
    public static Letter Free(string id) => Letter.Free.With("Message-ID", $"<{id}@mail.example>");

    /// <summary>A process that begins.</summary>
    public MailRound Round(MailCut? cut = null, IMailStore? over = null)
    {
        var services = _app.Services;
        cut ??= MailCut.None;
        var store = new CutStore(over ?? Store, cut);
        var records = new MailRecords(
            services.GetRequiredService<IDbContextFactory<JournalContext>>(),
            new CutWriter(services.GetRequiredService<IJournalWriter>(), cut), services.GetRequiredService<MessageRows>(),
            TimeProvider.System);
        var reader = new IncomingMailReader(Options);
        var taking = new MessageTaking(
            records, reader, services.GetRequiredService<RequestIntake>(), services.GetRequiredService<MailClaims>(),
            services.GetRequiredService<MailMeter>(), TimeProvider.System);
        var putting = new MessagePutting(
            records, new MessageSearch(records, store, reader, Options), new Noted(TakenIn), store, reader, Options);
        return new MailRound(store, records, taking, putting, Options, NullLogger<MailRound>.Instance);
    }

    /// <summary>A process that goes through the mailbox once, and dies at the cut.</summary>
    public async Task<RoundEnd?> RunAsync(MailCut? cut = null, IMailStore? over = null)
    {
        cut ??= MailCut.None;
        try
        {
            return await Round(cut, over).RunAsync(() => Task.FromResult(true), () => { }, cut.Life);
        }
        catch (OperationCanceledException) when (cut.IsReached)
        {
            return null;
        }
    }

    public Task PutAsync(Letter letter, MailFolderPath? folder = null) =>
        _server.PutAsync(Person, $"{folder ?? Options.Folder}", $"{letter}");

    public Task DeliverAsync(params IReadOnlyList<byte[]> messages) =>
        _server.DeliverAsync(Person, $"{Options.Folder}", messages);

    /// <summary>The Message-IDs of what lies in a folder.</summary>
    public async Task<IReadOnlyList<string?>> InAsync(MailFolderPath folder) =>
        [.. (await HeadsAsync(folder)).Select(head => head.MessageId)];

    public async Task<IReadOnlyList<MailHead>> HeadsAsync(MailFolderPath folder) =>
        Assert.IsType<Reply<IReadOnlyList<MailHead>?>.Answered>(
            await Store.ListAsync(folder, 1_000_000, Cancellation)).Value ?? [];

    /// <summary>A folder is put back from a backup: the same messages under other numbers.</summary>
    public async Task RenumberAsync(MailFolderPath folder)
    {
        using var program = await _server.ProgramOfAsync(Person);
        var opened = await program.GetFolderAsync($"{folder}", Cancellation);
        await opened.OpenAsync(FolderAccess.ReadWrite, Cancellation);
        var kept = new List<MimeMessage>();
        foreach (var uid in await opened.SearchAsync(MailKit.Search.SearchQuery.All, Cancellation))
            kept.Add(await opened.GetMessageAsync(uid, Cancellation));
        await opened.CloseAsync(false, Cancellation);
        await opened.DeleteAsync(Cancellation);
        foreach (var message in kept)
            await _server.PutAsync(Person, $"{folder}", $"{message}");
    }

    /// <summary>The row of a message; null when it is not known.</summary>
    public async Task<IncomingMessageRow?> RowAsync(byte[] message)
    {
        var identity = Records.PseudonymOf(new IncomingMailReader(Options).Read(message).Envelope.Identity);
        await using var context = Open();
        return await context.IncomingMessages.SingleOrDefaultAsync(row => row.Identity == identity, Cancellation);
    }

    public async Task<IncomingMessageRow> RowAsync(Letter letter) =>
        await RowAsync(letter.ToBytes()) ?? throw new InvalidOperationException("That message is not known.");

    /// <summary>The case that a message became; the one that its intake key has.</summary>
    public async Task<CaseNumber> CaseOfAsync(Letter letter) => CaseKey.NumberOf((await RowAsync(letter)).Case!.Value);

    /// <summary>What is measured of the mail.</summary>
    public IMeterFactory Meters => _app.Services.GetRequiredService<IMeterFactory>();

    /// <summary>How many cases there are.</summary>
    public async Task<int> CasesAsync()
    {
        await using var context = Open();
        return await context.Summaries.CountAsync(Cancellation);
    }

    /// <summary>The case comes to its end.</summary>
    public async Task EndAsync(CaseNumber number)
    {
        var desk = _app.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(number);
        var rests = await _app.UntilAsync(number, one => !one.State.WaitsForSystem && one.Handler is not null);
        Assert.IsType<Decision.Taken>((await desk.AnswerAsync(number, rests.Version, new Withdraw("dubbel"))).Decision);
    }

    /// <summary>The desk of the page, on this mailbox.</summary>
    public MessageDesk Desk() => new(
        _app.Services.GetRequiredService<IncomingMessages>(), _app.Services.GetRequiredService<CaseAccesses>(),
        new MessageSearch(Records, Store, new IncomingMailReader(Options), Options), new IncomingMailReader(Options),
        _app.Services.GetRequiredService<MessageChanges>());

    public JournalContext Open() => _app.Services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContext();

    public void Dispose() => _mailbox.Dispose();

    private sealed class Noted(List<CaseMessage> taken) : ICaseMessages
    {
        public Task TakeInAsync(CaseMessage message, CancellationToken cancellation)
        {
            taken.Add(message);
            return Task.CompletedTask;
        }
    }
}
