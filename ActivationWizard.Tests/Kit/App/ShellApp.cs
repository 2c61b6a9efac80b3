using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>The whole app as a real server on a free port of loopback, with a data folder of its own.</summary>
public sealed class ShellApp : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _data = new();

    // The factory takes the first host that is built for the app: the simulators' must not be that one.
    private readonly SandboxServer _sandbox;
    private readonly Dictionary<string, string> _settings;
    private readonly Action<IServiceCollection> _replace;

    /// <summary>A demo installation.</summary>
    public ShellApp() : this([]) { }

    internal ShellApp(Dictionary<string, string> settings, Action<IServiceCollection>? replace = null, TimeProvider? clock = null)
    {
        (_settings, _replace) = (settings, replace ?? (_ => { }));
        if (clock is not null)
            _replace += services => services.AddSingleton(clock);
        _sandbox = SandboxServer.StartAsync(new SandboxOptions(), clock ?? TimeProvider.System).GetAwaiter().GetResult();
        UseKestrel();
        StartServer();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>The simulators it speaks to, with their ledger.</summary>
    public SandboxServer Sandbox => _sandbox;

    /// <summary>What it logged.</summary>
    public FakeLogCollector Log => Services.GetFakeLogCollector();

    /// <summary>A new browser, so to say: no cookies yet.</summary>
    public Visitor Visitor() => new(Address);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("Installation:DataFolder", _data.Path);
        if (_settings.GetValueOrDefault("Installation:Mode") is null or "Demo")
            builder.UseSetting("Sandbox:Address", new Uri(_sandbox.Control, "/").AbsoluteUri);
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.AddFakeLogging());
        builder.ConfigureTestServices(_replace);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        _sandbox.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _data.Dispose();
    }
}
