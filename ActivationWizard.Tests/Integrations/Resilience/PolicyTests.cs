using System.Diagnostics.Metrics;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;
using static ActivationWizard.Tests.Kit.Systems.ScriptedLine;

namespace ActivationWizard.Tests.Integrations.Resilience;

/// <summary>How long the one policy waits, how often it asks, when it stops: by a clock that only the test moves.</summary>
public sealed class PolicyTests : IAsyncDisposable
{
    private const string Busy = "not answered: Unreachable";

    // A policy that waits when it should not would wait for ever: its clock stands still.
    private static readonly TimeSpan Patience = Waiting.Limit;

    private readonly FakeTimeProvider _clock = FixedTime.Clock();
    private ServiceProvider? _services;

    public async ValueTask DisposeAsync()
    {
        // Disposing waits, by this very clock, for calls that still run.
        _clock.Advance(TimeSpan.FromHours(1));
        if (_services is not null)
            await _services.DisposeAsync();
    }

    [Theory]
    [InlineData("3")]
    [InlineData("Mon, 07 Sep 2026 08:15:03 GMT")]
    public async Task RetryAfter_WithinTheCap_IsWaitedFor(string retryAfter)
    {
        var line = new ScriptedLine(Answer(429, retryAfter), Answer(200, body: "[]"));

        var asked = AskAsync(line);
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal((1, false), (line.Attempts, asked.IsCompleted));
        _clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal("answered", await asked);
        Assert.Equal(2, line.Attempts);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("2147483647")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task RetryAfter_OverTheCap_EndsTheCallAtOnce(string retryAfter)
    {
        var line = new ScriptedLine(Answer(429, retryAfter));

        Assert.Equal(Busy, await AskAsync(line));
        Assert.Equal(1, line.Attempts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("straks")]
    [InlineData("99999999999999999999")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    public async Task RetryAfter_SaysNothingUsable_LeavesOurOwnPause(string? retryAfter)
    {
        var line = new ScriptedLine(Answer(429, retryAfter), Answer(200, body: "[]"));

        var asked = AskAsync(line, ("RetryPauseSeconds", "0.2"));
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("answered", await asked);
        Assert.Equal(2, line.Attempts);
    }

    [Fact]
    public async Task Retries_AllInVain_AreAsManyAsSet()
    {
        var line = new ScriptedLine(Answer(503));

        var asked = AskAsync(line, ("Retries", "3"), ("RetryPauseSeconds", "0"));

        Assert.Equal(Busy, await asked);
        Assert.Equal(4, line.Attempts);
    }

    [Fact]
    public async Task Retries_None_AskOnce()
    {
        var line = new ScriptedLine(Answer(503));

        Assert.Equal(Busy, await AskAsync(line, ("Retries", "0")));
        Assert.Equal(1, line.Attempts);
    }

    [Fact]
    public async Task Deadline_OfOneAttempt_EndsSilence()
    {
        var line = new ScriptedLine(FailureReason(), Answer(200, body: "[]"));

        var asked = AskAsync(line, ("AttemptTimeoutSeconds", "10"), ("TimeoutSeconds", "30"), ("RetryPauseSeconds", "0"));
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal((1, false), (line.Attempts, asked.IsCompleted));
        _clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal("answered", await asked);
    }

    [Fact]
    public async Task Deadline_OfTheWholeCall_EndsEveryRepeat()
    {
        var line = new ScriptedLine(Answer(429, "4"));

        var asked = AskAsync(line, ("Retries", "10"), ("AttemptTimeoutSeconds", "5"), ("TimeoutSeconds", "9"));
        for (var second = 0; second < 9; second++)
        {
            Assert.False(asked.IsCompleted);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(Busy, await asked);
        Assert.Equal(3, line.Attempts);
    }

    [Fact]
    public async Task Circuit_HalfOfTheCallsFail_KeepsCallsBackAndThenTriesOne()
    {
        var line = new ScriptedLine(Answer(500), Answer(500), Answer(500), Answer(500), Answer(200, body: "[]"));
        var umbrella = Umbrella(line, ("Retries", "0"), ("CircuitMinimumCalls", "4"), ("CircuitBreakSeconds", "15"));
        for (var call = 0; call < 4; call++)
            Assert.Equal(Busy, await AskAsync(umbrella));

        Assert.Equal(Busy, await AskAsync(umbrella));
        Assert.Equal("not done: Unreachable", await BlockAsync(umbrella));
        Assert.Equal(4, line.Attempts);
        Assert.Equal(1, Breaker());

        _clock.Advance(TimeSpan.FromSeconds(15.1));
        Assert.Equal("answered", await AskAsync(umbrella));
        Assert.Equal(0, Breaker());
    }

    [Fact]
    public async Task Circuit_ClientIsMadeAnew_IsTheSystemsAndNotTheClients()
    {
        var line = new ScriptedLine(Answer(500));
        Umbrella(line, ("Retries", "0"), ("CircuitMinimumCalls", "2"));
        for (var call = 0; call < 5; call++)
            await AskAsync(_services!.GetRequiredService<IUmbrella>());

        Assert.Equal(2, line.Attempts);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Change_NoConnection_IsNotDone(HttpRequestError error) =>
        Assert.Equal("not done: Unreachable", await BlockAsync(Umbrella(new ScriptedLine(Failure(error)))));

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded, "unknown: Unreachable")]
    [InlineData(HttpRequestError.Unknown, "unknown: Unreachable")]
    [InlineData(HttpRequestError.InvalidResponse, "unknown: Nonsense")]
    public async Task Change_ConnectionLost_IsUnknownAndSentOnce(HttpRequestError error, string expected)
    {
        var line = new ScriptedLine(Failure(error));

        Assert.Equal(expected, await BlockAsync(Umbrella(line)));
        Assert.Equal(1, line.Attempts);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(401)]
    public async Task KeyedChange_RefusedAfterALostAttempt_IsNotReadAsNothingDone(int last)
    {
        var line = new ScriptedLine(Answer(500), Answer(last));

        Assert.Equal("unknown: Unreachable", await CreateAsync(Umbrella(line, ("RetryPauseSeconds", "0"))));
        Assert.Equal(2, line.Attempts);
    }

    [Fact]
    public async Task KeyedChange_NoConnectionAfterALostAttempt_IsNotReadAsNothingDone()
    {
        var line = new ScriptedLine(Failure(HttpRequestError.ResponseEnded), Failure(HttpRequestError.ConnectionError));

        Assert.Equal("unknown: Unreachable", await CreateAsync(Umbrella(line, ("RetryPauseSeconds", "0"))));
    }

    [Fact]
    public async Task KeyedChange_NeverGotThrough_IsNotDone()
    {
        var line = new ScriptedLine(Failure(HttpRequestError.ConnectionError), Answer(429));

        Assert.Equal("not done: Unreachable", await CreateAsync(Umbrella(line, ("RetryPauseSeconds", "0"))));
        Assert.Equal(2, line.Attempts);
    }

    // As a collector is told of it.
    private int Breaker()
    {
        using var collected = new MetricCollector<int>(
            _services!.GetRequiredService<IMeterFactory>(), SystemMeter.Name, "activationwizard.systems.breaker.open");
        collected.RecordObservableInstruments();
        return Assert.Single(collected.GetMeasurementSnapshot(), one => Equals(one.Tags["system"], "Umbrella")).Value;
    }

    private static async Task<string> AskAsync(IUmbrella umbrella) =>
        Systems.Said(await umbrella.FindCustomersAsync("1", default).WaitAsync(Patience));

    private static async Task<string> BlockAsync(IUmbrella umbrella) =>
        Systems.Said(await umbrella.BlockAsync("K1", Systems.Key, default).WaitAsync(Patience));

    private static async Task<string> CreateAsync(IUmbrella umbrella) =>
        Systems.Said(await umbrella.CreateAccountAsync("K1", null, Systems.Key, default).WaitAsync(Patience));

    private Task<string> AskAsync(ScriptedLine line, params (string Key, string Value)[] settings) =>
        AskAsync(Umbrella(line, settings));

    private IUmbrella Umbrella(ScriptedLine line, params (string Key, string Value)[] settings)
    {
        var nowhere = new Uri("http://127.0.0.1:9/");
        (string Key, string Value)[] defaults = [("AttemptTimeoutSeconds", "10"), ("TimeoutSeconds", "30")];
        _services = Systems.Services(
            SandboxOptions.AddressesAt(nowhere),
            defaults.Concat(settings).Select(one => ($"Umbrella:{one.Key}", one.Value)),
            services => services
                .AddSingleton<TimeProvider>(_clock)
                .AddHttpClient("UmbrellaClient").ConfigurePrimaryHttpMessageHandler(() => line));
        return _services.GetRequiredService<IUmbrella>();
    }
}
