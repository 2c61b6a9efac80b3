using System.Security.Claims;
using ActivationWizard.App.Access;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ActivationWizard.Tests.App.Access;

/// <summary>The gate in front of the hub: who may connect, and who gets a circuit back.</summary>
public sealed class HubGateTests : IDisposable
{
    private readonly CircuitOwners _owners = new();

    [Fact]
    public async Task OnConnected_ByAStranger_Throws()
    {
        var context = new HubLifetimeContext(new Caller(new ClaimsPrincipal()), Services, new AnyHub());
        await Assert.ThrowsAsync<HubException>(() => new HubGate(_owners).OnConnectedAsync(context, _ => Task.CompletedTask));
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

    public void Dispose() => _owners.Dispose();

    private static IServiceProvider Services { get; } = new ServiceCollection().BuildServiceProvider();

    private ValueTask<object?> CallAsync(Actor actor, string method, string argument, object answer)
    {
        var caller = new Caller(ActorClaims.ToPrincipal(actor, "test"));
        var call = new HubInvocationContext(caller, Services, new AnyHub(), typeof(AnyHub).GetMethod(method)!, [argument]);
        return new HubGate(_owners).InvokeMethodAsync(call, _ => ValueTask.FromResult<object?>(answer));
    }

    private sealed class AnyHub : Hub
    {
        public static void StartCircuit(string baseUri) => _ = baseUri;

        public static void ConnectCircuit(string secret) => _ = secret;

        public static void ResumeCircuit(string secret) => _ = secret;
    }

    private sealed class Caller(ClaimsPrincipal user) : HubCallerContext
    {
        public override string ConnectionId => "1";
        public override string? UserIdentifier => null;
        public override ClaimsPrincipal? User => user;
        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();
        public override IFeatureCollection Features { get; } = new FeatureCollection();
        public override CancellationToken ConnectionAborted => CancellationToken.None;
        public override void Abort() { }
    }
}
