using System.Security.Claims;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>The gate in front of the hub: who may connect, and who gets a circuit back.</summary>
public sealed class HubGateTests : IDisposable
{
    private readonly CircuitOwners _owners = new();
    private readonly FakeTimeProvider _clock = new(FixedTime.Start);
    private readonly Sessions _sessions;

    public HubGateTests() => _sessions = new Sessions(_clock);

    [Fact]
    public async Task OnConnected_ByAStranger_Throws()
    {
        var context = new HubLifetimeContext(new Caller(new ClaimsPrincipal()), Services, new AnyHub());
        await Assert.ThrowsAsync<HubException>(
            () => new HubGate(_owners, _sessions).OnConnectedAsync(context, _ => Task.CompletedTask));
    }

    [Fact]
    public async Task ConnectCircuit_ByItsOwner_GoesThrough()
    {
        await CallAsync(DemoPeople.Sanne, nameof(AnyHub.StartCircuit), "http://localhost/", "secret");
        Assert.Equal(true, await CallAsync(DemoPeople.Sanne, nameof(AnyHub.ConnectCircuit), "secret", true));
    }

    [Fact]
    public async Task ConnectCircuit_BySomebodyElse_IsAnsweredAsUnknown()
    {
        await CallAsync(DemoPeople.Sanne, nameof(AnyHub.StartCircuit), "http://localhost/", "secret");
        Assert.Equal(false, await CallAsync(DemoPeople.Tom, nameof(AnyHub.ConnectCircuit), "secret", true));
        Assert.Null(await CallAsync(DemoPeople.Tom, nameof(AnyHub.ResumeCircuit), "secret", "new secret"));
    }

    [Fact]
    public async Task ResumeCircuit_ByItsOwner_OwnsTheNewOne()
    {
        await CallAsync(DemoPeople.Sanne, nameof(AnyHub.StartCircuit), "http://localhost/", "secret");
        await CallAsync(DemoPeople.Sanne, nameof(AnyHub.ResumeCircuit), "secret", "new secret");
        Assert.Equal(true, await CallAsync(DemoPeople.Sanne, nameof(AnyHub.ConnectCircuit), "new secret", true));
        Assert.Equal(false, await CallAsync(DemoPeople.Tom, nameof(AnyHub.ConnectCircuit), "new secret", true));
    }

    [Fact]
    public void GuardedMethods_InTheFramework_StillHaveTheseNames()
    {
        var hub = typeof(Microsoft.AspNetCore.Components.Server.CircuitOptions).Assembly
            .GetType("Microsoft.AspNetCore.Components.Server.ComponentHub", throwOnError: true)!;
        Assert.All(["StartCircuit", "ConnectCircuit", "ResumeCircuit"], name =>
            Assert.Equal(typeof(string), hub.GetMethod(name)!.GetParameters()[0].ParameterType));
    }

    [Fact]
    public async Task Call_AfterTheSession_IsRefusedAndTheConnectionEnds()
    {
        var caller = ConnectedUntil(FixedTime.Start.AddHours(8));
        Assert.Equal("answer", await CallAsync(caller, nameof(AnyHub.StartCircuit), "http://localhost/", "answer"));

        _clock.Advance(TimeSpan.FromHours(8));

        await Assert.ThrowsAsync<HubException>(
            () => CallAsync(caller, nameof(AnyHub.StartCircuit), "http://localhost/", "answer").AsTask());
        Assert.True(caller.IsAborted);
    }

    [Fact]
    public async Task Call_AfterTheSessionWasMadeLonger_GoesThroughOnTheSameConnection()
    {
        var caller = ConnectedUntil(FixedTime.Start.AddHours(8));
        _sessions.Last(DemoPeople.Sanne, FixedTime.Start.AddHours(15));

        _clock.Advance(TimeSpan.FromHours(9));

        Assert.Equal("answer", await CallAsync(caller, nameof(AnyHub.StartCircuit), "http://localhost/", "answer"));
    }

    public void Dispose() => _owners.Dispose();

    private static IServiceProvider Services { get; } = new ServiceCollection().BuildServiceProvider();

    private static Caller ConnectedUntil(DateTimeOffset end)
    {
        var principal = ActorClaims.ToPrincipal(DemoPeople.Sanne, "test");
        var caller = new Caller(principal);
        var http = new DefaultHttpContext();
        http.Features.Set<IAuthenticateResultFeature>(new Result
        {
            AuthenticateResult = AuthenticateResult.Success(
                new(principal, new AuthenticationProperties { ExpiresUtc = end }, "test")),
        });
        caller.Features.Set<IHttpContextFeature>(new Connection { HttpContext = http });
        return caller;
    }

    private ValueTask<object?> CallAsync(Actor actor, string method, string argument, object answer) =>
        CallAsync(new Caller(ActorClaims.ToPrincipal(actor, "test")), method, argument, answer);

    private ValueTask<object?> CallAsync(Caller caller, string method, string argument, object answer)
    {
        var call = new HubInvocationContext(caller, Services, new AnyHub(), typeof(AnyHub).GetMethod(method)!, [argument]);
        return new HubGate(_owners, _sessions).InvokeMethodAsync(call, _ => ValueTask.FromResult<object?>(answer));
    }

    private sealed class AnyHub : Hub
    {
        public static void StartCircuit(string baseUri) => _ = baseUri;

        public static void ConnectCircuit(string secret) => _ = secret;

        public static void ResumeCircuit(string secret) => _ = secret;
    }

    private sealed class Connection : IHttpContextFeature
    {
        public HttpContext? HttpContext { get; set; }
    }

    private sealed class Result : IAuthenticateResultFeature
    {
        public AuthenticateResult? AuthenticateResult { get; set; }
    }

    private sealed class Caller(ClaimsPrincipal user) : HubCallerContext
    {
        public override string ConnectionId => "1";
        public override string? UserIdentifier => null;
        public override ClaimsPrincipal? User => user;
        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();
        public override IFeatureCollection Features { get; } = new FeatureCollection();
        public override CancellationToken ConnectionAborted => CancellationToken.None;
        public bool IsAborted { get; private set; }
        public override void Abort() => IsAborted = true;
    }
}
