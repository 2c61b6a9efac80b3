using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>One table, as it is moved from one database into another.</summary>
internal abstract class MovedTable(Type row)
{
    /// <summary>The type of its rows.</summary>
    public Type Row => row;

    /// <summary>The name of the table.</summary>
    public string NameIn(DbContext context) => context.Model.FindEntityType(row)!.GetTableName()!;

    /// <summary>What is in it now.</summary>
    public abstract Task<TableContents> ReadAsync(DbContext context, CancellationToken cancellation);

    /// <summary>How many rows it has now.</summary>
    public abstract Task<long> CountAsync(DbContext context, CancellationToken cancellation);

    /// <summary>
    /// Adds the next rows that the target has not, in a transaction of their own; how many there were, 0 when it has them all.
    /// </summary>
    public abstract IAsyncEnumerable<int> CopyAsync(
        DbContext source, DbContext target, int rowsAtATime, CancellationToken cancellation);

    /// <summary>Deletes every row.</summary>
    public abstract Task EmptyAsync(DbContext context, CancellationToken cancellation);
}

/// <inheritdoc />
internal sealed class MovedTable<TRow>() : MovedTable(typeof(TRow))
    where TRow : class
{
    public override async Task<TableContents> ReadAsync(DbContext context, CancellationToken cancellation)
    {
        var contents = new TableContents();
        await foreach (var row in context.Set<TRow>().AsAsyncEnumerable().WithCancellation(cancellation))
            contents.Add(JsonSerializer.SerializeToUtf8Bytes(row));
        return contents;
    }

    public override Task<long> CountAsync(DbContext context, CancellationToken cancellation) =>
        context.Set<TRow>().LongCountAsync(cancellation);

    // In one order, and whole transactions: what the target has is the beginning of what the source has.
    public override async IAsyncEnumerable<int> CopyAsync(
        DbContext source, DbContext target, int rowsAtATime,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var there = await target.Set<TRow>().CountAsync(cancellation);
        await foreach (var rows in InOrder(source).Skip(there).AsAsyncEnumerable()
            .Chunk(rowsAtATime).WithCancellation(cancellation))
        {
            await using (var transaction = await target.Database.BeginTransactionAsync(cancellation))
            {
                target.AddRange(rows);
                await target.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
            }

            target.ChangeTracker.Clear();
            yield return rows.Length;
        }
    }

    public override Task EmptyAsync(DbContext context, CancellationToken cancellation) =>
        context.Set<TRow>().ExecuteDeleteAsync(cancellation);

    private static IQueryable<TRow> InOrder(DbContext source)
    {
        var keys = source.Model.FindEntityType(typeof(TRow))!.FindPrimaryKey()!.Properties.Select(one => one.Name).ToList();
        var first = keys[0];
        return keys.Skip(1).Aggregate(
            source.Set<TRow>().OrderBy(row => EF.Property<object>(row, first)),
            (rows, key) => rows.ThenBy(row => EF.Property<object>(row, key)));
    }
}
