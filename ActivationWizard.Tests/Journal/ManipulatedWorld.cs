using System.Data.Common;
using ActivationWizard.App;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ActivationWizard.Tests.Journal;

/// <summary>
/// A journal with something of everything in it, and what somebody kept of an earlier moment of it: copies of tables, and the
/// note outside the database. Made once for each database, and copied for each manipulation.
/// </summary>
/// <remarks>
/// Cases 1 (Sanne, a comment on event 5 and a settled one on event 4) and 2 (Tom) are finished, 3 is erased, 4 is open with a
/// draft of Sanne's, 5 came with an intake key. Then the copies and <c>old.json</c> were made. Since then 3 was erased, 4 went
/// on, 6 came with an intake key and was finished, and the seventh access record written: <c>checkpoint.json</c>, and
/// <c>received.json</c>, which was sent elsewhere.
/// </remarks>
internal sealed class ManipulatedWorld : IDisposable
{
    private static readonly Lazy<Task<Dictionary<string, byte[]>>> Sqlite = new(() => MakeAsync(null));
    private static readonly string[] Kept =
        ["Summaries", "Events", "WordPseudonyms", "RecordHeads", "Looks", "CaseNumbers", "Epochs", "IntakeKeys"];

    private static Dictionary<string, byte[]>? _postgres;

    private readonly TemporaryFolder _folder = new();

    private JournalStorage Storage { get; set; } = null!;

    /// <summary>The full path of a file of the data folder.</summary>
    public string this[string name] => _folder[name];

    public static async Task<ManipulatedWorld> CopyAsync(JournalProvider provider, PostgresServer? postgres)
    {
        var world = new ManipulatedWorld();
        var connection = provider is JournalProvider.Sqlite ? null : await postgres!.CreateDatabaseAsync(
            "manipulated_world", async made => _postgres = await MakeAsync(made));
        foreach (var (name, content) in connection is null ? await Sqlite.Value : _postgres!)
            await File.WriteAllBytesAsync(world[name], content);
        world.Storage = new JournalStorage(world._folder.Path, connection);
        return world;
    }

    /// <summary>Changes the journal, or with <c>{keys}</c> in it the key store, behind the app's back.</summary>
    public Task MeddleAsync(string sql) => MeddleAsync(Storage, sql);

    /// <summary>An instance on it.</summary>
    public Task<JournalHost> StartAsync() => JournalHost.StartAsync(Storage, DatabaseMark.Demo);

    /// <summary>What <c>--verify</c> says, line by line.</summary>
    public async Task<(int Code, string[] Said)> VerifyAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        string[] place =
        [
            $"--Installation:DataFolder={_folder.Path}", .. Storage.Settings.Select(one => $"--{one.Key}={one.Value}"),
        ];
        var code = await CommandLine.RunAsync(
            ["--verify", .. args, .. place], _ => throw new InvalidOperationException("It serves."), output,
            new CommandErrors(output),
            TestContext.Current.CancellationToken);
        return (code, output.ToString().Trim().Split('\n'));
    }

    public void Dispose()
    {
        if (Storage?.ConnectionString is { } postgres)
            NpgsqlConnection.ClearPool(new NpgsqlConnection(postgres));
        else
            SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static async Task MeddleAsync(JournalStorage storage, string sql)
    {
        var file = sql.Contains("{keys}", StringComparison.Ordinal) ? "keys.db" : "journal.db";
        await using DbConnection connection = storage.ConnectionString is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={Path.Combine(storage.Folder, file)};Foreign Keys=False;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = storage.ConnectionString is null
            ? sql.Replace("{keys}", "", StringComparison.Ordinal)
            : $"SET session_replication_role = replica; {sql.Replace("{keys}", "case_keys.", StringComparison.Ordinal)}";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<Dictionary<string, byte[]>> MakeAsync(string? connection)
    {
        using var folder = new TemporaryFolder();
        var storage = new JournalStorage(folder.Path, connection);
        await using (var host = await JournalHost.StartAsync(storage, DatabaseMark.Demo))
            await FillAsync(host, folder);
        SqliteConnection.ClearAllPools();
        return Directory.GetFiles(folder.Path).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
    }

    private static async Task FillAsync(JournalHost host, TemporaryFolder folder)
    {
        var none = CancellationToken.None;
        var one = await FinishAsync(host, "Anna van der Jansen", DemoPeople.Sanne);
        var two = await FinishAsync(host, "Bram Jansen", DemoPeople.Tom);
        var three = await FinishAsync(host, "Cor de Vries", DemoPeople.Sanne);
        var opened = await host.Journal.OpenAsync(Story.Request("Dirk"), Actor.Wizard, null, none);
        var four = await TellAsync(host, opened.Number, 1);
        await host.Journal.OpenAsync(Story.Request("Eva"), Actor.Wizard, "form:5", none);
        await host.Get<CaseDrafts>().KeepAsync(
            four.Number, four.Question, new Dictionary<string, string> { ["reden"] = "belt terug" }, DemoPeople.Sanne, none);
        foreach (var looked in new[] { one, two, one })
            await host.Get<CaseAccesses>().RecordAsync([looked.Number], AccessKind.Replay, DemoPeople.Els, none);
        var comments = host.Get<CaseComments>();
        await comments.AddAsync(one.Number, 4, CommentKind.Mistake, "Kijk hier", DemoPeople.Els, none);
        var settled = (await comments.OfAsync(one.Number, DemoPeople.Els, none))[0];
        await comments.ResolveAsync(one.Number, settled.Id, DemoPeople.Els, none);
        await comments.AddAsync(one.Number, 5, CommentKind.Discuss, "Goed gezien", DemoPeople.Els, none);
        await NoteAsync(host, one, two, three, four);
        File.Copy(folder["checkpoint.json"], folder["old.json"]);
        foreach (var table in Kept)
            await MeddleAsync(host.Storage, $"CREATE TABLE \"Old{table}\" AS SELECT * FROM \"{table}\"");
        await MeddleAsync(host.Storage, "CREATE TABLE {keys}\"OldKeys\" AS SELECT * FROM {keys}\"DataKeys\"");

        await host.Get<CaseErasure>().EraseAsync(three.Number, DemoPeople.Bram.Id, "Asked by the tenant", none);
        four = await TellAsync(host, four.Number, 2);
        var six = await FinishAsync(host, "Fleur", DemoPeople.Sanne, "form:6");
        await host.Get<CaseAccesses>().RecordAsync([six.Number], AccessKind.Replay, DemoPeople.Els, none);
        await NoteAsync(host, one, two, three, four, six);
        File.Copy(folder["checkpoint.json"], folder["received.json"]);
    }

    private static async Task NoteAsync(JournalHost host, params ActivationCase[] cases) =>
        await host.Get<Checkpoints>().MakeAsync(
            cases.ToDictionary(one => CaseKey.Of(one.Number), one => one.Version), cases[^1].Number.Ordinal,
            CancellationToken.None);

    private static async Task<ActivationCase> FinishAsync(
        JournalHost host, string name, Actor handler, string? intakeKey = null)
    {
        var opened = await host.Journal.OpenAsync(Story.Request(name), Actor.Wizard, intakeKey, CancellationToken.None);
        return await TellAsync(host, opened.Number, int.MaxValue, handler);
    }

    // The story as far as so many events after the first.
    private static async Task<ActivationCase> TellAsync(JournalHost host, CaseNumber number, int events, Actor? handler = null)
    {
        var activation = (await host.Journal.LoadAsync(number, CancellationToken.None))!;
        var story = Story.ToTheEnd(number, handler ?? DemoPeople.Sanne).Take(events).Skip(activation.Version - 1);
        foreach (var (actor, happened) in story)
            (_, activation) = await host.Journal.AppendAsync(activation, [happened], actor, null, CancellationToken.None);
        return activation;
    }
}
