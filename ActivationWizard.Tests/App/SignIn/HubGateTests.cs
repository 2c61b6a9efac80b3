using System.Security.Claims;
using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>The gate in front of the hub: who may connect, and who gets a circuit back.</summary>
public sealed class HubGateTests : IAsyncLifetime
{
    private readonly CircuitOwners _owners = new();
    private readonly Limits _limits;
    private readonly CircuitPlaces _places;
    private JournalHost _journal = null!;
    private Sessions _sessions = null!;

    public HubGateTests()
    {
        _limits = Limiting.Of(("Limits:CircuitsPerPerson", "2"));
        _places = new CircuitPlaces(_limits);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OnConnected_ByAStranger_Throws()
    {
        var context = new HubLifetimeContext(new Caller(new ClaimsPrincipal()), Services, new AnyHub());
        await Assert.ThrowsAsync<HubException>(
            () => new HubGate(_owners, _places, _sessions).OnConnectedAsync(context, _ => Task.CompletedTask));
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
    public async Task StartCircuit_OneTooMany_IsRefusedUntilOneIsGone()
    {
        var (sanne, _) = await ConnectedAsync(DemoPeople.Sanne);
        using var first = await StartAsync(sanne);
        using var second = await StartAsync(sanne);

        Assert.Equal(CircuitPlaces.NoPlace, await CallAsync(sanne, nameof(AnyHub.StartCircuit), "http://localhost/", "answer"));
        Assert.Equal(CircuitPlaces.NoPlace, await CallAsync(sanne, nameof(AnyHub.ResumeCircuit), "secret", "answer"));
        using var colleague = await StartAsync((await ConnectedAsync(DemoPeople.Tom)).Caller);

        first.Dispose();
        using var third = await StartAsync(sanne);
    }

    [Fact]
    public async Task StartCircuit_ThatMadeNone_TakesNoPlace()
    {
        var (sanne, _) = await ConnectedAsync(DemoPeople.Sanne);

        for (var tries = 0; tries < 5; tries++)
            Assert.Null(await CallAsync(sanne, nameof(AnyHub.StartCircuit), "http://localhost/", null));
    }

    [Fact]
    public async Task StartCircuit_WhoseServicesAreMadeLater_HasItsPlaceUntilTheyAreGone()
    {
        var (sanne, _) = await ConnectedAsync(DemoPeople.Sanne);
        var (other, _) = await ConnectedAsync(DemoPeople.Sanne);
        await CallAsync(sanne, nameof(AnyHub.StartCircuit), "http://localhost/", "secret");
        using var made = await MakeAsync(sanne, nameof(AnyHub.UpdateRootComponents));
        await CallAsync(other, nameof(AnyHub.StartCircuit), "http://localhost/", "other");
        await DisconnectAsync(sanne);
        Assert.Equal(CircuitPlaces.NoPlace, await CallAsync(sanne, nameof(AnyHub.StartCircuit), "http://localhost/", "third"));

        made.Dispose();
        Assert.Equal("third", await CallAsync(sanne, nameof(AnyHub.StartCircuit), "http://localhost/", "third"));
    }

    [Fact]
    public async Task StartCircuit_WhosePageWentAtOnce_GivesItsPlaceBackAndIsNobodys()
    {
        var (sanne, _) = await ConnectedAsync(DemoPeople.Sanne);
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal("secret", await CallAsync(sanne, nameof(AnyHub.StartCircuit), "http://localhost/", "secret"));
            await DisconnectAsync(sanne);
        }

        Assert.Equal(false, await CallAsync(sanne, nameof(AnyHub.ConnectCircuit), "secret", true));
    }

    [Fact]
    public void GuardedMethods_InTheFramework_StillHaveTheseNames()
    {
        var hub = typeof(Microsoft.AspNetCore.Components.Server.CircuitOptions).Assembly
            .GetType("Microsoft.AspNetCore.Components.Server.ComponentHub", throwOnError: true)!;
        Assert.All(["StartCircuit", "ConnectCircuit", "ResumeCircuit"], name =>
            Assert.Equal(typeof(string), hub.GetMethod(name)!.GetParameters()[0].ParameterType));
        Assert.Equal("methodIdentifier", hub.GetMethod("BeginInvokeDotNetFromJS")!.GetParameters()[2].Name);
        Assert.NotNull(hub.GetMethod("UpdateRootComponents"));
        Assert.NotNull(hub.GetMethod("OnLocationChanged"));
        Assert.NotNull(hub.GetMethod("OnLocationChanging"));
        Assert.All(["OnRenderCompleted", "EndInvokeJSFromDotNet", "ReceiveByteArray"], name =>
            Assert.NotNull(hub.GetMethod(name)));
    }

    [Theory]
    [InlineData(nameof(AnyHub.OnRenderCompleted))]
    [InlineData(nameof(AnyHub.EndInvokeJSFromDotNet))]
    [InlineData(nameof(AnyHub.ReceiveByteArray))]
    public async Task Call_OfAPageThatLeaves_IsDroppedWithoutAFaultAndTheConnectionEnds(string method)
    {
        var (caller, session) = await ConnectedAsync(DemoPeople.Sanne);
        Assert.Equal("answer", await CallAsync(caller, method, "1", "answer"));
        Assert.False(caller.IsAborted);

        await _sessions.EndAsync(session, Cancellation);

        // What the hub would have answered is not there: it was not asked.
        Assert.Null(await CallAsync(caller, method, "1", "answer"));
        Assert.True(caller.IsAborted);
    }

    [Theory]
    [InlineData(nameof(AnyHub.BeginInvokeDotNetFromJS))]
    [InlineData(nameof(AnyHub.UpdateRootComponents))]
    public async Task Call_ThatActs_AfterTheSession_IsRefused(string method)
    {
        var (caller, session) = await ConnectedAsync(DemoPeople.Sanne);
        await _sessions.EndAsync(session, Cancellation);

        await Assert.ThrowsAsync<HubException>(() => CallAsync(caller, method, "1", "answer").AsTask());
    }

    [Theory]
    [InlineData(nameof(AnyHub.BeginInvokeDotNetFromJS), "1", null, "DispatchEventAsync", 0L, "[]")]
    [InlineData(nameof(AnyHub.OnLocationChanged), "http://localhost/zaken", null, false)]
    [InlineData(nameof(AnyHub.UpdateRootComponents), "[]")]
    [InlineData(nameof(AnyHub.StartCircuit), "http://localhost/")]
    public async Task Act_AfterTheSessionWasEndedElsewhere_IsRefusedAtOnce(string method, params object?[] arguments)
    {
        var (caller, session) = await ConnectedAsync(DemoPeople.Sanne);
        Assert.Equal("answer", await CallAsync(caller, method, arguments, "answer"));

        await _journal.Get<SessionRecords>().EndAsync(session, _journal.Clock.GetUtcNow(), Cancellation);

        await Assert.ThrowsAsync<HubException>(() => CallAsync(caller, method, arguments, "answer").AsTask());
        Assert.True(caller.IsAborted);
    }

    [Fact]
    public async Task Call_OfAPageAfterTheSessionWasEndedElsewhere_IsDroppedASecondLater()
    {
        var (caller, session) = await ConnectedAsync(DemoPeople.Sanne);
        await CallAsync(caller, nameof(AnyHub.OnRenderCompleted), "1", "answer");
        await _journal.Get<SessionRecords>().EndAsync(session, _journal.Clock.GetUtcNow(), Cancellation);

        _journal.Clock.Advance(TimeSpan.FromSeconds(1.1));

        Assert.Null(await CallAsync(caller, nameof(AnyHub.OnRenderCompleted), "1", "answer"));
        Assert.True(caller.IsAborted);
    }

    [Theory]
    [InlineData("DispatchEventAsync", true)]
    [InlineData("ResizeAsync", false)]
    public async Task Call_OfAPageByItself_IsNoAct(string method, bool isAct)
    {
        var (caller, _) = await ConnectedAsync(DemoPeople.Sanne);
        _journal.Clock.Advance(TimeSpan.FromMinutes(29));
        await CallAsync(caller, nameof(AnyHub.BeginInvokeDotNetFromJS), ["1", null, method, 0L, "[]"], "answer");

        _journal.Clock.Advance(TimeSpan.FromMinutes(2));

        var call = CallAsync(caller, nameof(AnyHub.StartCircuit), "http://localhost/", "answer").AsTask();
        if (isAct)
            Assert.Equal("answer", await call);
        else
            await Assert.ThrowsAsync<HubException>(() => call);
    }

    public async ValueTask InitializeAsync()
    {
        _journal = await JournalHost.StartAsync(JournalProvider.Sqlite, null);
        _sessions = new Sessions(_journal.Get<SessionRecords>(), new SessionSettings(), _journal.Clock);
    }

    public ValueTask DisposeAsync()
    {
        _owners.Dispose();
        _limits.Dispose();
        return _journal.DisposeAsync();
    }

    private static IServiceProvider Services { get; } = new ServiceCollection().BuildServiceProvider();

    private async Task<(Caller Caller, Guid Session)> ConnectedAsync(Actor actor)
    {
        var (person, session) = (ActorClaims.ToPrincipal(actor, "test"), Guid.NewGuid());
        ActorClaims.AddSession(person, session);
        await _sessions.BeginAsync(
            new(session, actor.Id, _journal.Clock.GetUtcNow(), default, IsEnded: false), Cancellation);
        return (new Caller(person), session);
    }

    private Task<CircuitPlaceHolder> StartAsync(Caller caller) => MakeAsync(caller, nameof(AnyHub.StartCircuit));

    private Task DisconnectAsync(Caller caller) => new HubGate(_owners, _places, _sessions).OnDisconnectedAsync(
        new HubLifetimeContext(caller, Services, new AnyHub()), null, (_, _) => Task.CompletedTask);

    // What the framework does: the services of a circuit are made within a call, and go with the circuit.
    private async Task<CircuitPlaceHolder> MakeAsync(Caller caller, string method)
    {
        CircuitPlaceHolder? made = null;
        var call = new HubInvocationContext(
            caller, Services, new AnyHub(), typeof(AnyHub).GetMethod(method)!, ["http://localhost/"]);
        await new HubGate(_owners, _places, _sessions).InvokeMethodAsync(call, async _ =>
        {
            await Task.Yield();
            made = new CircuitPlaceHolder(new CircuitMeter(Limiting.NewMeters()));
            return "secret";
        });
        return made!;
    }

    private async Task<object?> CallAsync(Actor actor, string method, string argument, object answer) =>
        await CallAsync((await ConnectedAsync(actor)).Caller, method, argument, answer);

    private ValueTask<object?> CallAsync(Caller caller, string method, string argument, object? answer) =>
        CallAsync(caller, method, [argument], answer);

    private ValueTask<object?> CallAsync(Caller caller, string method, object?[] arguments, object? answer)
    {
        var call = new HubInvocationContext(caller, Services, new AnyHub(), typeof(AnyHub).GetMethod(method)!, arguments);
        return new HubGate(_owners, _places, _sessions).InvokeMethodAsync(call, _ => ValueTask.FromResult<object?>(answer));
    }

    private sealed class AnyHub : Hub
    {
        public static void StartCircuit(string baseUri) => _ = baseUri;

        public static void UpdateRootComponents(string operations) => _ = operations;

        public static void OnLocationChanged(string uri) => _ = uri;

        public static void ConnectCircuit(string secret) => _ = secret;

        public static void ResumeCircuit(string secret) => _ = secret;

        public static void BeginInvokeDotNetFromJS(string call) => _ = call;

        public static void EndInvokeJSFromDotNet(string handle) => _ = handle;

        public static void OnRenderCompleted(string batch) => _ = batch;

        public static void ReceiveByteArray(string id) => _ = id;
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
