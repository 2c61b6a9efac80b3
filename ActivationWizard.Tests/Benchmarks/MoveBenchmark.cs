using System.Diagnostics;
using System.Globalization;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using ActivationWizard.Tests.Kit.Tools;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// A journal of 100,000 finished cases moves from its files into PostgreSQL by the command: once whole, and once killed with
/// SIGKILL again and again, each life an eighth of the whole longer than the one before it, until one gets to the end.
/// <c>CASES</c> takes another number.
/// </summary>
internal static class MoveBenchmark
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(2);

    private static readonly int Cases = Environment.GetEnvironmentVariable("CASES") is { } asked
        ? int.Parse(asked, CultureInfo.InvariantCulture)
        : 100_000;

    public static async Task RunAsync(TextWriter output)
    {
        await using var postgres = new PostgresServer(isDurable: true);
        await using var journal = await SeededJournal.StartAsync(JournalProvider.Sqlite, null);
        await journal.FillAsync(Cases);
        MoveWorld.Forget(journal.Host.Storage);
        using var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(journal.Host.Storage.Folder))
            File.Copy(file, copy[Path.GetFileName(file)]);

        var clock = Stopwatch.StartNew();
        var whole = await MoveAsync(copy.Path, await postgres.CreateDatabaseAsync(), Limit);
        var took = clock.Elapsed;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Cases} cases, compared and verified: {took.TotalSeconds:0} s, {Cases / took.TotalSeconds:0} a second"));
        await output.WriteLineAsync(whole.Output.Trim());

        var (database, killed, last) = (await postgres.CreateDatabaseAsync(), 0, default(CommandResult));
        clock.Restart();
        while (last is not { Succeeded: true })
        {
            last = await MoveAsync(journal.Host.Storage.Folder, database, took / 8 * (killed + 1));
            if (last.ExitCode is -1)
                killed++;
            else if (!last.Succeeded)
                break;
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"killed {killed} times: exit code {last!.ExitCode} after {clock.Elapsed.TotalSeconds:0} s"));
        await output.WriteLineAsync(last.Output.Trim());
    }

    private static Task<CommandResult> MoveAsync(string folder, string connection, TimeSpan limit) => CommandLine.RunAsync(
        "dotnet",
        [
            typeof(Program).Assembly.Location, "--move-to-postgres", "--Journal:Provider=Postgres",
            $"--Journal:ConnectionString={connection}", $"--Installation:DataFolder={folder}",
        ],
        limit);
}
