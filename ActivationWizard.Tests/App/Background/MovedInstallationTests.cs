using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Postgres;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Background;

/// <summary>An installation at work that moves to PostgreSQL, between two lives of the app.</summary>
public sealed class MovedInstallationTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_OnPostgresAfterTheMove_ReplaysWhatIsFinishedAndCarriesOnWhatIsOpen()
    {
        CaseNumber finished, open;
        RawCase before;
        IReadOnlyList<Cookie> cookies;
        using (var files = new TestApp(new() { Folder = _folder.Path }))
        {
            (finished, open) = (await files.NumberOfAsync("E. Mailstra"), await files.NumberOfAsync("P. Postma"));
            await AgreeAsync(files, finished);
            await files.UntilAsync(finished, one => one.State is ActivationState.SentByEmail);
            await files.DeskOf(DemoPeople.Sanne).TakeAsync(open);
            await files.UntilAsync(open, one => one.State is ActivationState.AwaitingDecision);
            before = (await ReplayAsync(files, finished))!;
            using var visitor = files.Visitor();
            await visitor.SignInAsync(DemoPeople.Sanne);
            cookies = [.. visitor.Cookies];
        }

        var postgres = await PostgresAsync();
        // The app was in this process, and so is its pool.
        SqliteConnection.ClearAllPools();
        var (code, said) = await MoveAsync(postgres);
        Assert.True(code is 0, said);

        using var moved = new TestApp(new()
        {
            Folder = _folder.Path,
            Settings = postgres.Select(one => one[2..].Split('=', 2)).ToDictionary(one => one[0], one => one[1]),
        });
        var after = (await ReplayAsync(moved, finished))!;
        Assert.Null(after.Break);
        Assert.Equal(before.Entries.Select(Said), after.Entries.Select(Said));
        using var again = moved.Visitor();
        foreach (var cookie in cookies)
            again.SetCookie(cookie.Name, cookie.Value);
        using (var page = await again.Http.GetAsync(Urls.Work, Cancellation))
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await AgreeAsync(moved, open);
        await moved.UntilAsync(open, one => one.State.IsFinal);
        Assert.Single(moved.Sandbox.Ledger, entry => entry.Effect == SandboxEffects.MailCode);
        Assert.False((await moved.CaseAsync(open)).IsInDoubt);
    }

    [Fact]
    [Nightly("an app as a process of its own; every day a connection to the file stands for it")]
    public async Task Move_WhileAnAppRunsOnTheFiles_IsRefusedAndGoesOnceItIsKilled()
    {
        var postgres = await PostgresAsync();
        await using (await AppProcess.StartAsync(_folder.Path))
            Assert.Contains("has the files in", (await MoveAsync(postgres)).Said, StringComparison.Ordinal);

        var (code, said) = await MoveAsync(postgres);

        Assert.True(code is 0, said);
        Assert.Contains(" 0 that do not fit.", said, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string[]> PostgresAsync() =>
        ["--Journal:Provider=Postgres", $"--Journal:ConnectionString={await server.CreateDatabaseAsync()}"];

    private async Task<(int Code, string Said)> MoveAsync(string[] postgres)
    {
        using var said = new StringWriter();
        var code = await CommandLine.RunAsync(
            ["--move-to-postgres", $"--Installation:DataFolder={_folder.Path}", .. postgres],
            _ => throw new InvalidOperationException("It serves."), said, said, Cancellation);
        return (code, said.ToString());
    }

    private static Task<RawCase?> ReplayAsync(TestApp app, CaseNumber number) =>
        app.Services.GetRequiredService<FinishedCases>().ReplayAsync(number, DemoPeople.Els, Cancellation);

    private static string Said(RecordedEvent entry) => $"{entry.Sequence} {entry.At:O} {entry.Actor} {entry.Event}";

    private static async Task AgreeAsync(TestApp app, CaseNumber number)
    {
        var desk = app.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(number);
        var proposed = await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
        Assert.IsType<Decision.Taken>(
            (await desk.AnswerAsync(number, proposed.Version, new AcceptProposal(new Acceptance()))).Decision);
    }
}
