using ActivationWizard.Tests.Kit.Tools;
using Npgsql;

namespace ActivationWizard.Tests.Kit.Postgres;

/// <summary>
/// A real PostgreSQL server of this run alone, in a temporary folder. It starts when the first database is asked for.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresCluster>> _cluster = new(StartAsync);
    private int _databases;

    /// <summary>Why there is no server on this machine, or null when it runs.</summary>
    public async Task<string?> ProblemAsync()
    {
        try
        {
            await _cluster.Value;
            return null;
        }
        catch (PostgresUnavailableException cause)
        {
            return cause.Message;
        }
    }

    /// <summary>Makes an empty database and returns its connection string.</summary>
    /// <exception cref="PostgresUnavailableException">There is no server: the test fails with the reason.</exception>
    public async Task<string> CreateDatabaseAsync()
    {
        var cluster = await _cluster.Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return cluster.ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster.IsValueCreated && _cluster.Value.IsCompletedSuccessfully) await _cluster.Value.Result.DisposeAsync();
    }

    private static Task<PostgresCluster> StartAsync() =>
        PostgresPrograms.Find() is { } programs
            ? PostgresCluster.StartAsync(programs)
            : throw new PostgresUnavailableException("no server programs here; install PostgreSQL or set POSTGRES_BIN");
}
