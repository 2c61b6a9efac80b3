using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ActivationWizard.App.Journal;

/// <summary>
/// Which migrations a database has. Entity Framework reads its own table by way of a model that it makes at every start; of a
/// file it is read here by the same question.
/// </summary>
internal static class MigrationHistory
{
    private const string IsThere = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'";
    private const string Names = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"";

    /// <summary>By name, in their order; none where there is no database.</summary>
    public static async Task<IReadOnlyList<string>> AppliedMigrationsAsync(
        this DbContext context, CancellationToken cancellation)
    {
        if (!context.Database.IsSqlite())
            return [.. await context.Database.GetAppliedMigrationsAsync(cancellation)];
        if (!await context.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellation))
            return [];
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            return await ReadAsync(context, cancellation);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Those of this version that the database does not have.</summary>
    public static async Task<IReadOnlyList<string>> PendingMigrationsAsync(
        this DbContext context, CancellationToken cancellation) =>
        [.. context.Database.GetMigrations().Except(await context.AppliedMigrationsAsync(cancellation))];

    private static async Task<IReadOnlyList<string>> ReadAsync(DbContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = IsThere;
        if (await command.ExecuteScalarAsync(cancellation) is 0L)
            return [];
        command.CommandText = Names;
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await rows.ReadAsync(cancellation))
            names.Add(rows.GetString(0));
        return names;
    }
}
