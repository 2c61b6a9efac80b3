using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using ActivationWizard.Tests.Kit.Vera;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>
/// The adapter as an installation has it, against the simulator over a real socket, the standard reading along.
/// </summary>
internal sealed class ViewpointBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ViewpointBench(SandboxFixture sandbox, ServiceProvider services, VeraHandler vera) =>
        (Sandbox, _services, Vera) = (sandbox, services, vera);

    public SandboxFixture Sandbox { get; }

    public SandboxServer Server => Sandbox.Server;

    public VeraHandler Vera { get; }

    public IViewpoint Viewpoint => _services.GetRequiredService<IViewpoint>();

    public ITenantLookup Lookup => _services.GetRequiredService<ITenantLookup>();

    /// <summary>The simulator dates everything from today in Amsterdam.</summary>
    public DateOnly Today => DutchCalendar.Today(_services.GetRequiredService<TimeProvider>());

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// No deadline is waited for. Without retries, unless <paramref name="settings"/> say so: a test sees each answer for itself.
    /// </summary>
    public static async Task<ViewpointBench> StartAsync(
        SandboxOptions? options = null, TimeProvider? time = null, params (string Key, string? Value)[] settings)
    {
        var clock = new SilenceClock();
        var sandbox = await SandboxFixture.StartAsync(options, time ?? clock);
        var vera = new VeraHandler();
        var address = sandbox.Server.Viewpoint.AbsoluteUri;
        var services = Services(
        [
            ("BaseAddress", address), ("ApiKey", new ViewpointSandboxOptions().ApiKey), ("Retries", "0"),
            ("AttemptTimeoutSeconds", SilenceClock.AttemptSeconds), ("TimeoutSeconds", "10"), .. settings,
        ]);
        services.AddSingleton(time ?? clock.Caller);
        var root = new Uri(sandbox.Server.Viewpoint, "/").AbsoluteUri;
        services.AddHttpClient("ViewpointClient")
            .AddHttpMessageHandler(() => new Moved(address, root))
            .AddHttpMessageHandler(() => vera)
            .AddHttpMessageHandler(() => new Moved(root, address));
        return new(sandbox, services.BuildServiceProvider(), vera);
    }

    /// <summary>
    /// All adapters, of which only Viewpoint is not worked by hand; the last of two settings for one key counts.
    /// </summary>
    public static ServiceCollection Services(params (string Key, string? Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddIntegrations(SystemsSettings.Read(Reader(settings)), null);
        return services;
    }

    /// <summary>The reader of those settings, in a real installation.</summary>
    public static SettingsReader Reader(params (string Key, string? Value)[] settings) => new(
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("Umbrella:Mode", "Manual"), new("Postex:Mode", "Manual"), new("Mailbox:Mode", "Manual")])
            .AddInMemoryCollection(settings
                .GroupBy(one => one.Key)
                .Select(group => KeyValuePair.Create($"Viewpoint:{group.Key}", group.Last().Value)))
            .Build(),
        isDemo: false);

    public static EffectKey Key(int sequence = 1) => FixedEpoch.Key(CaseNumber.Of(2026, 1), sequence);

    public static EmailAddress Email(string text) =>
        EmailAddress.TryParse(text, out var email) ? email : throw new ArgumentException(text);

    public static AddressKey Address(string postcode, string number) =>
        Postcode.TryParse(postcode, out var code) && HouseNumber.TryParse(number, out var house)
            ? new AddressKey(code, house)
            : throw new ArgumentException(number);

    public static T Answer<T>(Reply<T> reply) => Assert.IsType<Reply<T>.Answered>(reply).Value;

    public static void Silent<T>(FailureReason why, Reply<T> reply) =>
        Assert.Equal(why, Assert.IsType<Reply<T>.NotAnswered>(reply).Why);

    /// <summary>Sets fields of a message at the source.</summary>
    public Task MergeAsync(string resource, string id, object merge) => ChangeAsync(new { kind = "merge", resource, id, merge });

    /// <summary>Adds a message at the source.</summary>
    public Task AddAsync(string resource, object message) => ChangeAsync(new { kind = "add", resource, message });

    /// <summary>Viewpoint's id of the first seeded person with this row.</summary>
    public async Task<string> PartyAsync(string row, string? scenario = null) =>
        (string)(await Sandbox.Person(SandboxFixture.NumberOf(row, scenario)))["id"]!;

    /// <summary>A change at the source.</summary>
    public async Task ChangeAsync(object change) => (await Sandbox.Control("POST", "change", change)).EnsureSuccessStatusCode();

    public void Script(FaultKind fault, string path = "**", string? method = null, params string[] fields) => Server.Script(new()
    {
        Fault = fault,
        System = "viewpoint",
        Path = path,
        Method = method,
        Fields = fields.Length is 0 ? ["status"] : fields,
        Times = 0,
        Delay = fault is FaultKind.SlowDrip ? SilenceClock.Silence : TimeSpan.FromSeconds(1),
    });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    // The standard's paths begin at the root, the simulator's base address does not.
    private sealed class Moved(string from, string to) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new(request.RequestUri!.AbsoluteUri.Replace(from, to, StringComparison.Ordinal));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
