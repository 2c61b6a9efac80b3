using ActivationWizard.App.Journal.Storage.Postgres;
using ActivationWizard.App.Journal.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>Which databases the journal and the keys are in, and what differs between the two kinds.</summary>
public sealed class JournalPlace(JournalOptions options, string dataFolder, DatabaseMark mark)
{
    /// <summary>The file of the events.</summary>
    public const string JournalName = "journal.db";

    /// <summary>The file of the cases' keys.</summary>
    public const string KeyStoreName = "keys.db";

    /// <summary>The kind of database.</summary>
    public JournalProvider Provider { get; } = options.Provider;

    /// <summary>What names both databases; null when each has a setting of its own.</summary>
    public string? OneSetting =>
        Provider is JournalProvider.Sqlite ? $"{JournalName} or {KeyStoreName} in Installation:DataFolder"
        : options.KeyStore is null ? JournalOptions.EventsKey
        : null;

    /// <summary>Where an installation keeps what is in files.</summary>
    public string DataFolder => dataFolder;

    /// <summary>What is noted of the database outside it.</summary>
    public string CheckpointFile => options.CheckpointFile ?? Path.Combine(dataFolder, "checkpoint.json");

    /// <summary>What is noted of erased cases outside every store: beside the checkpoint.</summary>
    public string ErasedFile => Path.ChangeExtension(CheckpointFile, ".erased");

    /// <summary>What the database must be marked as.</summary>
    public DatabaseMark Mark => mark;

    /// <summary>A file of the data folder.</summary>
    public string FileNamed(string name) => Path.Combine(dataFolder, name);

    /// <summary>True when there is an account of its own for erasing.</summary>
    public bool HasEraser => options.ErasureConnectionString is not null || options.ErasureKeyStore is not null;

    /// <summary>The setting that names the database of the keys in PostgreSQL.</summary>
    public string KeyStoreSetting => options.KeyStore is null ? JournalOptions.EventsKey : JournalOptions.KeyStoreKey;

    /// <summary>Points a context at the journal.</summary>
    public void UseJournal(DbContextOptionsBuilder builder) => UseJournal(builder, options.ConnectionString);

    /// <summary>Points a context at the journal, under the account that may erase.</summary>
    public void UseJournalToErase(DbContextOptionsBuilder builder) =>
        UseJournal(builder, options.ErasureConnectionString ?? options.ConnectionString);

    /// <summary>Points a context at the key store.</summary>
    public void UseKeyStore(DbContextOptionsBuilder builder) =>
        UseKeyStore(builder, options.KeyStore ?? options.ConnectionString);

    /// <summary>Points a context at the key store, under the account that may erase.</summary>
    public void UseKeyStoreToErase(DbContextOptionsBuilder builder) => UseKeyStore(
        builder, options.ErasureKeyStore ?? options.KeyStore ?? options.ErasureConnectionString ?? options.ConnectionString);

    /// <summary>Brings the schema up to date; does nothing, and locks nothing, when it is.</summary>
    public async Task MigrateAsync(DbContext context, CancellationToken cancellation)
    {
        if (Provider is JournalProvider.Sqlite)
        {
            await SqliteDatabase.PrepareAsync(context, cancellation);
            if ((await context.AppliedMigrationsAsync(cancellation)).Count is 0)
                await context.ChangeAsync(SqliteSchema.Of(context), cancellation);
        }

        if ((await context.PendingMigrationsAsync(cancellation)).Count > 0)
            await context.Database.MigrateAsync(cancellation);
    }

    /// <summary>
    /// One process at a time prepares the databases. Entity Framework's own lock in a SQLite file outlives a process that was
    /// killed while it held it; in PostgreSQL it lets go between two migrations, and a second process then begins the same one
    /// again. Null when the PostgreSQL database has yet to be made.
    /// </summary>
    public async Task<IAsyncDisposable?> LockAsync(CancellationToken cancellation) =>
        Provider is JournalProvider.Sqlite
            ? await FolderLock.TakeAsync(dataFolder, cancellation)
            : await PostgresLock.TakeAsync(options.ConnectionString!, cancellation);

    private void UseJournal(DbContextOptionsBuilder builder, string? connection)
    {
        if (Provider is JournalProvider.Sqlite)
            builder.UseFile(FileNamed(JournalName));
        else
            builder.UseNpgsql(connection);
        Quiet(builder);
    }

    private void UseKeyStore(DbContextOptionsBuilder builder, string? connection)
    {
        if (Provider is JournalProvider.Sqlite)
            builder.UseFile(FileNamed(KeyStoreName));
        else
            builder.UseNpgsql(
                connection,
                postgres => postgres.MigrationsHistoryTable("__EFMigrationsHistory", PostgresKeyStoreContext.Schema));
        Quiet(builder);
    }

    // A lost race is an answer, not an error, and each command is too much for a log; what does go wrong is thrown. A connection
    // that fails would be logged with the names of the server and the database. Whether the migrations make what the model says
    // is a test's to find out: here both models would be made for it.
    private static void Quiet(DbContextOptionsBuilder builder) => builder.ConfigureWarnings(events => events
        .Ignore(RelationalEventId.PendingModelChangesWarning).Log(
        (RelationalEventId.CommandExecuted, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug)));
}
