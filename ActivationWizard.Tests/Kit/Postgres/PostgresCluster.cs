using System.Diagnostics;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Tools;
using Npgsql;

namespace ActivationWizard.Tests.Kit.Postgres;

/// <summary>
/// A running cluster on a unix socket in its own folder: no port to collide, no one else on the machine may connect.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    // The server lives as long as this process holds the shell's input open, so a killed test run leaves no server behind.
    private const string UntilInputEnds =
        """cd "$0"; "$@" >"$0/log" 2>&1 & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf "$0" """;

    // Hundreds of copies of a database are made and thrown away: of that a disk, where it does not matter, takes minutes.
    private const string InMemory = "/dev/shm";
    private const long RoomForCopies = 8L << 30;

    private static readonly TimeSpan StartLimit = Waiting.Limit;
    private readonly TemporaryFolder _folder;
    private readonly Process _shell;

    private PostgresCluster(TemporaryFolder folder, Process shell) => (_folder, _shell) = (folder, shell);

    /// <summary>How to reach one of its databases.</summary>
    public string ConnectionString(string database) =>
        $"Host={_folder.Path};Database={database};Username=test;Maximum Pool Size=20;Include Error Detail=true";

    /// <summary>Its unix socket.</summary>
    public string Socket => Path.Combine(_folder.Path, ".s.PGSQL.5432");

    /// <summary>Makes and starts a cluster with the programs in the folder.</summary>
    /// <param name="isDurable">Whether it waits for its disk, as a real one does.</param>
    /// <param name="followed">The cluster that it is a replica of; null for one that stands alone.</param>
    public static async Task<PostgresCluster> StartAsync(string programs, bool isDurable, PostgresCluster? followed = null)
    {
        var folder = isDurable || !FitsInMemory() ? new TemporaryFolder() : new TemporaryFolder(InMemory);
        try
        {
            var asUser = await OwnerAsync(folder);
            await SucceedAsync([.. asUser, .. followed?.Copy(programs, folder) ?? Initialise(programs, folder)]);
            string[] command = [.. asUser, "sh", "-c", UntilInputEnds, folder.Path, .. Serve(programs, folder, isDurable)];
            var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true };
            var cluster = new PostgresCluster(folder, Process.Start(start)!);
            await cluster.ReadyAsync();
            return cluster;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Follows nobody from now on: what the other writes later is not in it.</summary>
    public async Task LetGoAsync()
    {
        await RunAsync("ALTER SYSTEM SET primary_conninfo = ''");
        await RunAsync("SELECT pg_reload_conf()");
        await Waiting.ForAsync(
            "a replica that follows nobody", () => RunAsync("SELECT count(*) FROM pg_stat_wal_receiver"), count => count is 0L,
            count => $"{count} that it follows");
    }

    /// <summary>Takes the place of the one it followed.</summary>
    public Task PromoteAsync() => RunAsync("SELECT pg_promote()");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        _folder.Dispose();
    }

    private static bool FitsInMemory() =>
        Directory.Exists(InMemory) && new DriveInfo(InMemory).AvailableFreeSpace >= RoomForCopies;

    private static string[] Initialise(string programs, TemporaryFolder folder) =>
        [Path.Combine(programs, "initdb"), "-D", folder["data"], "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C"];

    // Where initdb is a link, the other programs are beside what it leads to.
    private string[] Copy(string programs, TemporaryFolder folder)
    {
        var known = new FileInfo(Path.Combine(programs, "initdb"));
        var real = known.ResolveLinkTarget(returnFinalTarget: true) ?? known;
        var program = Path.Combine(Path.GetDirectoryName(real.FullName)!, "pg_basebackup");
        return [program, "-D", folder["data"], "-h", _folder.Path, "-U", "test", "-X", "stream", "-R", "-c", "fast"];
    }

    // With hundreds of databases autovacuum begins a process many times a second, to look at one after the other.
    private static string[] Serve(string programs, TemporaryFolder folder, bool isDurable)
    {
        var kept = isDurable ? "on" : "off";
        return
        [
            Path.Combine(programs, "postgres"), "-D", folder["data"], "-k", folder.Path, "-c", "listen_addresses=",
            "-c", $"fsync={kept}", "-c", $"full_page_writes={kept}", "-c", $"autovacuum={kept}", "-c", "max_connections=400",
        ];
    }

    /// <summary>The server refuses to run as root; then the folder and the server belong to a user without rights.</summary>
    private static async Task<string[]> OwnerAsync(TemporaryFolder folder)
    {
        if (!Environment.IsPrivilegedProcess) return [];
        var known = await CommandLine.RunAsync("id", ["-u", "postgres"], StartLimit);
        var user = known.Succeeded ? "postgres" : "nobody";
        await SucceedAsync(["chown", user, folder.Path]);
        return ["setpriv", $"--reuid={user}", "--clear-groups", "--"];
    }

    private static async Task SucceedAsync(string[] command)
    {
        var result = await CommandLine.RunAsync(command[0], command[1..], StartLimit);
        if (!result.Succeeded) throw new PostgresUnavailableException($"{Path.GetFileName(command[0])}: {result.Output.Trim()}");
    }

    /// <summary>Runs a statement as who may do everything; returns the first value of its answer.</summary>
    public async Task<object?> RunAsync(string command)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var one = source.CreateCommand(command);
        return await one.ExecuteScalarAsync();
    }

    private async Task ReadyAsync()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await AnswersAsync())
        {
            if (limit.IsCancellationRequested)
            {
                var log = File.Exists(_folder["log"]) ? await File.ReadAllTextAsync(_folder["log"]) : "";
                await DisposeAsync();
                throw new PostgresUnavailableException($"no answer within {StartLimit.TotalSeconds:0} s: {log.Trim()}");
            }
            await poll.WaitForNextTickAsync();
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
