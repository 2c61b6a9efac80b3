using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>The simulators as a process of their own, which outlives every app, and what a run says to them.</summary>
internal sealed class SandboxPeer : IAsyncDisposable
{
    // It does not look at its input itself: a shell does, and ends it when that ends.
    private const string UntilInputEnds = """ "$@" & peer=$!; cat >/dev/null; kill -KILL $peer """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private readonly ChildProcess _process;
    private readonly HttpClient _control;

    private SandboxPeer(ChildProcess process, Uri control) =>
        (_process, _control) = (process, new HttpClient { BaseAddress = control });

    /// <summary>The address without a path.</summary>
    public Uri Address => new(_control.BaseAddress!, "/");

    public static async Task<SandboxPeer> StartAsync(
        string folder, Dictionary<string, string> settings, ConcurrentQueue<string> log)
    {
        Directory.CreateDirectory(folder);
        string[] arguments =
        [
            "-c", UntilInputEnds, "sh", "dotnet", typeof(Program).Assembly.Location, "--sandbox",
            $"--Installation:DataFolder={folder}", "--Urls=http://127.0.0.1:0",
            .. settings.Select(one => $"--{one.Key}={one.Value}"),
        ];
        var (process, control) = await ChildProcess.StartAsync("sh", arguments, folder, "control ", log);
        return new SandboxPeer(process, new Uri(control));
    }

    /// <summary>Every effect that was really carried out.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> LedgerAsync() => (await _control.GetFromJsonAsync<LedgerEntry[]>("ledger"))!;

    public async Task<IReadOnlyList<FaultRule>> FaultsAsync() => (await _control.GetFromJsonAsync<FaultRule[]>("faults", Json))!;

    public async Task ScriptAsync(IEnumerable<FaultRule> rules)
    {
        FaultRule[] list = [.. rules];
        if (list.Length > 0)
            await SucceedAsync(_control.PostAsJsonAsync("faults", list, Json));
    }

    public Task ClearFaultsAsync() => SucceedAsync(_control.DeleteAsync(new Uri("faults", UriKind.Relative)));

    public Task ResetAsync() => SucceedAsync(_control.PostAsync(new Uri("reset", UriKind.Relative), null));

    public Task ChangeAsync(object change) => SucceedAsync(_control.PostAsJsonAsync("change", change));

    public async Task<JsonNode> StateAsync(string path) => (await _control.GetFromJsonAsync<JsonNode>($"state/{path}"))!;

    /// <summary>How many calls showed a code where none may stand.</summary>
    public async Task<int> LeaksAsync() => (int)(await _control.GetFromJsonAsync<JsonNode>("calls"))!["leaks"]!;

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _process.DisposeAsync();
    }

    private static async Task SucceedAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"The sandbox said {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
