using Npgsql;

namespace ActivationWizard.App.Journal.Storage.Postgres;

/// <summary>A lock on a database that whoever waits for it gets when it is let go, or when its holder is gone.</summary>
internal sealed class PostgresLock : IAsyncDisposable
{
    // Any number, as long as every version of the app has the same one.
    private const long Key = 0x4157_4A4F;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresLock(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_connection, _transaction) = (connection, transaction);

    /// <summary>Waits for it; null when the database has yet to be made.</summary>
    public static async Task<PostgresLock?> TakeAsync(string connectionString, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
        }
        catch (PostgresException cause) when (cause.SqlState is PostgresErrorCodes.InvalidCatalogName)
        {
            await connection.DisposeAsync();
            return null;
        }

        var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command =
            new NpgsqlCommand("SELECT pg_advisory_xact_lock(@key)", connection, transaction) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("key", Key);
        await command.ExecuteNonQueryAsync(cancellation);
        return new PostgresLock(connection, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
