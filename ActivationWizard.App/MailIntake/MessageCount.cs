using System.Diagnostics.Metrics;
using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Telemetry;

namespace ActivationWizard.App.MailIntake;

/// <summary>
/// Counts the messages that wait in <em>Berichten</em> for the metrics, once an interval; every instance gives the same figures.
/// Does nothing while nobody collects.
/// </summary>
public sealed class MessageCount : RepeatedWork
{
    /// <summary>The meter.</summary>
    public const string Name = "ActivationWizard.OpenMessages";

    private readonly MessageFigures _messages;
    private readonly TelemetrySettings _settings;
    private volatile IReadOnlyList<MessageFigure>? _figures;

    public MessageCount(
        MessageFigures messages, TelemetrySettings settings, IMeterFactory meters, TimeProvider time, ILogger<MessageCount> log)
        : base("Counting the messages for the metrics", settings.Interval, time, log)
    {
        (_messages, _settings) = (messages, settings);
        var meter = meters.Create(Name);
        meter.CreateObservableGauge(
            "activationwizard.messages.open", () => Each(one => (long)(one?.Count ?? 0)), "{message}",
            "Messages that wait in Berichten for somebody, by what they are.");
        meter.CreateObservableGauge(
            "activationwizard.messages.oldest",
            () => Each(one => one is null ? 0 : Math.Max(0, (Time.GetUtcNow() - one.OldestAt).TotalSeconds)), "s",
            "How long the message that waits longest in Berichten is in the mailbox, by what it is.");
    }

    /// <summary>Counts now.</summary>
    public async Task RunOnceAsync(CancellationToken cancellation) => _figures = await _messages.ReadAsync(cancellation);

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) =>
        _settings.Endpoint is null ? Task.CompletedTask : RunOnceAsync(cancellation);

    private IEnumerable<Measurement<T>> Each<T>(Func<MessageFigure?, T> value)
        where T : struct => _figures is not { } figures ? []
        : from kind in Enum.GetValues<MessageKind>()
          select new Measurement<T>(
              value(figures.FirstOrDefault(one => one.Kind == kind)), new KeyValuePair<string, object?>("kind", $"{kind}"));
}
