using System.Data.Common;
using ActivationWizard.App.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ActivationWizard.App.Journal.Storage.Sqlite;

/// <summary>How a SQLite file is opened, everywhere: durable, and without a second copy of what was deleted.</summary>
public static class SqliteDatabase
{
    /// <summary>Opens the file in the folder; it is made when it is not there.</summary>
    public static DbContextOptionsBuilder UseFile(this DbContextOptionsBuilder options, string path) =>
        options.UseSqlite(ConnectionString(path)).AddInterceptors(Pragmas.Instance);

    /// <summary>How the file is reached.</summary>
    public static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = true }.ToString();

    /// <summary>
    /// Sets what stays with the file, and takes away the lock of a migration that was killed. Only for whoever has the folder
    /// to itself.
    /// </summary>
    public static async Task PrepareAsync(DbContext context, CancellationToken cancellation)
    {
        // A log that is made beside it has the same mode.
        PrivateFiles.Close(context.Database.GetDbConnection().DataSource);
        await context.ChangeAsync("PRAGMA journal_mode=WAL", cancellation);
        await context.ChangeAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
    }

    /// <summary>
    /// Moves all that the write-ahead log holds into the file and empties the log, so that no overwritten page is left in it.
    /// False while a reader is in the way.
    /// </summary>
    public static async Task<bool> TryEmptyLogAsync(DbContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return await command.ExecuteScalarAsync(cancellation) is 0L;
    }

    private sealed class Pragmas : DbConnectionInterceptor
    {
        // FULL: a commit that was answered is on disk. secure_delete: SQLite otherwise leaves deleted content in the file. The
        // busy time-out is for a second process; in this one the writers wait for each other before they come here.
        private const string Settings = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=10000;";

        public static Pragmas Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }
    }
}
