using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage.Postgres;

/// <summary>What the account of a connection may do.</summary>
public static class PostgresRights
{
    /// <summary>
    /// True when it has the right, SELECT, INSERT, UPDATE of any column or DELETE, on the table, and on its schema too: without
    /// that it is of no use. No schema is the account's own. False for a table that is not there.
    /// </summary>
    public static Task<bool> HasAsync(
        DbContext context, string? schema, string table, string right, CancellationToken cancellation) =>
        // By name and not by a cast, which would throw for a schema that the account may not look into.
        context.Database.SqlQuery<bool>(
            $"""
            SELECT has_schema_privilege(space.oid, 'USAGE') AND CASE {right}
                WHEN 'DELETE' THEN has_table_privilege(one.oid, 'DELETE')
                WHEN 'UPDATE' THEN has_any_column_privilege(one.oid, 'UPDATE')
                WHEN 'INSERT' THEN has_table_privilege(one.oid, 'INSERT')
                ELSE has_table_privilege(one.oid, 'SELECT') END AS "Value"
            FROM pg_class one JOIN pg_namespace space ON space.oid = one.relnamespace
            WHERE one.relname = {table} AND space.nspname = COALESCE({schema}, current_schema()::text)
            """).SingleOrDefaultAsync(cancellation);

    /// <summary>True when it has the right on the table of these rows; always so on SQLite.</summary>
    public static async Task<bool> HasAsync<TRow>(DbContext context, string right, CancellationToken cancellation)
    {
        var type = context.Model.FindEntityType(typeof(TRow))!;
        return !context.Database.IsNpgsql()
            || await HasAsync(context, type.GetSchema(), type.GetTableName()!, right, cancellation);
    }

    /// <summary>True when it owns the table of these rows, or is one of those who do.</summary>
    public static Task<bool> OwnsAsync<TRow>(DbContext context, CancellationToken cancellation)
    {
        var table = context.Model.FindEntityType(typeof(TRow))!.GetTableName()!;
        return context.Database.SqlQuery<bool>(
            $"""
            SELECT pg_has_role(one.relowner, 'MEMBER') AS "Value"
            FROM pg_class one JOIN pg_namespace space ON space.oid = one.relnamespace
            WHERE one.relname = {table} AND space.nspname = current_schema()
            """).SingleOrDefaultAsync(cancellation);
    }
}
