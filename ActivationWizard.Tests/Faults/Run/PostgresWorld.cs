using System.Diagnostics;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>A world whose journal is in PostgreSQL.</summary>
internal static class PostgresWorld
{
    /// <summary>The settings of an app with a new, empty database.</summary>
    public static async Task<Dictionary<string, string>> SettingsAsync(PostgresServer server) => new()
    {
        ["Journal:Provider"] = "Postgres",
        // Many cases at once, as nowhere else in the tests.
        ["Journal:ConnectionString"] =
            (await server.CreateDatabaseAsync()).Replace("Pool Size=20", "Pool Size=60", StringComparison.Ordinal),
    };

    /// <summary>Changes the database and ends every connection to it, so that the change is felt.</summary>
    public static async Task AlterAsync(FaultWorld world, string change)
    {
        var database = new NpgsqlConnectionStringBuilder(world.Settings["Journal:ConnectionString"]);
        var name = database.Database!;
        database.Database = "postgres";
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        const string end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname";
        await using var command = new NpgsqlCommand($"ALTER DATABASE {name} {change}; {end} = '{name}'", connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs a command in the world's database, as somebody beside the app does.</summary>
    public static async Task RunAsync(FaultWorld world, string command)
    {
        await using var source = NpgsqlDataSource.Create(world.Settings["Journal:ConnectionString"]);
        await using var one = source.CreateCommand(command);
        await one.ExecuteNonQueryAsync();
    }

    /// <summary>Where the server keeps its files; null for a world without one.</summary>
    public static string? FolderOf(FaultWorld world) => world.Settings.TryGetValue("Journal:ConnectionString", out var text)
        ? Path.Combine(new NpgsqlConnectionStringBuilder(text).Host!, "data")
        : null;
}
