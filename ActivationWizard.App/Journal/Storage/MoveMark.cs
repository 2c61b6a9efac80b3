using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>Where a database is in the move of an installation from SQLite to PostgreSQL. The names are kept in it.</summary>
public enum MoveStage
{
    /// <summary>What moves is on its way into this database, which is not whole yet.</summary>
    MoveNotFinished,

    /// <summary>What was in this database is in PostgreSQL: nothing is done from here any more.</summary>
    MovedToPostgres,
}

/// <summary>
/// The mark that a move leaves in a database. It stands among the migrations, since every version of the app refuses a database
/// with a migration that it does not know: one that has never heard of a move does as well.
/// </summary>
/// <param name="Stage">Where the database is in the move.</param>
/// <param name="Contents">What moves, as a name that is another one for anything else.</param>
public sealed record MoveMark(MoveStage Stage, string Contents)
{
    private const string Prefix = "99990101000000";
    private const char Between = '_';

    private string Id => string.Join(Between, Prefix, Stage, Contents);

    /// <summary>The mark that a migration of this name is; null for a migration.</summary>
    public static MoveMark? TryParse(string migration) =>
        migration.Split(Between) is [Prefix, var name, var contents] && Enum.TryParse<MoveStage>(name, out var stage)
            ? new MoveMark(stage, contents)
            : null;

    /// <summary>The mark of a database; null when it has none.</summary>
    public static async Task<MoveMark?> ReadAsync(DbContext context, CancellationToken cancellation) =>
        (await context.AppliedMigrationsAsync(cancellation)).Select(TryParse).OfType<MoveMark>().SingleOrDefault();

    /// <summary>Marks a database, which has no mark yet; makes the table of the migrations when it is not there.</summary>
    public async Task SetAsync(DbContext context, CancellationToken cancellation)
    {
        var history = context.GetService<IHistoryRepository>();
        await context.Database.ExecuteSqlRawAsync(history.GetCreateIfNotExistsScript(), cancellation);
        var script = history.GetInsertScript(new HistoryRow(Id, nameof(MoveMark)));
        await context.Database.ExecuteSqlRawAsync(script, cancellation);
    }

    /// <summary>Takes the mark away.</summary>
    public async Task RemoveAsync(DbContext context, CancellationToken cancellation)
    {
        var script = context.GetService<IHistoryRepository>().GetDeleteScript(Id);
        await context.Database.ExecuteSqlRawAsync(script, cancellation);
    }
}
