using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.Seeds;
using Xunit;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>A sandbox of one test's own, with a client that is let in to each system.</summary>
internal sealed class SandboxFixture : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private SandboxFixture(SandboxServer server) => Server = server;

    public SandboxServer Server { get; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SandboxFixture> StartAsync(SandboxOptions? options = null, TimeProvider? time = null) =>
        new(await SandboxServer.StartAsync(options ?? new(), time ?? TimeProvider.System, Cancellation));

    /// <summary>The party's number of the first seeded person with this row.</summary>
    public static string NumberOf(string row, string? scenario = null) => SandboxSeeds.Requests
        .First(one => one.ExpectedRow == row
            && (scenario is null || one.Scenario.Contains(scenario, StringComparison.Ordinal))).PartyNumber!;

    public Task<HttpResponseMessage> Umbrella(
        string method, string path, object? body = null, string? key = null, string? ifMatch = null,
            CancellationToken? cancellation = null) =>
        SendAsync(new(Server.Umbrella, "api/v1/" + path), method, body, request =>
        {
            request.Headers.Add("X-API-KEY", new UmbrellaSandboxOptions().ApiKey);
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }, cancellation);

    public Task<HttpResponseMessage> Viewpoint(string method, string path, object? body = null) =>
        SendAsync(new(Server.Viewpoint, path), method, body,
            request => request.Headers.Add("X-API-KEY", new ViewpointSandboxOptions().ApiKey));

    public Task<HttpResponseMessage> Postex(string method, string path, object? body = null) =>
        SendAsync(new(Server.Postex, "rest/v2/" + path), method, body,
            request => request.Headers.Authorization = new("Bearer", new PostexSandboxOptions().Token));

    public Task<HttpResponseMessage> Control(string method, string path, object? body = null) =>
        SendAsync(new(Server.Control, path), method, body);

    public async Task<JsonNode> Person(string number) => await Json(Control("GET", "state/people/" + number));

    public async Task<string> Customer(string number) => (string)(await Person(number))["klanten"]![0]!["klantId"]!;

    public async Task<HttpResponseMessage> SendAsync(
        Uri address, string method, object? body = null, Action<HttpRequestMessage>? prepare = null,
            CancellationToken? cancellation = null)
    {
        using var request = new HttpRequestMessage(new(method), address);
        if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body);
        prepare?.Invoke(request);
        return await _http.SendAsync(request, cancellation ?? Cancellation);
    }

    public static async Task<JsonNode> Json(Task<HttpResponseMessage> sending, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await sending;
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
    }

    public static async Task Status(HttpStatusCode expected, Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.Equal(expected, response.StatusCode);
    }

    /// <summary>Asserts Umbrella's own error shape.</summary>
    public static async Task Problem(HttpStatusCode expected, string code, Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(new MediaTypeHeaderValue("application/problem+json", "utf-8"), response.Content.Headers.ContentType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal("urn:umbrella:" + code, (string?)problem["type"]);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
