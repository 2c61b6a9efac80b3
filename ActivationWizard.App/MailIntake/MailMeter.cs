using System.Diagnostics.Metrics;
using ActivationWizard.App.Journal.Incoming;

namespace ActivationWizard.App.MailIntake;

/// <summary>How much mail waits to be taken in, and how long mail waited that was; nothing about whose it is.</summary>
public sealed class MailMeter
{
    /// <summary>The meter.</summary>
    public const string Name = "ActivationWizard.Mail";

    /// <summary>What was listed and is not taken in yet.</summary>
    public const string ArrivedName = "activationwizard.messages.arrived";

    /// <summary>What was taken in.</summary>
    public const string TakenName = "activationwizard.messages.taken";

    private readonly Histogram<double> _taken;
    private volatile object? _arrived;

    public MailMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _taken = meter.CreateHistogram<double>(
            TakenName, "s", "From coming into the mailbox to being taken in, by what it is and what became of it.");
        meter.CreateObservableGauge(
            ArrivedName, () => _arrived is int count ? [new Measurement<int>(count)] : Array.Empty<Measurement<int>>(),
            "{message}", "Messages in the mailbox that are not taken in yet; only from the instance that takes them in.");
    }

    /// <summary>So many are left; null when another instance takes them in.</summary>
    public void Waits(int? count) => _arrived = count;

    /// <summary>One was taken in.</summary>
    public void Taken(MessageKind kind, MessageState state, TimeSpan after) => _taken.Record(
        Math.Max(0, after.TotalSeconds), new("kind", $"{kind}"), new("state", $"{state}"));
}
