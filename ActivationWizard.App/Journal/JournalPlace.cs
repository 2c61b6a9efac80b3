using ActivationWizard.App.Journal.Store;
using ActivationWizard.App.Journal.Store.Postgres;
using ActivationWizard.App.Journal.Store.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ActivationWizard.App.Journal;

/// <summary>Which databases the journal and the keys are in, and what differs between the two kinds.</summary>
public sealed class JournalPlace(JournalOptions options, string dataFolder, DatabaseMark mark)
{
    // Any number will do, as long as nothing else in the database locks it.
    private const long PreparationLock = 4_172_026;

    private static readonly TimeSpan LockLimit = TimeSpan.FromMinutes(1);

    // Waiting for another process is in the machine's time, whatever clock the app goes by.
    private static readonly TimeProvider Patience = TimeProvider.System;

    /// <summary>The kind of database.</summary>
    public JournalProvider Provider { get; } = options.KnownProvider ?? default;

    /// <summary>What the database must be marked as.</summary>
    public DatabaseMark Mark => mark;

    /// <summary>Points a context at the journal.</summary>
    public void UseJournal(DbContextOptionsBuilder builder)
    {
        if (Provider is JournalProvider.Sqlite)
            builder.UseFile(Path.Combine(dataFolder, "journal.db"));
        else
            builder.UseNpgsql(options.ConnectionString);
        Quiet(builder);
    }

    /// <summary>Points a context at the key store.</summary>
    public void UseKeyStore(DbContextOptionsBuilder builder)
    {
        if (Provider is JournalProvider.Sqlite)
            builder.UseFile(Path.Combine(dataFolder, "keys.db"));
        else
            builder.UseNpgsql(
                options.KeyStore ?? options.ConnectionString,
                postgres => postgres.MigrationsHistoryTable("__EFMigrationsHistory", PostgresKeyStoreContext.Schema));
        Quiet(builder);
    }

    /// <summary>Brings the schema up to date; does nothing, and locks nothing, when it is.</summary>
    public async Task MigrateAsync(DbContext context, CancellationToken cancellation)
    {
        if (Provider is JournalProvider.Sqlite)
            await SqliteDatabase.PrepareAsync(context, cancellation);
        if ((await context.Database.GetPendingMigrationsAsync(cancellation)).Any())
            await context.Database.MigrateAsync(cancellation);
    }

    /// <summary>
    /// One process at a time prepares a database. Entity Framework's own lock in a SQLite file outlives a process that was killed
    /// while it held it; the one in PostgreSQL ends with each migration, so that another process takes the next.
    /// </summary>
    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellation)
    {
        if (Provider is not JournalProvider.Sqlite)
            return await LockDatabaseAsync(cancellation);

        Directory.CreateDirectory(dataFolder);
        var since = Patience.GetTimestamp();
        while (true)
        {
            try
            {
                var file = Path.Combine(dataFolder, "journal.lock");
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Patience.GetElapsedTime(since) < LockLimit)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), Patience, cancellation);
            }
        }
    }

    // Held by the connection, and gone with it: one of a pool would live on.
    private async Task<IAsyncDisposable> LockDatabaseAsync(CancellationToken cancellation)
    {
        var alone = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false };
        var connection = new NpgsqlConnection(alone.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandTimeout = (int)LockLimit.TotalSeconds;
            command.CommandText = $"SELECT pg_advisory_lock({PreparationLock})";
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // A lost race is an answer, not an error, and each command is too much for a log; what does go wrong is thrown.
    private static void Quiet(DbContextOptionsBuilder builder) => builder.ConfigureWarnings(events => events.Log(
        (RelationalEventId.CommandExecuted, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug),
        (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug)));
}
