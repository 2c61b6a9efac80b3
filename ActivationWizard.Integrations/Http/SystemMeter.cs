using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Http;

/// <summary>What calls to the systems come to, and how long they take, as metrics and as spans of a trace.</summary>
public sealed class SystemMeter
{
    /// <summary>The meter, and the source of the spans.</summary>
    public const string Name = "ActivationWizard.Systems";

    internal static readonly ActivitySource Source = new(Name);

    private readonly Histogram<double> _calls;
    private readonly Counter<long> _retries;
    private readonly ConcurrentDictionary<ForeignSystem, bool> _open = new();

    public SystemMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _calls = meter.CreateHistogram<double>(
            "activationwizard.systems.calls", "s",
            "What a call takes, repeats and pauses included, by system, operation and outcome.");
        _retries = meter.CreateCounter<long>(
            "activationwizard.systems.retries", "{retry}", "Attempts after the first one of a call, by system.");
        meter.CreateObservableGauge(
            "activationwizard.systems.breaker.open",
            () => _open.Select(one => new Measurement<int>(one.Value ? 1 : 0, Of(one.Key))),
            description: "1 while a system is left alone for a moment because it does not answer, else 0.");
    }

    /// <summary>
    /// True while a system is left alone because it does not answer; null before the first call, and where there is no breaker.
    /// </summary>
    public bool? IsLeftAlone(ForeignSystem system) => _open.TryGetValue(system, out var isOpen) ? isOpen : null;

    internal void Called(ForeignSystem system, string operation, string outcome, TimeSpan took) =>
        _calls.Record(took.TotalSeconds, Of(system), new("operation", operation), new("outcome", outcome));

    internal void Retried(ForeignSystem system) => _retries.Add(1, Of(system));

    internal void Breaks(ForeignSystem system, bool isOpen) => _open[system] = isOpen;

    private static KeyValuePair<string, object?> Of(ForeignSystem system) => new("system", $"{system}");
}
