using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

/// <summary>Every fault does what its name says, over a real socket: what the caller sees, and whether it happened.</summary>
public sealed class SandboxFaultTests
{
    private static readonly object NoMail = new { verzendwijze = "geen" };

    [Theory]
    [InlineData(FaultKind.TimeoutBefore, 0)]
    [InlineData(FaultKind.TimeoutAfter, 1)]
    public async Task Timeout_AnswersNever(FaultKind fault, int effects)
    {
        await using var sandbox = await StartAsync();
        var path = await Activation(sandbox);
        sandbox.Server.Script(new() { Fault = fault });
        using var patience = new CancellationTokenSource();
        var asked = sandbox.Umbrella("POST", path, NoMail, cancellation: patience.Token);
        await Waiting.ForAsync("the simulator's effect", () => sandbox.Server.Ledger.Count == effects);
        // In real time, for that is what is tested: that nothing comes can only be waited for.
        await Task.Delay(TimeSpan.FromMilliseconds(400), Cancellation);
        Assert.False(asked.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Equal(effects, sandbox.Server.Ledger.Count);
    }

    [Theory]
    [InlineData(FaultKind.ResetBefore, 0)]
    [InlineData(FaultKind.ResetAfter, 1)]
    [InlineData(FaultKind.HalfBody, 1)]
    public async Task Reset_BreaksTheConnection(FaultKind fault, int effects)
    {
        await using var sandbox = await StartAsync();
        var path = await Activation(sandbox);
        sandbox.Server.Script(new() { Fault = fault });
        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.Umbrella("POST", path, NoMail));
        Assert.Equal(effects, sandbox.Server.Ledger.Count);
    }

    [Theory]
    [InlineData(FaultKind.ErrorBefore, 500, 0, "application/problem+json")]
    [InlineData(FaultKind.ErrorAfter, 500, 1, "application/problem+json")]
    [InlineData(FaultKind.Unauthorized, 401, 0, null)]
    [InlineData(FaultKind.Forbidden, 403, 0, null)]
    [InlineData(FaultKind.NotFoundHtml, 404, 0, "text/html")]
    [InlineData(FaultKind.Conflict, 409, 0, "application/problem+json")]
    [InlineData(FaultKind.LoginPage, 200, 0, "text/html")]
    [InlineData(FaultKind.Redirect, 302, 0, null)]
    [InlineData(FaultKind.TooManyRequests, 429, 0, "application/problem+json")]
    [InlineData(FaultKind.EmailInUse, 422, 0, "application/problem+json")]
    [InlineData(FaultKind.NotSent, 200, 1, "application/json")]
    public async Task Answer_InsteadOfTheAnswer_HasItsStatusAndKind(FaultKind fault, int status, int effects, string? type)
    {
        await using var sandbox = await StartAsync();
        var path = await Activation(sandbox);
        sandbox.Server.Script(new() { Fault = fault });
        using var answer = await sandbox.Umbrella("POST", path, new { verzendwijze = "email", emailadres = "a@b.example" });

        Assert.Equal((status, type), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(effects, sandbox.Server.Ledger.Count(entry => entry.Effect == SandboxEffects.ActivateAccount));
        Assert.Equal(fault == FaultKind.ErrorAfter ? 1
            : 0, sandbox.Server.Ledger.Count(entry => entry.Effect == SandboxEffects.MailCode));
    }

    [Theory]
    [InlineData("3", "3")]
    [InlineData("absent", null)]
    [InlineData("999999999", "999999999")]
    public async Task RetryAfter_IsAsScripted(string scripted, string? header)
    {
        await using var sandbox = await StartAsync();
        sandbox.Server.Script(new() { Fault = FaultKind.TooManyRequests, RetryAfter = scripted });
        using var answer = await sandbox.Umbrella("GET", "klanten?relatienummer=1");
        Assert.Equal(header, answer.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task RetryAfter_AsDate_LiesAhead()
    {
        await using var sandbox = await StartAsync();
        sandbox.Server.Script(new() { Fault = FaultKind.TooManyRequests, RetryAfter = "date", Delay = TimeSpan.FromMinutes(5) });
        using var answer = await sandbox.Umbrella("GET", "klanten?relatienummer=1");
        Assert.InRange(answer.Headers.RetryAfter!.Date!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(4),
            TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Delay_AnswersRightButLate()
    {
        await using var sandbox = await StartAsync();
        sandbox.Server.Script(new() { Fault = FaultKind.Delay, Delay = TimeSpan.FromMilliseconds(250) });
        var started = Stopwatch.GetTimestamp();
        await Status(HttpStatusCode.OK, sandbox.Umbrella("GET", "klanten?relatienummer=1"));
        Assert.True(Stopwatch.GetElapsedTime(started) > TimeSpan.FromMilliseconds(230));
    }

    [Fact]
    public async Task SlowDrip_NeverIsIdleForLongButTakesItsTime()
    {
        await using var sandbox = await StartAsync();
        sandbox.Server.Script(new() { Fault = FaultKind.SlowDrip, Delay = TimeSpan.FromMilliseconds(20) });
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var path = "klanten?relatienummer=" + NumberOf("D22");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            sandbox.Umbrella("GET", path, cancellation: patience.Token));
    }

    [Theory]
    [InlineData(FaultKind.MalformedJson)]
    [InlineData(FaultKind.TooDeep)]
    public async Task Json_ThatCannotBeReadWithin32Levels_IsSentWith200(FaultKind fault)
    {
        await using var sandbox = await StartAsync();
        sandbox.Server.Script(new() { Fault = fault });
        var text = await Text(sandbox.Umbrella("GET", "klanten?relatienummer=" + NumberOf("D22")));
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(text, new() { MaxDepth = 32 }));
    }

    [Fact]
    public async Task Oversize_IsMoreThanAMebibyteOfGoodJson()
    {
        await using var sandbox = await StartAsync();
        sandbox.Server.Script(new() { Fault = FaultKind.Oversize });
        var text = await Text(sandbox.Umbrella("GET", "klanten?relatienummer=" + NumberOf("D22")));
        Assert.True(text.Length > 1 << 20);
        Assert.Single(JsonNode.Parse(text)!.AsArray());
    }

    [Fact]
    public async Task LateEffect_AnswersBusyAndHappensAfterwards()
    {
        var time = new FakeTimeProvider();
        await using var sandbox = await StartAsync(time: time);
        sandbox.Server.Script(new() { Fault = FaultKind.LateEffect, System = "postex", Delay = TimeSpan.FromSeconds(45) });
        await Status(
            HttpStatusCode.ServiceUnavailable, sandbox.Postex("POST", "generators/263/raw", PostexSandboxTests.Letter("R-1")));
        Assert.Empty(sandbox.Server.Ledger);

        time.Advance(TimeSpan.FromSeconds(45));
        await Waiting.ForAsync("the simulator's effect", () => sandbox.Server.Ledger.Count == 1);
    }

    [Fact]
    public async Task LateEffect_UnderAKey_MakesTheRepeatWaitForIt()
    {
        await using var sandbox = await StartAsync();
        var path = await Activation(sandbox);
        sandbox.Server.Script(new() { Fault = FaultKind.LateEffect, Delay = TimeSpan.FromMilliseconds(300) });
        await Status(HttpStatusCode.ServiceUnavailable, sandbox.Umbrella("POST", path, NoMail, "k1"));
        using var repeat = await sandbox.Umbrella("POST", path, NoMail, "k1");
        Assert.True(repeat.Headers.Contains("Idempotent-Replayed"));
        Assert.Single(sandbox.Server.Ledger);
    }

    [Fact]
    public async Task Effect_CanBeAskedForWhereTheNameSaysNone()
    {
        await using var sandbox = await StartAsync();
        var path = await Activation(sandbox);
        sandbox.Server.Script(new() { Fault = FaultKind.LoginPage, Effect = true });
        await Status(HttpStatusCode.OK, sandbox.Umbrella("POST", path, NoMail));
        Assert.Single(sandbox.Server.Ledger);
    }

    [Fact]
    public async Task LateEffect_WithStatus0_IsSilentUntilTheCallerGivesUp()
    {
        await using var sandbox = await StartAsync();
        var path = await Activation(sandbox);
        sandbox.Server.Script(new() { Fault = FaultKind.LateEffect, Status = 0, Delay = TimeSpan.FromSeconds(2) });
        using var patience = new CancellationTokenSource();
        var asked = sandbox.Umbrella("POST", path, NoMail, cancellation: patience.Token);
        await Waiting.ForAsync("the simulator's effect", () => sandbox.Server.Calls.Any(call => call.Method is "POST"));
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await Waiting.ForAsync("the simulator's effect", () => sandbox.Server.Ledger.Count == 1);
    }

    [Fact]
    public async Task SessionError_IsAnAnswerOf200()
    {
        await using var sandbox = await StartAsync(new() { Postex = new() { PollsUntilDone = 1 } });
        sandbox.Server.Script(new() { Fault = FaultKind.SessionError });
        var sent = await Json(
            sandbox.Postex("POST", "generators/263/raw", PostexSandboxTests.Letter("R-1")), HttpStatusCode.Accepted);
        var polled = await Json(sandbox.Postex("GET", "generator-sessions/" + (string?)sent["data"]!["id"]));
        Assert.Equal(("queued", "error"), ((string?)sent["data"]!["status"], (string?)polled["data"]!["status"]));
    }

    private static async Task<string> Activation(SandboxFixture sandbox) =>
        $"klanten/{await sandbox.Customer(NumberOf("D25"))}/account/activatie";

    private static async Task<string> Text(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
