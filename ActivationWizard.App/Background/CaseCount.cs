using System.Diagnostics.Metrics;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Telemetry;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Background;

/// <summary>
/// Counts the open cases of the whole installation for the metrics, once an interval; every instance gives the same figures. Does
/// nothing while nobody collects.
/// </summary>
public sealed class CaseCount : RepeatedWork
{
    /// <summary>The meter.</summary>
    public const string Name = "ActivationWizard.OpenCases";

    private readonly CaseFigures _cases;
    private readonly TelemetrySettings _settings;
    private volatile IReadOnlyList<StateFigure>? _figures;

    public CaseCount(
        CaseFigures cases, TelemetrySettings settings, IMeterFactory meters, TimeProvider time, ILogger<CaseCount> log)
        : base("Counting the open cases for the metrics", settings.Interval, time, log)
    {
        (_cases, _settings) = (cases, settings);
        var meter = meters.Create(Name);
        meter.CreateObservableGauge(
            "activationwizard.cases.open", () => Each(one => (long)(one?.Count ?? 0)), "{case}",
            "Open cases of the installation, by state; NeedsAttention is controle nodig.");
        meter.CreateObservableGauge(
            "activationwizard.cases.oldest",
            () => Each(one => one is null ? 0 : Math.Max(0, (Time.GetUtcNow() - one.OldestAt).TotalSeconds)), "s",
            "The age of the oldest open case, by state.");
        meter.CreateObservableGauge(
            "activationwizard.cases.waiting",
            () => Each(one => one?.WaitsSince is { } since ? Math.Max(0, (Time.GetUtcNow() - since).TotalSeconds) : 0), "s",
            "How long the case that is longest in its state is there, by state; what somebody put aside is left out.");
    }

    /// <summary>Counts now.</summary>
    public async Task RunOnceAsync(CancellationToken cancellation) => _figures = await _cases.ReadAsync(cancellation);

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) =>
        _settings.Endpoint is null ? Task.CompletedTask : RunOnceAsync(cancellation);

    private IEnumerable<Measurement<T>> Each<T>(Func<StateFigure?, T> value)
        where T : struct => _figures is not { } figures ? []
        : from state in ActivationStates.All
          where !state.IsFinal
          select new Measurement<T>(
              value(figures.FirstOrDefault(one => one.State == state)), new KeyValuePair<string, object?>("state", $"{state}"));
}
