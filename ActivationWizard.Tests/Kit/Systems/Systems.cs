using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>The adapters as the app has them, on a sandbox of the test's own, on which no deadline is waited for.</summary>
internal sealed class Systems : IAsyncDisposable
{
    /// <summary>The party that tests are about: one active tenant with an account that waits for its code.</summary>
    public static readonly string Party = SandboxFixture.NumberOf("D22", "everywhere");

    private static readonly (string Key, string Value)[] Quick =
    [
        ("AttemptTimeoutSeconds", SilenceClock.AttemptSeconds), ("TimeoutSeconds", "15"), ("Retries", "1"),
        ("RetryPauseSeconds", "0"),
        ("CircuitMinimumCalls", "1000"),
    ];

    private readonly SandboxFixture _sandbox;
    private readonly ServiceProvider _services;

    private Systems(SandboxFixture sandbox, ServiceProvider services, string customer) =>
        (_sandbox, _services, Customer) = (sandbox, services, customer);

    public static EmailAddress Address => EmailAddress.TryParse("e.mailstra@postvak.example", out var address) ? address : null!;

    /// <summary>Where the party lives.</summary>
    public static AddressKey Home =>
        Postcode.TryParse("5611CD", out var postcode) && HouseNumber.TryParse("12", out var house) ? new(postcode, house) : null!;

    public static EffectKey Key => FixedEpoch.Key(CaseNumber.Of(2026, 412), 7);

    public static EffectKey OtherKey => FixedEpoch.Key(CaseNumber.Of(2026, 412), 9);

    public IUmbrella Umbrella => _services.GetRequiredService<IUmbrella>();

    public IPostex Postex => _services.GetRequiredService<IPostex>();

    public SandboxServer Server => _sandbox.Server;

    /// <summary>Umbrella's id of <see cref="Party"/>.</summary>
    public string Customer { get; }

    /// <summary>Everything that was logged at any level: messages, values, scopes and exceptions.</summary>
    public string Log => string.Join('\n', _services.GetFakeLogCollector().GetSnapshot().Select(record => string.Join(
        ' ',
        record.Category,
        record.Message,
        record.Exception,
        string.Join(' ', record.StructuredState ?? []),
        string.Join(' ', record.Scopes))));

    public static async Task<Systems> StartAsync(SandboxOptions? sandbox = null, params (string Key, string Value)[] settings)
    {
        var clock = new SilenceClock();
        var fixture = await SandboxFixture.StartAsync(sandbox, clock);
        var services = Services(
            fixture.Server.Addresses, settings,
            also => also.AddSingleton<TimeProvider>(clock.Caller));
        return new(fixture, services, await fixture.Customer(Party));
    }

    /// <summary>The adapters alone; <paramref name="also"/> is registered after them.</summary>
    public static ServiceProvider Services(
        SandboxAddresses? sandbox, IEnumerable<(string Key, string Value)> settings, Action<IServiceCollection>? also = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        services.AddIntegrations(SystemsSettings.Read(Reader(sandbox, settings)), sandbox);
        also?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>The reader of these settings; in a demonstration when there is a sandbox.</summary>
    public static SettingsReader Reader(SandboxAddresses? sandbox, IEnumerable<(string Key, string Value)> settings)
    {
        var values = Quick.Select(setting => ($"Umbrella:{setting.Key}", setting.Value))
            .Concat(Quick.Select(setting => ($"Postex:{setting.Key}", setting.Value)))
            .Concat(settings)
            .GroupBy(one => one.Item1)
            .ToDictionary(one => one.Key, one => (string?)one.Last().Value);
        return new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), sandbox is not null);
    }

    /// <summary>Gives the party an account with this status, or none for null.</summary>
    public Task AccountAsync(string? status) =>
        ChangeAsync(new { kind = "account", relatienummer = Party, status, emailadres = Address.ToString() });

    /// <summary>Gives the account this code, valid for this many days.</summary>
    public Task CodeAsync(string value = "KANARIE-7F3K9Q2M", int days = 30) =>
        ChangeAsync(new { kind = "code", relatienummer = Party, value, days });

    /// <summary>Sets the party's preference at Postex: <c>paper</c>, or <c>email</c> with an address.</summary>
    public Task PreferenceAsync(string channel, string? email = null) =>
        ChangeAsync(new { kind = "preference", relatienummer = Party, channel, email });

    public async Task ChangeAsync(object change)
    {
        using var done = await _sandbox.Control("POST", "change", change);
        Assert.Equal(204, (int)done.StatusCode);
    }

    /// <summary>Lets a fault meet calls from now on; by default every one.</summary>
    public void Fault(FaultKind kind, int times = 0, Func<FaultRule, FaultRule>? with = null) =>
        Server.Script((with ?? (rule => rule))(new FaultRule { Fault = kind, Times = times }));

    public int Effects(string effect) => Server.Ledger.Count(entry => entry.Effect == effect);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    /// <summary>A letter that Postex takes.</summary>
    public static Letter Letter(EffectKey? reference = null) => new(
        reference ?? Key,
        Party,
        ["E. Mailstra", "Merelstraat 12", "5611 CD  EINDHOVEN"],
        ActivationCode.TryCreate("KANARIE-7F3K9Q2M", new("^[A-Z0-9-]{8,20}$"))!);

    /// <summary>What Postex shows of <see cref="Letter"/>, by its reference.</summary>
    public Task<Reply<IReadOnlyList<FoundDispatch>>> FindAsync(EffectKey? reference = null, string? party = null) =>
        Postex.FindDispatchesAsync(reference ?? Key, party ?? Party, Letter().Lines, default);

    /// <summary>The end of a call in a few words.</summary>
    public static string Said<T>(Reply<T> reply) => reply is Reply<T>.NotAnswered silent
        ? $"not answered: {silent.Why}"
        : "answered";

    /// <summary>The end of a changing call in a few words.</summary>
    public static string Said<T>(EffectOutcome<T> outcome) => outcome switch
    {
        EffectOutcome<T>.Done => "done",
        EffectOutcome<T>.Refused refused => $"refused: {refused.Code}",
        EffectOutcome<T>.NotDone not => $"not done: {not.Why}",
        EffectOutcome<T>.Unknown unknown => $"unknown: {unknown.Why}",
        _ => throw new InvalidOperationException("EffectOutcome is closed."),
    };
}
