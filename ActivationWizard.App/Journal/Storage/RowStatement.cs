using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// An INSERT or UPDATE of one whole row, made from Entity Framework's model and kept prepared. An append writes rows of the same
/// few tables each time: change tracking and making the SQL anew cost more than all the rest of it, the commit included.
/// </summary>
internal sealed class RowStatement<TRow> : IAsyncDisposable
    where TRow : class
{
    private readonly DbCommand _command;
    private readonly List<(DbParameter Parameter, IProperty Property)> _values = [];
    private readonly List<DbParameter> _conditions = [];

    private RowStatement(DbContext context) => _command = context.Database.GetDbConnection().CreateCommand();

    /// <summary>Adds a row.</summary>
    public static RowStatement<TRow> Insert(DbContext context)
    {
        var statement = new RowStatement<TRow>(context);
        var (table, properties) = TableOf(context);
        var values = properties.Select(statement.Value).ToList();
        statement._command.CommandText =
            $"INSERT INTO {table} ({string.Join(", ", properties.Select(ColumnOf))}) VALUES ({string.Join(", ", values)})";
        return statement;
    }

    /// <summary>
    /// Replaces a row, all but its key and what is <paramref name="kept"/>, on condition of what the <paramref name="tokens"/>
    /// were.
    /// </summary>
    public static RowStatement<TRow> Update(DbContext context, string key, string[] kept, string[] tokens)
    {
        var statement = new RowStatement<TRow>(context);
        var (table, properties) = TableOf(context);
        var set = properties.Where(property => property.Name != key && !kept.Contains(property.Name))
            .Select(property => $"{ColumnOf(property)} = {statement.Value(property)}")
            .ToList();
        var keyed = properties.Single(property => property.Name == key);
        var where = tokens.Select(token => properties.Single(property => property.Name == token))
            .Select(property => $"{ColumnOf(property)} = {statement.Condition(property)}")
            .Prepend($"{ColumnOf(keyed)} = {statement.Value(keyed)}");
        statement._command.CommandText = $"UPDATE {table} SET {string.Join(", ", set)} WHERE {string.Join(" AND ", where)}";
        return statement;
    }

    /// <summary>
    /// Writes the row. Throws <see cref="DbUpdateException"/> when the database refuses, and when no row met the conditions, as
    /// Entity Framework does.
    /// </summary>
    public async Task ExecuteAsync(DbTransaction transaction, TRow row, object[] conditions, CancellationToken cancellation)
    {
        foreach (var (parameter, property) in _values)
            parameter.Value = property.GetGetter().GetClrValue(row) ?? DBNull.Value;
        for (var index = 0; index < conditions.Length; index++)
            _conditions[index].Value = conditions[index];
        _command.Transaction = transaction;
        try
        {
            if (await _command.ExecuteNonQueryAsync(cancellation) is not 1)
                throw new DbUpdateConcurrencyException("The row is not as it was known.");
        }
        catch (DbException refused)
        {
            throw new DbUpdateException("The row was refused.", refused);
        }
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private static (string Table, IReadOnlyList<IProperty> Properties) TableOf(DbContext context)
    {
        var type = context.Model.FindEntityType(typeof(TRow))!;
        return (Quoted(type.GetTableName()!), [.. type.GetProperties()]);
    }

    private static string ColumnOf(IProperty property) => Quoted(property.GetColumnName());

    private static string Quoted(string name) => $"\"{name}\"";

    private string Value(IProperty property)
    {
        var parameter = Add($"@{property.Name}", property);
        _values.Add((parameter, property));
        return parameter.ParameterName;
    }

    private string Condition(IProperty property)
    {
        var parameter = Add($"@Was{property.Name}", property);
        _conditions.Add(parameter);
        return parameter.ParameterName;
    }

    private DbParameter Add(string name, IProperty property)
    {
        var parameter = property.GetRelationalTypeMapping().CreateParameter(_command, name, null, property.IsNullable);
        _command.Parameters.Add(parameter);
        return parameter;
    }
}
