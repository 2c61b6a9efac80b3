using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ActivationWizard.App.Journal;

/// <summary>
/// Statements for what every start asks once, and for what every case begins with, the same for both databases: Entity Framework
/// compiles each query of its own at its first use, and follows each row that it is to write. In the transaction of the context,
/// where there is one.
/// </summary>
internal static class PlainSql
{
    /// <summary>What a query gives, each row as <paramref name="read"/> has it.</summary>
    public static async Task<List<T>> ListAsync<T>(
        this DbContext context, string sql, Func<DbDataReader, T> read, CancellationToken cancellation,
        params (string Name, object? Value)[] values)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = CommandOf(context, sql, values);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            var list = new List<T>();
            while (await rows.ReadAsync(cancellation))
                list.Add(read(rows));
            return list;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The same, for who cannot wait.</summary>
    public static List<T> List<T>(
        this DbContext context, string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] values)
    {
        context.Database.OpenConnection();
        try
        {
            using var command = CommandOf(context, sql, values);
            using var rows = command.ExecuteReader();
            var list = new List<T>();
            while (rows.Read())
                list.Add(read(rows));
            return list;
        }
        finally
        {
            context.Database.CloseConnection();
        }
    }

    /// <summary>True when a query gives a row.</summary>
    public static async Task<bool> HasRowAsync(
        this DbContext context, string sql, CancellationToken cancellation, params (string Name, object? Value)[] values) =>
        (await context.ListAsync(sql, _ => true, cancellation, values)).Count > 0;

    /// <summary>Changes something; how many rows.</summary>
    public static async Task<int> ChangeAsync(
        this DbContext context, string sql, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = CommandOf(context, sql, values);
            return await command.ExecuteNonQueryAsync(cancellation);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The same, for who cannot wait.</summary>
    public static int Change(this DbContext context, string sql, params (string Name, object? Value)[] values)
    {
        context.Database.OpenConnection();
        try
        {
            using var command = CommandOf(context, sql, values);
            return command.ExecuteNonQuery();
        }
        finally
        {
            context.Database.CloseConnection();
        }
    }

    /// <summary>A number of a column that may have none.</summary>
    public static long? LongOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    /// <summary>The same, of 32 bits.</summary>
    public static int? IntOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    /// <summary>A text of a column that may have none.</summary>
    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>The bytes of a column.</summary>
    public static byte[] Bytes(this DbDataReader row, int column) => (byte[])row.GetValue(column);

    /// <summary>The bytes of a column that may have none.</summary>
    public static byte[]? BytesOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Bytes(column);

    private static DbCommand CommandOf(DbContext context, string sql, (string Name, object? Value)[] values)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
