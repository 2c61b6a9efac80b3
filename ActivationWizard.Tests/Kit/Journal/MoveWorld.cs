using System.Text.Json;
using ActivationWizard.App;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Reviews;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ActivationWizard.Tests.Kit.Journal;

/// <summary>
/// The files of a SQLite installation with rows of every sort, nobody in them, and an empty PostgreSQL database.
/// </summary>
internal sealed class MoveWorld : IAsyncDisposable
{
    private const string MasterKeyName = MasterKeySource.DemoFile;

    // Filled once, and copied.
    private static readonly Lazy<Task<Dictionary<string, byte[]>>> Filled = new(FillAsync);

    private readonly TemporaryFolder _folder = new();

    private MoveWorld(string connection) => Connection = connection;

    public string Folder => _folder.Path;

    /// <summary>Of the PostgreSQL database.</summary>
    public string Connection { get; }

    public JournalStorage Files => new(Folder, null);

    public JournalStorage Target => new(Folder, Connection);

    public static async Task<MoveWorld> StartAsync(PostgresServer server)
    {
        var world = new MoveWorld(await server.CreateDatabaseAsync());
        foreach (var (name, content) in await Filled.Value)
            await File.WriteAllBytesAsync(world._folder[name], content);
        return world;
    }

    /// <summary>Runs the command with settings of PostgreSQL; its exit code, and all it said.</summary>
    public Task<(int Code, string Said)> MoveAsync(params string[] settings) => MoveAsync(new StringWriter(), settings);

    /// <summary>The same, with what it says going to <paramref name="output"/>.</summary>
    public Task<(int Code, string Said)> MoveAsync(StringWriter output, params string[] settings) => RunAsync(
        output,
        ["--move-to-postgres", "--Journal:Provider=Postgres", $"--Journal:ConnectionString={Connection}", .. settings]);

    /// <summary>Runs a command in the folder.</summary>
    public async Task<(int Code, string Said)> RunAsync(StringWriter output, params string[] args)
    {
        var code = await CommandLine.RunAsync(
            [.. args, $"--Installation:DataFolder={Folder}"], _ => throw new InvalidOperationException("It serves."), output,
            new CommandErrors(output), TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }

    /// <summary>Changes a database behind the app's back: the events' file, or the PostgreSQL database.</summary>
    public async Task ChangeAsync(string sql, JournalStorage where, string file = JournalPlace.JournalName)
    {
        await using System.Data.Common.DbConnection connection = where.ConnectionString is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={_folder[file]};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every row of every table, by the name of its type.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> RowsAsync(JournalStorage storage)
    {
        await using var services = JournalHost.Services(storage, DatabaseMark.Demo);
        await using var journal = services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContext();
        await using var keys = services.GetRequiredService<IDbContextFactory<KeyStoreContext>>().CreateDbContext();
        var all = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var context in new DbContext[] { journal, keys })
        {
            foreach (var type in context.Model.GetEntityTypes())
                all[type.ClrType.Name] = RowsOf(context, type.ClrType);
        }

        Forget(storage);
        return all;
    }

    /// <summary>Lets go of the files: a pool keeps them open, as an app does.</summary>
    public static void Forget(JournalStorage storage)
    {
        if (storage.ConnectionString is null)
            SqliteConnection.ClearAllPools();
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(Connection));
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IReadOnlyList<string> RowsOf(DbContext context, Type row)
    {
        var set = typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(row);
        var rows = (IEnumerable<object>)set.Invoke(context, null)!;
        return [.. rows.Select(one => JsonSerializer.Serialize(one, row)).Order(StringComparer.Ordinal)];
    }

    private static async Task<Dictionary<string, byte[]>> FillAsync()
    {
        await using var host = await JournalHost.StartAsync(JournalProvider.Sqlite, null);
        var none = CancellationToken.None;
        var numbers = new List<CaseNumber>();
        foreach (var name in new[] { "Anna van der Jansen", "Élise Öz", "żaba Kowalska", "Zacharias 'O Brien" })
            numbers.Add(await host.Journal.TellAsync(Story.Request(name), number => Story.ToTheEnd(number, DemoPeople.Sanne)));
        var open = new List<CaseNumber>();
        foreach (var key in new[] { "website-1", "website-2" })
            open.Add((await host.Journal.OpenAsync(Story.Request("B. Open"), Actor.Wizard, key, none)).Number);
        await NoteAsync(host, numbers[^1], open[0]);
        await DecideAsync(host, numbers[^1], open);
        foreach (var number in numbers.Take(2))
            await host.Get<CaseErasure>().EraseAsync(number, "bram", "Op verzoek", none);
        await host.Leases.AcquireAsync(TenantKeys.Of(Story.Facts, Story.Request())!, open[0], none);
        await using (var journal = host.Open())
            await AddAsync(journal, CaseKey.Of(open[0]), host.Get<RecordSeals>());
        await host.Get<MailRecords>().TakeAsync(
            new TakenMessage(
                "aa", MessageKind.Free, MessageState.Open, new MessageHead("Élise Öz", null, "żaba"), null, FixedTime.Start),
            new MailKey(MailFolderPath.Inbox, "1.2"), none);
        await using (var keys = host.Get<IDbContextFactory<KeyStoreContext>>().CreateDbContext())
            await AddAsync(
                keys,
                [
                    new SignInKeyRow { Id = Guid.NewGuid(), Sealed = [7], MadeAt = 1 },
                    new SignInKeyRow { Id = Guid.NewGuid(), Sealed = [8, 9], SealedBy = "one", MadeAt = 2 },
                    .. host.Get<KeyRing>().LastingRows(),
                ]);

        using var copy = new TemporaryFolder();
        Assert.True(host.Get<DatabaseBackup>().TryCopy(copy["backup"]));
        File.Copy(Path.Combine(host.Storage.Folder, MasterKeyName), Path.Combine(copy["backup"], MasterKeyName));
        return Directory.GetFiles(copy["backup"]).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
    }

    // What people leave beside the events: comments, one of them settled, a draft of two fields, and that somebody looked.
    private static async Task TellAsync(InboxNotes notes, DateTimeOffset now)
    {
        for (var time = 0; time < 2; time++)
        {
            var item = InboxItem.New(InboxKind.StuckForTeamLead, InboxRules.TeamLeads, Actor.Wizard, now);
            await notes.TellAsync(item, CancellationToken.None);
            await notes.SeenAsync([item.Id], DemoPeople.Els, CancellationToken.None);
        }
    }

    private static async Task NoteAsync(JournalHost host, CaseNumber finished, CaseNumber open)
    {
        var (comments, none) = (host.Get<CaseComments>(), CancellationToken.None);
        foreach (var text in new[] { "Waarom per brief?", "Netjes – één vraag." })
            Assert.True(await comments.AddAsync(finished, 1, CommentKind.Discuss, text, DemoPeople.Els, none));
        var first = (await comments.OfAsync(finished, DemoPeople.Els, none))[0];
        Assert.True(await comments.ResolveAsync(finished, first.Id, DemoPeople.Els, none));
        await TellAsync(host.Get<InboxNotes>(), host.Clock.GetUtcNow());
        await host.Get<CaseAccesses>().RecordAsync([finished, open], AccessKind.Replay, DemoPeople.Els, none);
        var (_, taken) = await host.Journal.AppendAsync(
            (await host.Journal.LoadAsync(open, none))!, [new CaseTaken()], DemoPeople.Sanne, null, none);
        var fields = new Dictionary<string, string> { ["reden"] = "de huur", ["Reden"] = "" };
        Assert.NotNull(await host.Get<CaseDrafts>().KeepAsync(open, taken.Question, fields, DemoPeople.Sanne, none));
    }

    // A review that was given, one that is to be given, and cases that are handed over as soon as they may be.
    private static async Task DecideAsync(JournalHost host, CaseNumber finished, List<CaseNumber> open)
    {
        await using (var journal = host.Open())
            await AddAsync(
                journal,
                new ReviewRow { Case = CaseKey.Of(open[0]), Week = 20261123, Why = "Drawn", DrawnAt = 32 },
                new ReviewRow { Case = CaseKey.Of(finished), Week = 20261123, Why = "Deviation", DrawnAt = 33 });
        var given = new ReviewGiven(Assessment.Wrong, ReviewReason.Reply, "Verkeerde tekst – één");
        Assert.Null(await host.Get<CaseReviews>().GiveAsync(finished, given, DemoPeople.Els, CancellationToken.None));
        foreach (var (number, to) in open.Zip((Actor?[])[null, DemoPeople.Sanne]))
        {
            var answer = new PassOn("tom", to, "Tom is ziek") { Act = to is null ? null : Guid.CreateVersion7() };
            var due = new DueHandOver(number, answer, DemoPeople.Els, host.Clock.GetUtcNow());
            Assert.True(await host.Get<DueHandOvers>().PutAsync(due, CancellationToken.None));
        }
    }

    private static EpochRow Earlier(RecordSeals seals)
    {
        var row = new EpochRow
        {
            Number = 2,
            Epoch = "K7MPQX-3XT9",
            Reason = EpochReason.Restored,
            BeganAt = 5,
            MarkedAt = 6,
            Year = 2025,
            SkippedFrom = 8,
            SkippedTo = 100_000,
            Beat = 12,
        };
        row.Seal = seals.Of(row);
        return row;
    }

    // What needs no journal of its own, two rows of each: texts as people write them, and columns that may be empty both ways.
    private static Task AddAsync(JournalContext journal, long open, RecordSeals seals) => AddAsync(
        journal,
        Earlier(seals),
        new CounterRow { Year = 2025, Last = 0 },
        new SearchWordRow { Case = open, Word = "élise" },
        new SearchWordRow { Case = open, Word = "elise" },
        new SightingRow { Effect = "DispatchLetter", IsFound = true, LookedAt = 9 },
        new SightingRow { Effect = "SendReply", Case = open, EffectKey = "AW-2026-00001-003-K7MPQX-3XT9", DoneAt = 10 },
        new SavedViewRow { ActorId = "els.de.groot", Name = "Vandaag – één", Query = "?staat=klaar" },
        new SavedViewRow { ActorId = "els.de.groot", Name = "vandaag", Query = "" },
        new SessionRow { Id = Guid.NewGuid(), PersonId = "tom.visser", BegunAt = 1, LastActAt = 2 },
        new SessionRow { Id = Guid.NewGuid(), PersonId = "tom.visser", BegunAt = 1, LastActAt = 2, EndedAt = 3 },
        new RetentionRow { Night = 20261128, EndedAt = 16 },
        new RetentionRow { Night = 20261129, Holder = "one", HeldUntil = 17, BegunAt = 18, Failed = 1, Failure = "IOException" },
        new MailTemplatesRow { Sealed = [1, 2], SealedBy = "key", ReadAt = 19 },
        new MailTemplatesRow { Id = 2, Sealed = [3], SealedBy = "key", ReadAt = 21, Silence = "Unreachable" },
        new TemplateChoiceRow { Reply = "en/Neutral", Subject = "één", ActorId = "bram", ActorName = "Bram", ChosenAt = 22 },
        new TemplateChoiceRow { Reply = "nl/Neutral", Subject = "Één", ActorId = "bram", ActorName = "Bram", ChosenAt = 20 },
        new IncomingMessageRow
        {
            Id = Guid.NewGuid(),
            Identity = "bb",
            Kind = "Reply",
            State = "OfCase",
            Filing = "Done",
            Reason = "één",
            Case = open,
            Effect = "AW",
            TakenInAt = 25,
            ActorId = "sanne",
            ActorName = "Sanne",
            DecidedAt = 26,
            Version = 3,
        },
        new MessagePlaceRow { Folder = "Aanvragen/Klaar", Key = "1.2", Message = Guid.NewGuid() },
        new MailWorkRow { Holder = "one", HeldUntil = 27, Trouble = "NoFolder", Silence = "Nonsense", FailedAt = 29 },
        new MailWorkRow { Id = 2, SucceededAt = 28 },
        new LogoutTokenRow { Id = "jti-1", TakenAt = 14 },
        new LogoutTokenRow { Id = "JTI-1", TakenAt = 15 },
        new LimitCountRow { Limit = "Search", Subject = "aa", Window = 19, Count = 20 },
        new LimitCountRow { Limit = "Intake", Subject = "aa", Window = 19, Count = 1 },
        new OpenPagesRow { Subject = "aa", Instance = "one", Count = 2, SeenAt = 21 },
        new OpenPagesRow { Subject = "aa", Instance = "two", Count = 3, SeenAt = 22 },
        new InstanceRow { Instance = "one", SeenAt = 21 },
        new InstanceRow { Instance = "two", SeenAt = 22 },
        new WatchRow { Holder = "one", Beat = 3 },
        new WatchRow { Id = 2, Holder = "two", Beat = 4 },
        new DisturbanceRow { Id = new Guid(1, 0, 0, new byte[8]), Kind = "Unanswered", Subject = "Postex", Since = 27 },
        new DisturbanceRow
        {
            Id = new Guid(2, 0, 0, new byte[8]),
            Kind = "Disk",
            Subject = "",
            Since = 23,
            OverAt = 24,
            ToldAt = 25,
            OverToldAt = 26,
        });

    private static async Task AddAsync(DbContext context, params object[] rows)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        context.AddRange(rows);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
