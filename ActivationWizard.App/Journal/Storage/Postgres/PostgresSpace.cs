using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ActivationWizard.App.Journal.Storage.Postgres;

/// <summary>
/// Tables and their statistics written anew: a plain VACUUM frees the room of a row that was deleted, and leaves its bytes there.
/// </summary>
public static class PostgresSpace
{
    private const string Statistics = "pg_catalog.pg_statistic";
    private const string Warning = "WARNING";

    // Whoever works at the tables waits meanwhile, and is waited for no longer than this.
    private const string Patience = "SET lock_timeout = '5s'";

    /// <summary>
    /// Writes the tables anew, and has what is written on disk; a sentence for each thing that this account may not do, or that
    /// is in use. Takes a second for some hundred thousand rows, in which nobody else reads the table.
    /// </summary>
    public static async Task<IReadOnlyList<string>> WriteAnewAsync(
        DbContext context, IEnumerable<Type> rows, CancellationToken cancellation)
    {
        string[] tables =
        [
            .. rows.Select(row => context.Model.FindEntityType(row)!).Select(type =>
                type.GetSchema() is { } schema ? $"{schema}.\"{type.GetTableName()}\"" : $"\"{type.GetTableName()}\""),
        ];
        await using var connection = new NpgsqlConnection(context.Database.GetConnectionString());
        await connection.OpenAsync(cancellation);
        await TryAsync(connection, Patience, cancellation);
        var left = new List<string>();
        foreach (var table in tables.Append(Statistics))
        {
            var command = table is Statistics ? $"VACUUM (FULL) {table}" : $"VACUUM (FULL, ANALYZE) {table}";
            if (!await TryAsync(connection, command, cancellation))
                left.Add(command);
        }

        var empty = new List<string>();
        foreach (var table in tables)
        {
            if (await HasOldStatisticsAsync(connection, table, cancellation))
                empty.Add(table);
        }

        await TryAsync(connection, "CHECKPOINT", cancellation);
        // It goes back to the pool as it was.
        await TryAsync(connection, "RESET lock_timeout", cancellation);
        return [.. Sentences(left, empty)];
    }

    private static IEnumerable<string> Sentences(List<string> left, List<string> empty)
    {
        if (left.Count > 0)
        {
            yield return "The tables hold what was erased until their owner, or that of the database, runs: "
                + $"{string.Join("; ", left)}.";
        }

        if (empty.Count > 0)
        {
            yield return $"The statistics of {string.Join(", ", empty)} hold some of it until there are rows again and ANALYZE "
                + "runs.";
        }
    }

    // An empty table is not analysed: the statistics of when it had rows stay.
    private static async Task<bool> HasOldStatisticsAsync(
        NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        await using var run = new NpgsqlCommand(
            $"SELECT NOT EXISTS (SELECT 1 FROM {table}) AND EXISTS (SELECT 1 FROM pg_stats WHERE tablename = @name)", connection);
        run.Parameters.AddWithValue("name", table.Split('.')[^1].Trim('"'));
        try
        {
            return await run.ExecuteScalarAsync(cancellation) is true;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            // Whoever may not look into the table erases nothing in it.
            return false;
        }
    }

    // What an account may not do is a warning of some commands, an error of others, and in use is an error.
    private static async Task<bool> TryAsync(NpgsqlConnection connection, string command, CancellationToken cancellation)
    {
        var isDone = true;
        connection.Notice += OnNotice;
        try
        {
            await using var run = new NpgsqlCommand(command, connection) { CommandTimeout = 0 };
            await run.ExecuteNonQueryAsync(cancellation);
            return isDone;
        }
        catch (PostgresException refused)
            when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
        finally
        {
            connection.Notice -= OnNotice;
        }

        void OnNotice(object sender, NpgsqlNoticeEventArgs told) => isDone &= told.Notice.InvariantSeverity is not Warning;
    }
}
