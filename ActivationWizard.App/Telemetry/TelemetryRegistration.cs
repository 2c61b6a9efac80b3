using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ActivationWizard.App.Telemetry;

/// <summary>Sends traces and metrics to a collector, where there is one.</summary>
public static class TelemetryRegistration
{
    private const string All = "ActivationWizard.*";

    // At once enough for who looks on, and seldom enough for who works.
    private const int TraceDelay = 2_000;

    /// <summary>Adds it; without an endpoint nothing is collected.</summary>
    public static void AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        services.AddSingleton(settings);
        if (settings.Endpoint is not { } endpoint)
            return;
        var version = typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString(3);
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.Clear().AddService("activationwizard", serviceVersion: version))
            .WithTracing(traces => traces
                .AddSource(All).AddSource("Microsoft.AspNetCore")
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.TraceShare)))
                .AddProcessor<KnownTags>()
                .AddOtlpExporter(options =>
                {
                    Point(options, settings, At(endpoint, "v1/traces"));
                    options.BatchExportProcessorOptions.ScheduledDelayMilliseconds = TraceDelay;
                }))
            .WithMetrics(metrics => metrics
                .AddMeter(All)
                .AddOtlpExporter((options, reader) =>
                {
                    Point(options, settings, At(endpoint, "v1/metrics"));
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds =
                        (int)settings.Interval.TotalMilliseconds;
                }));
        // Another app in this process has instruments of the same names; when it ended, it would take the figures of ours along.
        services.ConfigureOpenTelemetryMeterProvider((provider, metrics) => metrics.AddView(instrument =>
            instrument.Meter.Scope == provider.GetRequiredService<IMeterFactory>() ? null : MetricStreamConfiguration.Drop));
    }

    private static Uri At(Uri endpoint, string path) => new($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}");

    private static void Point(OtlpExporterOptions options, TelemetrySettings settings, Uri address)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = address;
        options.Headers = settings.Headers.Length > 0 ? settings.Headers : null;
    }
}
