using System.Globalization;
using System.Text;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Retention;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ActivationWizard.Tests.Journal;

/// <summary>An erased case in the bytes of a PostgreSQL server: none in its tables, and what remains is named.</summary>
public sealed class ErasedBytesTests(PostgresServer postgres) : JournalTests(JournalProvider.Postgres, postgres)
{
    private const string Name = "Zachariasse-Postgres";
    private const string Street = "Dorpsstraat";

    [Fact]
    public async Task Erase_OnPostgres_LeavesNoByteInTheDatabaseAndNamesTheRest()
    {
        // Several, so that the statistics of the tables have the name among the commonest values.
        var cases = new List<CaseNumber>();
        for (var at = 0; at < 4; at++)
            cases.Add((await FinishAsync(Story.Request(Name))).Number);
        await Host.Get<CaseComments>().AddAsync(cases[0], 4, CommentKind.Discuss, Name, DemoPeople.Els, Cancellation);
        var keys = await WrappedAsync();
        // One that stays, as an installation has: nobody found out where it lives.
        var kept = await AppendAsync(
            await OpenAsync(Story.Request("Bram")), DemoPeople.Sanne, new CaseTaken(), new CaseWithdrawn("Dubbel"));
        await Host.Get<CaseComments>().AddAsync(kept.Number, 1, CommentKind.Discuss, "Goed", DemoPeople.Els, Cancellation);
        var folder = await FolderAsync();
        await ExecuteAsync("ANALYZE");
        await ExecuteAsync("CHECKPOINT");
        byte[][] canaries = [.. new[] { Name, Street }.Select(Encoding.UTF8.GetBytes), .. keys];
        Assert.All(canaries, one => Assert.NotEmpty(Hits(folder, one)));
        // What cases are found by is neither in the tables nor in their statistics.
        Assert.All(
            new[] { $"{Story.Email}", Folding.Of(Name), Folding.Of(Street) },
            one => Assert.Empty(Hits(folder, Encoding.UTF8.GetBytes(one))));

        foreach (var number in cases.Skip(1))
            await Host.Get<CaseErasure>().TakeAwayAsync(number, DemoPeople.Bram.Id, "Asked", Cancellation);
        var said = await EraseAsync(cases[0]);

        // Whoever connects to the server at that very moment keeps a row that has just gone: then once more, as the command says.
        await Waiting.ForAsync(
            "a database without a byte of it", HitsOrAgainAsync, hits => hits.Count is 0, hits => string.Join(' ', hits));
        // What is left stands in files that the command named.
        var data = Path.GetFullPath(Path.Combine(folder, "..", ".."));
        Assert.All(Hits(data, canaries[0]), file =>
            Assert.StartsWith("pg_wal", Path.GetRelativePath(data, file), StringComparison.Ordinal));
        Assert.Contains("write-ahead log", said, StringComparison.Ordinal);
        Assert.Contains("Backups", said, StringComparison.Ordinal);
        Assert.DoesNotContain("VACUUM", said, StringComparison.Ordinal);
        Assert.DoesNotContain("statistics", said, StringComparison.Ordinal);

        // Of a table without rows they stay, and are named.
        await Host.Get<CaseErasure>().EraseAsync(kept.Number, DemoPeople.Bram.Id, "Asked", Cancellation);
        Assert.Contains(
            Host.Get<DatabaseLogs>().Left, one => one.Contains("statistics of \"WordPseudonyms\"", StringComparison.Ordinal));

        async Task<IReadOnlyList<string>> HitsOrAgainAsync()
        {
            string[] hits = [.. canaries.SelectMany(one => Hits(folder, one))];
            if (hits.Length > 0)
                await Host.Get<CaseErasure>().EmptyLogsAsync(Cancellation);
            return hits;
        }
    }

    [Fact]
    public async Task RemoveClear_OnPostgres_LeavesNoWordInTheTablesAndTheirStatistics()
    {
        var (word, tenant) = (Folding.Of(Name), "P-ZWALUW-990417");
        await using (var context = Host.Open())
        {
            await context.Database.OpenConnectionAsync(Cancellation);
            for (var at = 0; at < 4; at++)
            {
                // As an earlier version wrote it.
                var key = CaseKey.Of((await FinishAsync(Story.Request("Bram"))).Number);
                context.Add(new SearchWordRow { Case = key, Word = word });
                context.AddRange(SearchText.NumbersOf($"{CaseKey.NumberOf(key)}")
                    .Select(one => new SearchWordRow { Case = key, Word = one }));
                await context.SaveChangesAsync(Cancellation);
                await context.Summaries.Where(row => row.Case == key).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Search, word).SetProperty(row => row.PartyId, tenant)
                        .SetProperty(row => row.Household, tenant),
                    Cancellation);
            }
        }

        var folder = await FolderAsync();
        await ExecuteAsync("ANALYZE");
        await ExecuteAsync("CHECKPOINT");
        byte[][] canaries = [Encoding.UTF8.GetBytes(word), Encoding.UTF8.GetBytes(tenant)];
        Assert.All(canaries, one => Assert.NotEmpty(Hits(folder, one)));

        Assert.True(await Host.Get<ClearRemoval>().RunAsync(Cancellation) > 0);

        await Waiting.ForAsync(
            "a database without a byte of it", HitsOrAgainAsync, hits => hits.Count is 0, hits => string.Join(' ', hits));
        Assert.DoesNotContain(Host.Get<DatabaseLogs>().Left, one => one.Contains("statistics", StringComparison.Ordinal));

        async Task<IReadOnlyList<string>> HitsOrAgainAsync()
        {
            string[] hits = [.. canaries.SelectMany(one => Hits(folder, one))];
            if (hits.Length > 0)
                await Host.Get<DatabaseLogs>().EmptyAsync(Cancellation);
            return hits;
        }
    }

    private static IReadOnlyList<string> Hits(string folder, byte[] bytes) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => ReadShared(file).AsSpan().IndexOf(bytes) >= 0),
    ];

    // A file may go while the folder is walked.
    private static byte[] ReadShared(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    private async Task<string> FolderAsync()
    {
        await using var context = Host.Open();
        var oid = await context.Database.SqlQuery<long>(
            $"SELECT oid::bigint AS \"Value\" FROM pg_database WHERE datname = current_database()").SingleAsync(Cancellation);
        return Path.Combine(
            new NpgsqlConnectionStringBuilder(Host.Storage.ConnectionString).Host!, "data", "base",
            oid.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<byte[][]> WrappedAsync()
    {
        await using var context = Host.Get<IDbContextFactory<KeyStoreContext>>().CreateDbContext();
        return await context.DataKeys.Select(row => row.Wrapped).ToArrayAsync(Cancellation);
    }

    private async Task ExecuteAsync(string command)
    {
        await using var source = NpgsqlDataSource.Create(Host.Storage.ConnectionString!);
        await using var run = source.CreateCommand(command);
        await run.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<string> EraseAsync(CaseNumber number)
    {
        using var output = new StringWriter { NewLine = "\n" };
        string[] place =
        [
            $"--Installation:DataFolder={Host.Storage.Folder}",
            .. Host.Storage.Settings.Select(one => $"--{one.Key}={one.Value}"),
        ];
        var code = await CommandLine.RunAsync(
            ["--erase", $"{number}", "--reason", "Asked by the tenant", .. place],
            _ => throw new InvalidOperationException("It serves."), output, output, Cancellation);
        Assert.True(code is 0, output.ToString());
        return output.ToString();
    }
}
