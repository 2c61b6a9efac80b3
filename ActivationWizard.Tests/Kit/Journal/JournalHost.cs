using System.Data.Common;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ActivationWizard.Tests.Kit.Journal;

/// <summary>
/// One instance of the app as far as its journal goes: a folder, perhaps a PostgreSQL database, and what AddJournal registers.
/// </summary>
public sealed class JournalHost : IAsyncDisposable
{
    // A schema is made once, and copied: tests of the journal are not about making it.
    private static readonly Lazy<Task<Dictionary<string, byte[]>>> EmptyFiles = new(async () =>
    {
        using var folder = new TemporaryFolder();
        await MakeSchemaAsync(new JournalStorage(folder.Path, null));
        return Directory.GetFiles(folder.Path, "*.db").ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
    });

    private readonly TemporaryFolder? _owned;
    private readonly ServiceProvider _services;

    private JournalHost(JournalStorage storage, TemporaryFolder? owned, ServiceProvider services) =>
        (Storage, _owned, _services) = (storage, owned, services);

    /// <summary>Where it keeps everything.</summary>
    public JournalStorage Storage { get; }

    public FakeTimeProvider Clock => (FakeTimeProvider)Get<TimeProvider>();

    public ICaseJournal Journal => Get<ICaseJournal>();

    public ITenantLeases Leases => Get<ITenantLeases>();

    public CaseQueries Queries => Get<CaseQueries>();

    public FinishedCases Finished => Get<FinishedCases>();

    public CaseReading Reading => Get<CaseReading>();

    public JournalVerification Verification => Get<JournalVerification>();

    /// <summary>An instance on a database of its own; nothing of it is left after it.</summary>
    public static async Task<JournalHost> StartAsync(JournalProvider provider, PostgresServer? postgres)
    {
        var folder = new TemporaryFolder();
        var connection = provider is JournalProvider.Postgres
            ? await postgres!.CreateDatabaseAsync("empty_journal", one => MakeSchemaAsync(new JournalStorage(folder.Path, one)))
            : null;
        if (connection is null)
        {
            foreach (var (name, content) in await EmptyFiles.Value)
                await File.WriteAllBytesAsync(folder[name], content);
        }

        return await StartAsync(new JournalStorage(folder.Path, connection), DatabaseMark.Demo, folder);
    }

    /// <summary>Another instance on the same database.</summary>
    public static Task<JournalHost> StartAsync(
        JournalStorage storage, DatabaseMark mark, params (string Key, string Value)[] settings) =>
        StartAsync(storage, mark, null, settings);

    /// <summary>A service of this instance.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The summary of a case as it is read from the journal: with pseudonyms for the tenant.</summary>
    public CaseSummary Read(ActivationCase activation)
    {
        var (summary, pseudonyms) = (CaseSummary.Of(activation), Get<CasePseudonyms>());
        return summary with
        {
            PartyId = pseudonyms.Kept(summary.PartyId),
            Household = pseudonyms.Kept(summary.Household),
        };
    }

    /// <summary>The tables themselves, for a test that looks, or meddles.</summary>
    public JournalContext Open() => Get<IDbContextFactory<JournalContext>>().CreateDbContext();

    /// <summary>
    /// Changes the database behind the journal's back, as somebody would who has no respect for its foreign keys either.
    /// </summary>
    public async Task MeddleAsync(string sql)
    {
        await using DbConnection connection = Storage.ConnectionString is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={Path.Combine(Storage.Folder, "journal.db")};Foreign Keys=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Storage.ConnectionString is null ? sql : $"SET session_replication_role = replica; {sql}";
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_owned is null)
            return;
        if (Storage.ConnectionString is { } postgres)
            NpgsqlConnection.ClearPool(new NpgsqlConnection(postgres));
        else
            SqliteConnection.ClearAllPools();
        _owned.Dispose();
    }

    private static async Task<JournalHost> StartAsync(
        JournalStorage storage, DatabaseMark mark, TemporaryFolder? owned, params (string Key, string Value)[] settings)
    {
        var services = Services(storage, mark, settings);
        try
        {
            await services.GetRequiredService<JournalPreparation>().PrepareAsync(CancellationToken.None);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }

        return new JournalHost(storage, owned, services);
    }

    private static async Task MakeSchemaAsync(JournalStorage storage)
    {
        await using var services = Services(storage, DatabaseMark.Demo);
        var place = services.GetRequiredService<JournalPlace>();
        await using var keys = services.GetRequiredService<IDbContextFactory<KeyStoreContext>>().CreateDbContext();
        await using var journal = services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContext();
        await place.MigrateAsync(keys, CancellationToken.None);
        await place.MigrateAsync(journal, CancellationToken.None);
        foreach (var context in new DbContext[] { keys, journal })
        {
            if (context.Database.GetDbConnection() is SqliteConnection file)
                SqliteConnection.ClearPool(file);
        }
    }

    /// <summary>What an instance is made of, before it has looked at a database.</summary>
    public static ServiceProvider Services(
        JournalStorage storage, DatabaseMark mark, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(storage.Settings)
            .AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value))
            .Build();
        return new ServiceCollection()
            .AddSingleton<TimeProvider>(FixedTime.Clock())
            .AddLogging()
            .AddJournal(JournalOptions.Read(new SettingsReader(configuration, mark is DatabaseMark.Demo)), storage.Folder, mark)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}

/// <summary>A data folder, and a connection string when the journal is not in it.</summary>
public sealed record JournalStorage(string Folder, string? ConnectionString)
{
    /// <summary>The settings that point at it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings => ConnectionString is null
        ? []
        : [new("Journal:Provider", "Postgres"), new("Journal:ConnectionString", ConnectionString)];
}
