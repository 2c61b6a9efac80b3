using ActivationWizard.App;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Retention;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Postgres;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Status;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace ActivationWizard.Tests.Journal;

/// <summary>The accounts in PostgreSQL: an owner, the app on events and on keys, and what erases; on a real server.</summary>
public sealed class DatabaseRolesTests(PostgresServer postgres) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private string _administrator = null!;
    private string _name = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string Key, string Value)[] Accounts =>
    [
        ("Journal:KeyStore", As("keys")), ("Journal:ErasureConnectionString", As("erasure")),
        ("Journal:ErasureKeyStore", As("erasure")), ("Journal:MasterKey", FixedKey.Master),
    ];

    private JournalStorage Storage => new(_folder.Path, As("app"));

    public async ValueTask InitializeAsync()
    {
        _administrator = await postgres.CreateDatabaseAsync();
        _name = new NpgsqlConnectionStringBuilder(_administrator).Database!;
        foreach (var role in new[] { "owner", "app", "keys", "erasure" })
            await RunAsync(_administrator, $"CREATE ROLE {_name}_{role} LOGIN");
        await RunAsync(_administrator, $"ALTER DATABASE {_name} OWNER TO {_name}_owner");
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Rights_EveryTable_IsNamedInThemAndInTheScript()
    {
        using var journal = new PostgresJournalContext(
            new DbContextOptionsBuilder<PostgresJournalContext>().UseNpgsql().Options);
        using var keys = new PostgresKeyStoreContext(
            new DbContextOptionsBuilder<PostgresKeyStoreContext>().UseNpgsql().Options);
        IEntityType[] all = [.. journal.Model.GetEntityTypes(), .. keys.Model.GetEntityTypes()];

        Assert.Equal(
            all.Select(one => one.ClrType.Name).Order(), DatabaseRoles.Rights.Keys.Select(one => one.Name).Order());
        var script = string.Join('\n', DatabaseRoles.Script(journal, keys, new AccountNames("a", "k", "e")));
        Assert.All(all, one => Assert.Contains($".\"{one.GetTableName()}\" TO", script, StringComparison.Ordinal));
        var events = DatabaseRoles.Rights[typeof(EventRow)];
        Assert.Equal(("SELECT, INSERT", "SELECT"), (events.App, events.Erasure));
    }

    [Fact]
    public async Task App_UnderItsAccounts_CarriesAWholeCaseAndErasesUnderAnother()
    {
        await MakeAsync();
        await using var host = await JournalHost.StartAsync(Storage, DatabaseMark.Demo, Accounts);

        var number = await host.Journal.TellAsync(Story.Request(), one => Story.ToTheEnd(one, DemoPeople.Sanne));
        var kept = await host.Journal.TellAsync(Story.Request("Bram"), one => Story.ToTheEnd(one, DemoPeople.Sanne));
        var open = await OpenWithADraftAsync(host);
        await host.Leases.AcquireAsync(TenantKeys.Of("88"), open, Cancellation);
        await host.Get<CaseComments>().AddAsync(number, 4, CommentKind.Discuss, "Bel Anna", DemoPeople.Els, Cancellation);
        await host.Get<CaseAccesses>().RecordAsync([number], AccessKind.Replay, DemoPeople.Els, Cancellation);
        await host.Get<SavedViews>().SaveAsync(DemoPeople.Els, new SavedView("Postex", "/zaken"), Cancellation);
        await host.Get<Checkpoints>().MakeAsync(new Dictionary<long, int>(), 0, Cancellation);
        await host.Get<CaseErasure>().EraseAsync(number, DemoPeople.Bram.Id, "Asked", Cancellation);
        Assert.Contains(host.Get<DatabaseLogs>().Left, one => one.Contains("VACUUM (FULL, ANALYZE)", StringComparison.Ordinal));

        host.Clock.Advance(TimeSpan.FromDays(800));
        var night = (await host.Get<RetentionRound>().RunAsync(again: false, Cancellation))!;

        Assert.Equal((1, 2L, 0, null), (night.Erased, night.Accesses, night.Failed, night.Failure));
        foreach (var one in new[] { number, kept })
            Assert.Equal(CaseFault.Erased, (await host.Reading.ReadAsync(one, Cancellation)).Break!.What);
        var found = await host.Verification.CheckAllAsync(Cancellation);
        Assert.Equal((3, 2, 0, 0), (found.Cases, found.Erased, found.Breaks.Count, found.Beside.Count));
        await RunAsync(As("owner"), "UPDATE \"Summaries\" SET \"Search\" = 'anna'");
        Assert.Equal(3, await host.Get<ClearRemoval>().RunAsync(Cancellation));
        await using var again = await JournalHost.StartAsync(Storage, DatabaseMark.Demo, Accounts);
        await CheckAsync(again);
    }

    [Theory]
    [InlineData("app")]
    [InlineData("keys")]
    [InlineData("erasure")]
    public async Task Accounts_ThatAreNotTheOwner_ChangeNoEventAndNoTable(string role)
    {
        await MakeAsync();
        await using (var host = await JournalHost.StartAsync(Storage, DatabaseMark.Demo, Accounts))
            await host.Journal.TellAsync(Story.Request(), one => Story.ToTheEnd(one, DemoPeople.Sanne));

        foreach (var command in new[]
            {
                "UPDATE \"Events\" SET \"ActorName\" = 'Iemand'", "DELETE FROM \"Events\"", "TRUNCATE \"Events\"",
                "ALTER TABLE \"Events\" ADD COLUMN x int", "DROP TABLE \"Events\"", "CREATE TABLE x (y int)",
                "UPDATE \"Looks\" SET \"ActorName\" = 'Iemand'", "DELETE FROM \"Summaries\"", "DELETE FROM \"Epochs\"",
            })
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(As(role), command))).SqlState);
        if (role is "app")
        {
            foreach (var command in new[]
                {
                    "DELETE FROM \"Looks\"", "DELETE FROM \"WordPseudonyms\"", "DELETE FROM \"Comments\"",
                    "SELECT * FROM case_keys.\"DataKeys\"", "INSERT INTO \"Erasures\" VALUES (1, 1, 'x', 'x')",
                })
                Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(As(role), command))).SqlState);
        }

        await RunAsync(As("owner"), "SELECT * FROM \"Events\"");
    }

    [Fact]
    public async Task Start_TheDatabaseIsToBeMade_IsRefusedWithTheCommandForTheOwner()
    {
        var refused = await Assert.ThrowsAsync<DatabaseRightsException>(() =>
            JournalHost.StartAsync(Storage, DatabaseMark.Demo, Accounts));
        Assert.Contains("--migrate", Assert.Single(refused.Failures), StringComparison.Ordinal);
        Assert.StartsWith("Journal:KeyStore", refused.Failures.Single(), StringComparison.Ordinal);

        await MakeAsync();
        await RunAsync(As("owner"), "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%_Retention'");
        refused = await Assert.ThrowsAsync<DatabaseRightsException>(() =>
            JournalHost.StartAsync(Storage, DatabaseMark.Demo, Accounts));
        Assert.StartsWith("Journal:ConnectionString", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AnAccountWithoutOneOfItsRights_IsRefusedByTheTable()
    {
        await MakeAsync();
        await RunAsync(As("owner"), $"REVOKE INSERT ON \"Looks\" FROM {_name}_app");
        await using var host = await JournalHost.StartAsync(Storage, DatabaseMark.Demo, Accounts);

        var refused = await Assert.ThrowsAsync<DatabaseRightsException>(() => CheckAsync(host));

        Assert.Contains("INSERT on Looks", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erase_UnderAnAccountThatMayNot_IsRefusedAndNotesNothing()
    {
        await MakeAsync();
        var app = Accounts.Where(one => !one.Key.Contains("Erasure", StringComparison.Ordinal)).ToArray();
        await using var host = await JournalHost.StartAsync(Storage, DatabaseMark.Demo, app);
        var number = await host.Journal.TellAsync(Story.Request(), one => Story.ToTheEnd(one, DemoPeople.Sanne));

        var refused = await Assert.ThrowsAsync<DatabaseRightsException>(() =>
            host.Get<CaseErasure>().EraseAsync(number, DemoPeople.Bram.Id, "Asked", Cancellation));

        Assert.StartsWith("Journal:Erasure", Assert.Single(refused.Failures), StringComparison.Ordinal);
        Assert.False(File.Exists(host.Get<JournalPlace>().ErasedFile));
        Assert.Equal(13, (await host.Reading.EventsAsync(number, Cancellation)).Count);
        host.Clock.Advance(TimeSpan.FromDays(400));
        var night = (await host.Get<RetentionRound>().RunAsync(again: false, Cancellation))!;
        Assert.Equal((0, 1, nameof(DatabaseRightsException)), (night.Erased, night.Failed, night.Failure));
    }

    [Fact]
    public async Task Start_InProduction_RefusesAnAccountThatMayChangeEventsUnlessItIsAccepted()
    {
        await MakeAsync(DatabaseMark.Production);
        await using (var apart = await JournalHost.StartAsync(Storage, DatabaseMark.Production, Accounts))
            await CheckAsync(apart);
        var eraser = ("Journal:ErasureConnectionString", As("owner"));
        await using (var owning = await JournalHost.StartAsync(
            Storage, DatabaseMark.Production, [.. Accounts.Where(one => one.Key != eraser.Item1), eraser]))
        {
            var refused = await Assert.ThrowsAsync<DatabaseRightsException>(() => CheckAsync(owning));
            Assert.StartsWith(eraser.Item1, Assert.Single(refused.Failures), StringComparison.Ordinal);
        }

        var owner = new JournalStorage(_folder.Path, As("owner"));
        var key = Accounts[^1];
        await using (var host = await JournalHost.StartAsync(owner, DatabaseMark.Production, key))
        {
            var refused = await Assert.ThrowsAsync<DatabaseRightsException>(() => CheckAsync(host));
            Assert.Equal(
                ["Journal:ConnectionString", "Journal:KeyStore"], refused.Failures.Select(one => one.Split(':', 3)).Select(
                    parts => $"{parts[0]}:{parts[1]}"));
        }

        await using var accepted = await JournalHost.StartAsync(
            owner, DatabaseMark.Production, key, ("Journal:OneRole", "true"));
        await CheckAsync(accepted);
    }

    [Fact]
    public async Task App_TheWholeOfIt_CarriesACaseToItsEndUnderItsAccounts()
    {
        await MakeAsync();
        using var app = new TestApp(new()
        {
            Settings = new(Accounts.ToDictionary(one => one.Key, one => one.Value))
            {
                ["Journal:Provider"] = "Postgres",
                ["Journal:ConnectionString"] = As("app"),
            },
        });
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Bram);
        Assert.Contains(StatusText.RetentionLead, await visitor.ReadAsync(Urls.Status), StringComparison.Ordinal);

        var number = await app.NumberOfAsync("E. Mailstra");
        var desk = app.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(number);
        var proposed = await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
        await desk.AnswerAsync(number, proposed.Version, new AcceptProposal(new Acceptance()));
        await app.UntilAsync(number, one => one.State is ActivationState.SentByEmail);
    }

    private static Task CheckAsync(JournalHost host) => new DatabaseRightsCheck(
        host.Get<IDbContextFactory<JournalContext>>(), host.Get<IDbContextFactory<KeyStoreContext>>(),
        host.Get<ErasureStores>(), host.Get<JournalOptions>(), host.Get<JournalPlace>(),
        NullLogger<DatabaseRightsCheck>.Instance).StartingAsync(Cancellation);

    private static async Task<CaseNumber> OpenWithADraftAsync(JournalHost host)
    {
        var opened = await host.Journal.OpenAsync(Story.Request(), Actor.Wizard, "form:5", Cancellation);
        var (_, taken) = await host.Journal.AppendAsync(
            opened.Case!, [new CaseTaken()], DemoPeople.Sanne, null, Cancellation);
        var fields = new Dictionary<string, string> { ["reden"] = "belt" };
        Assert.NotNull(await host.Get<CaseDrafts>().KeepAsync(
            opened.Number, taken.Question, fields, DemoPeople.Sanne, Cancellation));
        return opened.Number;
    }

    // As the owner does it: the tables by one command, and what the other says.
    private async Task MakeAsync(DatabaseMark mark = DatabaseMark.Demo)
    {
        if (mark is DatabaseMark.Production)
        {
            await using var made = await JournalHost.StartAsync(
                new JournalStorage(_folder.Path, As("owner")), mark, Accounts[^1]);
        }
        else
        {
            var (code, said) = await CommandAsync(
                "--migrate", "--Journal:Provider=Postgres", $"--Journal:ConnectionString={As("owner")}",
                $"--Journal:MasterKey={FixedKey.Master}", $"--Installation:DataFolder={_folder.Path}");
            Assert.True(code is 0, said);
            Assert.Contains("--database-roles", said, StringComparison.Ordinal);
        }

        var (_, script) = await CommandAsync(
            "--database-roles", "--app-role", $"{_name}_app", "--keys-role", $"{_name}_keys", "--erasure-role",
            $"{_name}_erasure");
        await RunAsync(As("owner"), script);
        await RunAsync(As("owner"), script);
    }

    private static async Task<(int Code, string Said)> CommandAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(
            args, _ => throw new InvalidOperationException("It serves."), output, output, Cancellation);
        return (code, output.ToString());
    }

    private string As(string role) =>
        new NpgsqlConnectionStringBuilder(_administrator) { Username = $"{_name}_{role}" }.ConnectionString;

    private static async Task RunAsync(string connection, string command)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var run = source.CreateCommand(command);
        await run.ExecuteNonQueryAsync(Cancellation);
    }
}
