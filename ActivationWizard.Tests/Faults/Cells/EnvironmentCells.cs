using System.Diagnostics;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>Something around the app fails for a while: its disk, its database, the systems.</summary>
/// <param name="BeginAsync">Begins the trouble; what it returns ends it.</param>
internal sealed record Trouble(string Name, Func<FaultWorld, Task<IAsyncDisposable>> BeginAsync)
{
    /// <summary>A system call is spoiled for it.</summary>
    public bool NeedsStrace { get; init; }

    /// <summary>In real time, for that is what is tested: three seconds are longer than the app tries again by itself.</summary>
    public TimeSpan Lasts { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>It begins after so many effects of all routes together, once for each.</summary>
    public IReadOnlyList<int> Moments { get; init; } = [0, 3, 12];

    /// <summary>These system calls of the app end with this error.</summary>
    public static Trouble Of(string name, string calls, string error) =>
        new(name, async world => await Strace.AttachAsync(world.App.Process, calls, $"error={error}")) { NeedsStrace = true };
}

/// <summary>Runs every route through each trouble, which begins at three moments.</summary>
internal static class EnvironmentCells
{
    /// <summary>What can happen to an app with SQLite.</summary>
    public static IReadOnlyList<Trouble> OnSqlite { get; } =
    [
        Trouble.Of("disk full", "pwrite64", "ENOSPC"),
        Trouble.Of("database read-only", "pwrite64", "EROFS"),
        Trouble.Of("disk that does not sync", "fsync,fdatasync", "EIO"),
        Trouble.Of("disk that cannot be read", "pread64,pwrite64", "EIO"),
        new("database locked", LockSqliteAsync),
        new("systems gone", async world =>
        {
            await world.Sandbox.DisposeAsync();
            return new Ending(world.StartSandboxAsync);
        }),
    ];

    /// <summary>What can happen to an app with PostgreSQL.</summary>
    public static IReadOnlyList<Trouble> OnPostgres { get; } =
    [
        new("PostgreSQL read-only", world =>
            SetAsync(world, "SET default_transaction_read_only = on", "RESET default_transaction_read_only")),
        new("PostgreSQL gone", LockOutAsync),
        new("PostgreSQL gone for five minutes", LockOutAsync) { Lasts = TimeSpan.FromMinutes(5), Moments = [3] },
        new("PostgreSQL crashed and restarted", CrashAsync),
        new("PostgreSQL slow, 2 s a commit", SlowDownAsync),
        new("PostgreSQL out of connections", TakeEveryConnectionAsync),
    ];

    /// <summary>All of it; what this machine cannot do is said and left out.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        foreach (var trouble in OnSqlite)
        {
            if (Strace.Problem is { } problem && trouble.NeedsStrace)
                report.Say($"  {trouble.Name} skipped: {problem}");
            else
                report.Add(await RunAsync(trouble, []));
        }

        await using var postgres = new PostgresServer();
        if (await postgres.ProblemAsync() is { } reason)
            report.Say($"  PostgreSQL skipped: {reason}");
        else
        {
            foreach (var trouble in OnPostgres)
                report.Add(await RunAsync(trouble, await PostgresWorld.SettingsAsync(postgres)));
        }
    }

    /// <summary>One trouble in a world of its own.</summary>
    public static async Task<FaultRow> RunAsync(Trouble trouble, Dictionary<string, string> settings)
    {
        var clock = Stopwatch.StartNew();
        await using var world = await FaultWorld.StartAsync(settings);
        var app = await world.StartAppAsync();
        var cases = new List<CaseUnderTest>();
        foreach (var moment in trouble.Moments)
        {
            List<CaseUnderTest> now = [];
            foreach (var route in RouteCase.All)
                now.Add(await world.OpenAsync(route));
            cases.AddRange(now);
            var before = await world.EffectsAsync();
            var going = now.Select(one => app.GoAsync(one.Number)).ToList();
            await world.UntilAsync(before + moment, going);
            await using (await trouble.BeginAsync(world))
                await Task.Delay(trouble.Lasts);
            await Task.WhenAll(going);
            await KillCells.EndAsync(app, now);
        }

        var ended = await KillCells.EndAsync(app, cases);
        return new FaultRow(
            trouble.Name, RouteCase.All.Count * trouble.Moments.Count, cases.Count, FaultRow.Persons(ended.Values),
            await FaultCheck.LookAsync(world, cases, ended), clock.Elapsed);
    }

    private static async Task<IAsyncDisposable> LockSqliteAsync(FaultWorld world)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(world.DataFolder, "journal.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<IAsyncDisposable> SetAsync(FaultWorld world, string begin, string end)
    {
        await PostgresWorld.AlterAsync(world, begin);
        return new Ending(() => PostgresWorld.AlterAsync(world, end));
    }

    private static Task<IAsyncDisposable> LockOutAsync(FaultWorld world) =>
        SetAsync(world, "ALLOW_CONNECTIONS false", "ALLOW_CONNECTIONS true");

    // A server one of whose processes is killed ends all others, reads its log again and goes on.
    private static async Task<IAsyncDisposable> CrashAsync(FaultWorld world)
    {
        var mine = new NpgsqlConnectionStringBuilder(world.Settings["Journal:ConnectionString"]) { Pooling = false };
        await using var connection = new NpgsqlConnection(mine.ConnectionString);
        await connection.OpenAsync();
        using var process = Process.GetProcessById(connection.ProcessID);
        process.Kill();
        // Every connection to that server is broken, this process's own among them.
        return new Ending(() =>
        {
            NpgsqlConnection.ClearAllPools();
            return Task.CompletedTask;
        });
    }

    // Before an event is committed its transaction sleeps, once.
    private static async Task<IAsyncDisposable> SlowDownAsync(FaultWorld world)
    {
        await PostgresWorld.RunAsync(
            world,
            """
            CREATE OR REPLACE FUNCTION slow_commit() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF current_setting('slow.slept', true) IS DISTINCT FROM txid_current()::text THEN
                    PERFORM set_config('slow.slept', txid_current()::text, true), pg_sleep(2);
                END IF;
                RETURN NULL;
            END $$;
            CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON "Events"
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow_commit()
            """);
        return new Ending(() => PostgresWorld.RunAsync(world, "DROP TRIGGER slow_commit ON \"Events\""));
    }

    // Of the app's own connections none is left.
    private static async Task<IAsyncDisposable> TakeEveryConnectionAsync(FaultWorld world)
    {
        var taken = new List<NpgsqlConnection>();
        var mine = new NpgsqlConnectionStringBuilder(world.Settings["Journal:ConnectionString"]) { Pooling = false };
        await using var judge = new NpgsqlConnection(mine.ConnectionString);
        await judge.OpenAsync();
        mine.ApplicationName = "everybody else";
        await using var others = new NpgsqlCommand(
            $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() "
            + $"AND pid <> pg_backend_pid() AND application_name <> '{mine.ApplicationName}'", judge);
        do
        {
            while (await TryOpenAsync(mine.ConnectionString) is { } one)
                taken.Add(one);
        }
        while ((long)(await others.ExecuteScalarAsync())! > 0);
        return new Ending(async () =>
        {
            foreach (var one in taken)
                await one.DisposeAsync();
        });
    }

    private static async Task<NpgsqlConnection?> TryOpenAsync(string connection)
    {
        var one = new NpgsqlConnection(connection);
        try
        {
            await one.OpenAsync();
            return one;
        }
        catch (PostgresException full) when (full.SqlState is PostgresErrorCodes.TooManyConnections)
        {
            await one.DisposeAsync();
            return null;
        }
    }

    private sealed class Ending(Func<Task> end) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await end();
    }
}
