using ActivationWizard.Tests.Kit.Run;
using Npgsql;

namespace ActivationWizard.Tests.Kit.Postgres;

public sealed class PostgresServerTests(PostgresServer postgres)
{
    [Fact]
    public async Task CreateDatabaseAsync_FreshDatabase_KeepsWhatIsWritten()
    {
        var database = await postgres.CreateDatabaseAsync();

        await ExecuteAsync(database, "CREATE TABLE note (id int PRIMARY KEY, words text NOT NULL)");
        await ExecuteAsync(database, "INSERT INTO note VALUES (1, 'één')");

        Assert.Equal("één", await ExecuteAsync(database, "SELECT words FROM note WHERE id = 1"));
        Assert.Equal("off", await ExecuteAsync(database, "SHOW fsync"));
        Assert.Null(await postgres.ProblemAsync());
    }

    [Fact]
    [Nightly("a server of its own, for what only benchmarks ask")]
    public async Task CreateDatabaseAsync_DurableServer_WaitsForItsDisk()
    {
        await using var durable = new PostgresServer(isDurable: true);

        Assert.Equal("on", await ExecuteAsync(await durable.CreateDatabaseAsync(), "SHOW fsync"));
    }

    [Fact]
    public async Task CreateDatabaseAsync_Twice_GivesTwoThatShareNothing()
    {
        var one = await postgres.CreateDatabaseAsync();
        var other = await postgres.CreateDatabaseAsync();
        await ExecuteAsync(one, "CREATE TABLE note (id int)");

        Assert.Equal(0L, await ExecuteAsync(other, "SELECT count(*) FROM pg_tables WHERE tablename = 'note'"));
    }

    [Fact]
    public async Task StartAsync_ProgramsThatFail_SaysWhichAndWhy()
    {
        var cause = await Assert.ThrowsAsync<PostgresUnavailableException>(
            () => PostgresCluster.StartAsync("/nowhere", isDurable: false));

        Assert.Contains("/nowhere/initdb", cause.Message, StringComparison.Ordinal);
    }

    private static async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
