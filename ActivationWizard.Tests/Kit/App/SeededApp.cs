using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>The whole app as a demonstration starts it: simulators with their people, and the work list they fill.</summary>
public sealed class SeededApp : IAsyncLifetime
{
    private readonly HttpClient _http = new();

    public SeededApp() : this([]) { }

    internal SeededApp(
        Dictionary<string, string> settings, Action<IServiceCollection>? replace = null, TimeProvider? clock = null) =>
        App = new ShellApp(settings, replace, clock);

    public ShellApp App { get; }

    /// <summary>Where it keeps what it keeps.</summary>
    public string DataFolder => App.Services.GetRequiredService<IConfiguration>()["Installation:DataFolder"]!;

    public async ValueTask InitializeAsync()
    {
        var queries = App.Services.GetRequiredService<CaseQueries>();
        await Waiting.ForAsync(
            "a filled work list", async () => (await queries.WorkListAsync(Actors.Els, WorkListFilter.All, default)).Count,
            count => count >= SandboxSeeds.Requests.Count, count => $"{count} long");
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        App.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The case of a seeded request, by the name on it.</summary>
    public async Task<ActivationCase> CaseOfAsync(string name) => await CaseAsync(await NumberOfAsync(name));

    /// <summary>The case as its journal has it now.</summary>
    public async Task<ActivationCase> CaseAsync(CaseNumber number) =>
        (await App.Services.GetRequiredService<ICaseJournal>().LoadAsync(number, default))!;

    /// <summary>The case once it is as it should be.</summary>
    public Task<ActivationCase> CaseWhenAsync(CaseNumber number, Func<ActivationCase, bool> isSo) => Waiting.ForAsync(
        $"case {number}", () => CaseAsync(number), isSo, last => $"{last.State} {last.Hold} {last.Trouble}");

    /// <summary>The number of a seeded request's case, by the name on it.</summary>
    public async Task<CaseNumber> NumberOfAsync(string name)
    {
        var queries = App.Services.GetRequiredService<CaseQueries>();
        var open = await queries.WorkListAsync(Actors.Els, WorkListFilter.All, default);
        if (open.FirstOrDefault(one => one.Name == name) is { } found)
            return found.Number;
        var finished = await App.Services.GetRequiredService<FinishedCases>().PageAsync(Actors.Els, name, null, 25, default);
        return finished.Cases.First(one => one.Name == name).Number;
    }

    /// <summary>What the systems really did for a case, in order.</summary>
    public IReadOnlyList<LedgerEntry> LedgerOf(ActivationCase activation) => [.. App.Sandbox.Ledger
        .Where(entry => entry.IdempotencyKey?.Contains(activation.Number.ToString(), StringComparison.Ordinal) is true)];

    /// <summary>The mails that the Wonen mailbox sent for a case, as they are in the data folder.</summary>
    public IReadOnlyList<string> MailsOf(ActivationCase activation)
    {
        return [.. Directory.EnumerateFiles(DataFolder, "*.eml", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file).Contains(activation.Number.ToString(), StringComparison.Ordinal))
            .Select(File.ReadAllText)];
    }

    /// <summary>Something is put right, or goes wrong, at the source.</summary>
    public async Task ChangeAsync(object change)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(App.Sandbox.Control, "change"), change);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <summary>What the simulators hold, as <c>/_sandbox/state</c> shows it.</summary>
    public async Task<JsonNode> StateAsync(string path) =>
        (await _http.GetFromJsonAsync<JsonNode>(new Uri(App.Sandbox.Control, $"state/{path}")))!;
}

/// <summary>The people of the demonstration, for queries.</summary>
internal static class Actors
{
    public static Actor Sanne => ActivationWizard.App.SignIn.DemoPeople.Sanne;

    public static Actor Tom => ActivationWizard.App.SignIn.DemoPeople.Tom;

    public static Actor Els => ActivationWizard.App.SignIn.DemoPeople.Els;
}
