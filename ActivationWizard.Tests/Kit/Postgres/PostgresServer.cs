using System.Collections.Concurrent;
using ActivationWizard.Tests.Kit.Tools;
using Npgsql;

namespace ActivationWizard.Tests.Kit.Postgres;

/// <summary>
/// A real PostgreSQL server of this run alone, in a temporary folder. It starts when the first database is asked for.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _templates = new();
    private readonly Lazy<Task<PostgresCluster>> _cluster;
    private int _databases;

    /// <summary>A server that is as quick as it can be: what it keeps need not outlive it.</summary>
    public PostgresServer() : this(isDurable: false) { }

    internal PostgresServer(bool isDurable) => _cluster = new(() => StartAsync(isDurable));

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
    public Task<string> CreateDatabaseAsync() => CreateAsync($"test_{Interlocked.Increment(ref _databases)}", "template1");

    /// <summary>Makes a copy of a database that is filled the first time, and returns its connection string.</summary>
    /// <param name="template">The name of the database to copy.</param>
    /// <param name="fill">Fills it, by its connection string.</param>
    /// <exception cref="PostgresUnavailableException">There is no server: the test fails with the reason.</exception>
    public async Task<string> CreateDatabaseAsync(string template, Func<string, Task> fill)
    {
        await _templates.GetOrAdd(template, name => new(FillAsync)).Value;
        return await CreateAsync($"test_{Interlocked.Increment(ref _databases)}", template);

        async Task FillAsync()
        {
            var connection = await CreateAsync(template, "template1");
            await fill(connection);
            NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
        }
    }

    /// <summary>Runs a statement as who may do everything.</summary>
    /// <exception cref="PostgresUnavailableException">There is no server: the test fails with the reason.</exception>
    public async Task RunAsync(string command) => await (await _cluster.Value).RunAsync(command);

    public async ValueTask DisposeAsync()
    {
        if (_cluster.IsValueCreated && _cluster.Value.IsCompletedSuccessfully) await _cluster.Value.Result.DisposeAsync();
    }

    private async Task<string> CreateAsync(string name, string template)
    {
        var cluster = await _cluster.Value;
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template}", connection);
        await command.ExecuteNonQueryAsync();
        return cluster.ConnectionString(name);
    }

    private static Task<PostgresCluster> StartAsync(bool isDurable) =>
        PostgresPrograms.Find() is { } programs
            ? PostgresCluster.StartAsync(programs, isDurable)
            : throw new PostgresUnavailableException("no server programs here; install PostgreSQL or set POSTGRES_BIN");
}
