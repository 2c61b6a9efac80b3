using System.Net;
using ActivationWizard.Integrations.Sandbox.Control;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.Mailbox;
using ActivationWizard.Integrations.Sandbox.Postex;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Integrations.Sandbox.Umbrella;
using ActivationWizard.Integrations.Sandbox.Viewpoint;
using ActivationWizard.Integrations.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>
/// Simulators of Umbrella, Viewpoint, Postex and a Microsoft 365 mailbox: one server on loopback, real HTTP, written from the
/// contracts and not from the adapters. Nothing else than 127.0.0.1 is ever listened on.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly SandboxWorld _world;
    private readonly FaultScript _faults = new();
    private readonly CallLog _calls = new();
    private readonly Differing _differing = new();

    private SandboxServer(SandboxOptions options, TimeProvider time)
    {
        _world = new(
            time, options.StateFile is { } path ? new StateFile(path) : null,
            () => SandboxSeeds.Seed(time, options.Mailbox.HasPost));
        if (options.Mailbox.HasPost)
            SandboxSeeds.AddPost(_world.State, time);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        _host = builder.Build();

        var responses = new KeyedResponses(_world);
        var pipeline = new SandboxPipeline(
            _world, responses, new(_faults, _differing), _calls, options, _host.Lifetime.ApplicationStopping);
        var control = new ControlApi(_world, _faults, _calls);
        var systems = new SimulatedSystem[]
        {
            new UmbrellaSandbox(_world, options.Umbrella),
            new ViewpointSandbox(_world, options.Viewpoint),
            new PostexSandbox(_world, options.Postex),
            new MailboxSandbox(_world, options.Mailbox),
        }.ToDictionary(system => system.Name);
        _host.Run(context => HandleAsync(context, systems, pipeline, control));
    }

    /// <summary>Umbrella's base address, with a slash at the end as <see cref="HttpClient.BaseAddress"/> wants it.</summary>
    public Uri Umbrella => new(Address, "umbrella/");

    /// <summary>Viewpoint's base address; the process APIs and <c>oauth/token</c> are under it.</summary>
    public Uri Viewpoint => new(Address, "viewpoint/");

    /// <summary>Postex's base address.</summary>
    public Uri Postex => new(Address, "postex/");

    /// <summary>Where the mailbox is; <c>v1.0</c> and <c>oauth2/v2.0/token</c> are under it.</summary>
    public Uri Mailbox => new(Address, "mailbox/");

    /// <summary>Where all of them are.</summary>
    public SandboxAddresses Addresses => SandboxOptions.AddressesAt(Address);

    /// <summary>Where ledger, faults, calls, state and changes are.</summary>
    public Uri Control => new(Address, "_sandbox/");

    /// <summary>Every effect really carried out, in order.</summary>
    public IReadOnlyList<LedgerEntry> Ledger
    {
        get
        {
            lock (_world.Gate) return [.. _world.State.Ledger];
        }
    }

    /// <summary>The latest 10,000 calls that came in since the start or the last reset.</summary>
    public IReadOnlyList<SandboxCall> Calls => _calls.Latest;

    private Uri Address => new(_host.Urls.Single());

    /// <summary>Starts the simulators; when it returns they listen.</summary>
    /// <exception cref="InvalidOperationException">The state file cannot be read.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        var server = new SandboxServer(options, time);
        await server._host.StartAsync(cancellation);
        return server;
    }

    /// <summary>Adds a line to the fault script, as <c>POST /_sandbox/faults</c> does.</summary>
    public void Script(FaultRule rule) => _faults.Add(rule);

    /// <summary>Lets the simulators differ from their contract in one way, until another is given; null for none.</summary>
    public void Differ(Discrepancy? discrepancy) => _differing.Now = discrepancy;

    /// <summary>Forgets the fault script.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Seeds afresh; ledger, calls and fault script are empty again.</summary>
    public void Reset()
    {
        lock (_world.Gate) _world.Reset();
        _calls.Clear();
        _faults.Clear();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    private static Task HandleAsync(
        HttpContext context, Dictionary<string, SimulatedSystem> systems, SandboxPipeline pipeline, ControlApi control)
    {
        var first = context.Request.Path.Value!.Split('/', 3)[1];
        if (systems.TryGetValue(first, out var system)) return pipeline.HandleAsync(context, system);
        if (first == "_sandbox") return control.HandleAsync(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
