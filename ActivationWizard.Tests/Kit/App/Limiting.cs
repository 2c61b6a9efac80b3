using System.Diagnostics.Metrics;
using ActivationWizard.App.Security;
using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>Limits by themselves.</summary>
internal static class Limiting
{
    /// <summary>Meters that nobody else counts with.</summary>
    public static IMeterFactory NewMeters() =>
        new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    /// <summary>Limits with these settings, in a minute.</summary>
    public static Limits Of(params (string Key, string Value)[] settings) => new(
        Read(settings),
        new LimitRefusals(new SecurityLog(new FakeLogger<SecurityLog>(), TimeProvider.System), TimeProvider.System, NewMeters()),
        Alone);

    /// <summary>No other instance, and no database that says.</summary>
    public static ISharedCounts Alone { get; } = new NoCounts();

    /// <summary>The section with these settings.</summary>
    public static LimitSettings Read(params (string Key, string Value)[] settings) => LimitSettings.Read(new SettingsReader(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build(),
        isDemo: true));

    private sealed class NoCounts : ISharedCounts
    {
        public Task<SharedCount?> AddAsync(
            Limit limit, string subject, TimeSpan window, CancellationToken cancellation) => Task.FromResult<SharedCount?>(null);

        public Task<int?> TakePlaceAsync(string subject) => Task.FromResult<int?>(null);

        public Task<IReadOnlyDictionary<string, int>?> PlacesAsync(IReadOnlyCollection<string> subjects) =>
            Task.FromResult<IReadOnlyDictionary<string, int>?>(null);

        public void GivePlaceBack(string subject) { }
    }
}
