using System.Reflection;
using Microsoft.Data.Sqlite;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>A prepared command whose parameters are the properties of a row.</summary>
internal sealed class RowCommand<T>
{
    private readonly SqliteCommand _command;
    private readonly (SqliteParameter Parameter, Func<T, object?> Value)[] _columns;

    private RowCommand(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _columns =
        [
            .. Properties.Select(property =>
                (_command.Parameters.Add($"@{property.Name}", TypeOf(property.PropertyType)), ValueOf(property))),
        ];
        _command.Prepare();
    }

    private static PropertyInfo[] Properties { get; } = typeof(T).GetProperties();

    public static RowCommand<T> Insert(SqliteConnection connection, string table) => new(
        connection,
        $"INSERT INTO \"{table}\" ({string.Join(", ", Properties.Select(one => $"\"{one.Name}\""))}) "
        + $"VALUES ({string.Join(", ", Properties.Select(one => "@" + one.Name))})");

    public static RowCommand<T> Update(SqliteConnection connection, string table, string key) => new(
        connection,
        $"UPDATE \"{table}\" SET "
        + string.Join(", ", Properties.Where(one => one.Name != key).Select(one => $"\"{one.Name}\" = @{one.Name}"))
        + $" WHERE \"{key}\" = @{key}");

    public void Execute(SqliteTransaction transaction, T row)
    {
        foreach (var (parameter, value) in _columns)
            parameter.Value = value(row) ?? DBNull.Value;
        _command.Transaction = transaction;
        if (_command.ExecuteNonQuery() is not 1)
            throw new InvalidOperationException("One row was expected.");
    }

    private static Func<T, object?> ValueOf(PropertyInfo property)
    {
        var get = property.GetMethod!;
        return row => get.Invoke(row, null);
    }

    private static SqliteType TypeOf(Type type) =>
        type == typeof(byte[]) ? SqliteType.Blob
        : type == typeof(string) || type == typeof(Guid) ? SqliteType.Text
        : SqliteType.Integer;
}
