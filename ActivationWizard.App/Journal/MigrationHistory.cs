using ActivationWizard.App.Journal.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ActivationWizard.App.Journal;

/// <summary>
/// Which migrations there are, and which a database has. Entity Framework looks through every type of the app for the ones, and
/// reads its own table by way of a model that it makes at every start; of a file the names are written ahead, and the table is
/// read here by the same question.
/// </summary>
internal static class MigrationHistory
{
    private const string IsThere = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'";
    private const string Names = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"";

    /// <summary>Those of this version by name, in their order.</summary>
    public static IEnumerable<string> KnownMigrations(this DbContext context) =>
        context.Database.IsSqlite() ? SqliteSchema.MigrationsOf(context) : context.Database.GetMigrations();

    /// <summary>By name, in their order; none where there is no database.</summary>
    public static async Task<IReadOnlyList<string>> AppliedMigrationsAsync(
        this DbContext context, CancellationToken cancellation)
    {
        if (!context.Database.IsSqlite())
            return [.. await context.Database.GetAppliedMigrationsAsync(cancellation)];
        if (!await context.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellation))
            return [];
        return await context.HasRowAsync(IsThere, cancellation)
            ? await context.ListAsync(Names, row => row.GetString(0), cancellation)
            : [];
    }

    /// <summary>Those of this version that the database does not have.</summary>
    public static async Task<IReadOnlyList<string>> PendingMigrationsAsync(
        this DbContext context, CancellationToken cancellation) =>
        [.. context.KnownMigrations().Except(await context.AppliedMigrationsAsync(cancellation))];
}
