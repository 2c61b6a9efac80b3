using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteInstallationTests() : InstallationTests(JournalProvider.Sqlite, null)
{
    [Fact]
    public async Task StartAsync_AMigrationThatWasKilled_StillStarts()
    {
        using var folder = new TemporaryFolder();
        await using (var connection = new SqliteConnection($"Data Source={folder["journal.db"]};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-09-07 08:15:00');
                """;
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        // Without our own care it would wait for that lock for ever.
        var starting = JournalHost.StartAsync(new JournalStorage(folder.Path, null), DatabaseMark.Demo);
        await using var started = await starting.WaitAsync(Waiting.Limit, Cancellation);

        Assert.Equal(1, (await started.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, Cancellation)).Number.Ordinal);
    }
}

public sealed class PostgresInstallationTests(PostgresServer postgres) : InstallationTests(JournalProvider.Postgres, postgres);

public abstract class InstallationTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly (string Key, string Value) OtherKey = ("Journal:MasterKey", FixedKey.Master);

    [Fact]
    public async Task StartAsync_ADemoDatabaseAsProduction_IsRefusedByName()
    {
        var cause = await Assert.ThrowsAsync<WrongInstallationException>(() =>
            JournalHost.StartAsync(Host.Storage, DatabaseMark.Production, OtherKey));

        Assert.Contains("Installation:Mode", Assert.Single(cause.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_AProductionDatabaseAsDemo_IsRefusedByName()
    {
        await Host.MeddleAsync("UPDATE \"Installation\" SET \"Mark\" = 'Production'");

        var cause = await Assert.ThrowsAsync<WrongInstallationException>(() =>
            JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo));

        Assert.Contains("Installation:Mode", cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_AnotherMasterKey_IsRefusedWithoutShowingIt()
    {
        var cause = await Assert.ThrowsAsync<WrongInstallationException>(() =>
            JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo, OtherKey));

        Assert.Contains("Journal:MasterKey", cause.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(OtherKey.Value, cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_ADatabaseOfTheVersionBefore_IsCheckedAndBroughtUpToDate()
    {
        await using (var context = Host.Open())
            await context.GetService<IMigrator>().MigrateAsync("OneFolding", Cancellation);

        await Assert.ThrowsAsync<WrongInstallationException>(() =>
            JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo, OtherKey));
        await using var started = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        Assert.Equal(1, (await started.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, Cancellation)).Number.Ordinal);
    }

    [Fact]
    public async Task StartAsync_CasesAndNoKeys_IsRefusedByNameUntilTheyAreAllErased()
    {
        var number = (await FinishAsync()).Number;
        await using (var keys = Host.Get<IDbContextFactory<KeyStoreContext>>().CreateDbContext())
            await keys.DataKeys.ExecuteDeleteAsync(Cancellation);

        var cause = await Assert.ThrowsAsync<WrongInstallationException>(() =>
            JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo));
        await Host.Get<CaseErasure>().EraseAsync(number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);
        await using var started = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        Assert.Contains("Journal:KeyStore", Assert.Single(cause.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_ADatabaseOfALaterVersion_IsRefusedWithASentence()
    {
        await Host.MeddleAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')");

        var cause = await Assert.ThrowsAsync<NewerDatabaseException>(() =>
            JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo));

        Assert.Contains("29990101000000_Later", Assert.Single(cause.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_SeveralAtOnceOnOneDatabase_AllStartAndShareIt()
    {
        using var folder = new TemporaryFolder();
        var connection = Server is null ? null : await Server.CreateDatabaseAsync();
        var storage = new JournalStorage(folder.Path, connection);
        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await Task.Yield();
            return await JournalHost.StartAsync(storage, DatabaseMark.Demo);
        }));

        var number = (await hosts[0].Journal.OpenAsync(Story.Request(), Actor.Wizard, null, Cancellation)).Number;
        foreach (var host in hosts)
        {
            Assert.Single(await host.Reading.EventsAsync(number, Cancellation));
            await host.DisposeAsync();
        }
    }

    private PostgresServer? Server { get; } = postgres;
}
