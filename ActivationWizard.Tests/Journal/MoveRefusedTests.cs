using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ActivationWizard.Tests.Journal;

/// <summary>What a move into PostgreSQL refuses, each with its sentence, and what stops one in the middle.</summary>
public sealed class MoveRefusedTests(PostgresServer server) : IAsyncLifetime
{
    private MoveWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await MoveWorld.StartAsync(server);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(1, "is of an earlier version", "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" > '20261129190005'")]
    [InlineData(1, "29990101000000_Later", "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')")]
    [InlineData(1, "Installation:Mode", "UPDATE \"Installation\" SET \"Mark\" = 'Production'")]
    [InlineData(1, "the keys of the cases are not there", "DELETE FROM \"DataKeys\"", JournalPlace.KeyStoreName)]
    [InlineData(1, "SQLite error 26", null)]
    public async Task Files_ThatCannotMove_AreRefusedAndNothingIsMade(
        int expected, string sentence, string? change, string file = JournalPlace.JournalName)
    {
        if (change is not null)
            await _world.ChangeAsync(change, _world.Files, file);
        else
            await File.WriteAllTextAsync(
                Path.Combine(_world.Folder, file), new string('x', 4096), TestContext.Current.CancellationToken);

        var (code, said) = await _world.MoveAsync();

        Assert.Equal(expected, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Equal(0, await TablesAsync(_world.Connection));
    }

    [Fact]
    public async Task Settings_ThatAreNotThoseOfAMove_AreRefused()
    {
        Assert.Contains(
            "Set Journal:Provider to Postgres", (await _world.RunAsync(new StringWriter(), "--move-to-postgres")).Said,
            StringComparison.Ordinal);
        Assert.Contains(
            "The move stopped", (await _world.MoveAsync("--Journal:ConnectionString=Host=/nowhere")).Said,
            StringComparison.Ordinal);
        Assert.Contains(
            "Journal:MasterKey", (await _world.MoveAsync($"--Journal:MasterKey={FixedKey.Master}")).Said,
            StringComparison.Ordinal);
        File.Delete(Path.Combine(_world.Folder, JournalPlace.KeyStoreName));
        Assert.Contains("there is nothing to move", (await _world.MoveAsync()).Said, StringComparison.Ordinal);
        Assert.Equal(0, await TablesAsync(_world.Connection));
    }

    [Fact]
    public async Task Files_ThatAnAppHasOpen_AreRefused()
    {
        // As an app has them: with a write-ahead log, and a connection that does nothing at the moment.
        await using (var app = new SqliteConnection(
            $"Data Source={Path.Combine(_world.Folder, JournalPlace.JournalName)};Pooling=False"))
        {
            await app.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = app.CreateCommand();
            foreach (var sql in new[] { "PRAGMA journal_mode=WAL", "SELECT COUNT(*) FROM \"Events\"" })
            {
                command.CommandText = sql;
                await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            }

            var (code, said) = await _world.MoveAsync();

            Assert.Equal(1, code);
            Assert.Contains("has the files in Installation:DataFolder open", said, StringComparison.Ordinal);
            Assert.Equal(0, await TablesAsync(_world.Connection));
        }

        Assert.Equal(0, (await _world.MoveAsync()).Code);
    }

    [Fact]
    public async Task Database_ThatWasUsed_IsRefusedAndKeepsWhatItHas()
    {
        await using var other = await JournalHost.StartAsync(JournalProvider.Postgres, server);
        var before = await MoveWorld.RowsAsync(other.Storage);

        var (code, said) = await _world.MoveAsync($"--Journal:ConnectionString={other.Storage.ConnectionString}");
        var (keysCode, keysSaid) = await _world.MoveAsync($"--Journal:KeyStore={other.Storage.ConnectionString}");

        Assert.Equal((1, 1), (code, keysCode));
        Assert.Contains("never used", said, StringComparison.Ordinal);
        Assert.Contains("never used", keysSaid, StringComparison.Ordinal);
        Assert.Equal(before, await MoveWorld.RowsAsync(other.Storage));
        Assert.Equal(0, await TablesAsync(_world.Connection));
    }

    [Theory]
    // The driver tells what the server said last, or that it is gone: whichever it sees first.
    [InlineData("The move stopped: ", "PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL;")]
    [InlineData("SQLSTATE 53100", "RAISE disk_full;")]
    public async Task Database_ThatIsLostOrFullInTheMiddle_IsSaidAndTheNextRunGoesOn(string sentence, string trouble)
    {
        var before = await MoveWorld.RowsAsync(_world.Files);
        await using var stopped = new AtLine("Summaries: 6 of 6.", () => _world.ChangeAsync(
            $"""
            CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN {trouble} END';
            CREATE TRIGGER trouble BEFORE INSERT ON "Events" EXECUTE FUNCTION trouble();
            """,
            _world.Target));

        var (code, said) = await _world.MoveAsync(stopped);

        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Contains("run --move-to-postgres again", said, StringComparison.Ordinal);
        await _world.ChangeAsync("DROP TRIGGER trouble ON \"Events\"", _world.Target);
        // As in the next process.
        NpgsqlConnection.ClearPool(new NpgsqlConnection(_world.Connection));
        var again = await _world.MoveAsync();
        Assert.True(again.Code is 0, again.Said);
        Assert.Equal(before, await MoveWorld.RowsAsync(_world.Target));
    }

    private static async Task<long> TablesAsync(string connection)
    {
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT COUNT(*) FROM pg_tables WHERE schemaname IN ('public', 'case_keys')", database);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    // Does something once a line has been said.
    private sealed class AtLine(string line, Func<Task> actAsync) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value == line)
                await actAsync();
        }
    }
}
