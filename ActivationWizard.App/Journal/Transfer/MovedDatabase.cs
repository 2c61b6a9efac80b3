using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>How far a table is.</summary>
/// <param name="Table">Its name.</param>
/// <param name="There">How many of its rows are in PostgreSQL.</param>
/// <param name="Total">How many it has.</param>
public sealed record MovedRows(string Table, long There, long Total)
{
    /// <summary>True when all of them are there.</summary>
    public bool IsAll => There >= Total;
}

/// <summary>
/// One of the two databases of an installation: the file, the database in PostgreSQL, and the tables that move.
/// </summary>
internal sealed class MovedDatabase(DbContext source, DbContext target, IReadOnlyList<MovedTable> tables)
{
    private readonly List<TableContents> _contents = [];

    /// <summary>What there is to move; another text for anything else.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        _contents.Clear();
        foreach (var table in tables)
            _contents.Add(await table.ReadAsync(source, cancellation));
        return string.Join(' ', _contents);
    }

    /// <summary>
    /// True when nothing was ever in the target but an unfinished move. Throws for the database of a later version.
    /// </summary>
    public async Task<bool> IsFreeAsync(CancellationToken cancellation)
    {
        await JournalPreparation.RefuseNewerAsync(target, cancellation);
        return await MoveMark.ReadAsync(target, cancellation) is { } mark
            ? mark.Stage is MoveStage.MoveNotFinished
            : (await target.AppliedMigrationsAsync(cancellation)).Count is 0;
    }

    /// <summary>Makes the target when it is not there.</summary>
    public async Task MakeAsync(CancellationToken cancellation)
    {
        var server = target.GetService<IRelationalDatabaseCreator>();
        if (!await server.ExistsAsync(cancellation))
            await server.CreateAsync(cancellation);
    }

    /// <summary>
    /// Marks a free target and gives it its tables. When something else was on its way into it, that is thrown away first.
    /// </summary>
    public async Task BeginAsync(string contents, JournalPlace place, CancellationToken cancellation)
    {
        var (was, mark) = (await MoveMark.ReadAsync(target, cancellation), new MoveMark(MoveStage.MoveNotFinished, contents));
        if (was is null)
            await mark.SetAsync(target, cancellation);
        await place.MigrateAsync(target, cancellation);
        if (was is null || was == mark)
            return;

        await using var transaction = await target.Database.BeginTransactionAsync(cancellation);
        foreach (var table in tables.Reverse())
            await table.EmptyAsync(target, cancellation);
        await was.RemoveAsync(target, cancellation);
        await mark.SetAsync(target, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>
    /// Copies what the target has not; <paramref name="told"/> is called after each transaction, and once before each table.
    /// </summary>
    public async Task CopyAsync(int rowsAtATime, Func<MovedRows, Task> told, CancellationToken cancellation)
    {
        foreach (var (at, table) in tables.Index())
        {
            var (name, total) = (table.NameIn(source), _contents[at].Rows);
            var there = await table.CountAsync(target, cancellation);
            await told(new MovedRows(name, there, total));
            await foreach (var added in table.CopyAsync(source, target, rowsAtATime, cancellation))
            {
                there += added;
                await told(new MovedRows(name, there, total));
            }
        }
    }

    /// <summary>True when every table has the same rows in both.</summary>
    public async Task<bool> IsSameAsync(CancellationToken cancellation)
    {
        foreach (var (at, table) in tables.Index())
        {
            if ((await table.ReadAsync(target, cancellation)).ToString() != _contents[at].ToString())
                return false;
        }

        return true;
    }

    /// <summary>Has the next move into the target begin from nothing.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        if (await MoveMark.ReadAsync(target, cancellation) is not { } mark)
            return;
        await using var transaction = await target.Database.BeginTransactionAsync(cancellation);
        await mark.RemoveAsync(target, cancellation);
        await new MoveMark(MoveStage.MoveNotFinished, "").SetAsync(target, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Takes the mark away: an app can start on the target.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (await MoveMark.ReadAsync(target, cancellation) is { } mark)
            await mark.RemoveAsync(target, cancellation);
    }
}
