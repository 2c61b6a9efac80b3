using System.Diagnostics.Metrics;

namespace ActivationWizard.App.SignIn;

/// <summary>How many circuits this process keeps, and the memory that it holds, which is for them mostly.</summary>
public sealed class CircuitMeter
{
    /// <summary>The meter.</summary>
    public const string Name = "ActivationWizard.Circuits";

    private int _open;

    public CircuitMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableGauge(
            "activationwizard.circuits.open", () => Open, "{circuit}",
            "Circuits that are kept, those that lost their page included.");
        meter.CreateObservableGauge(
            "activationwizard.circuits.memory", () => GC.GetTotalMemory(forceFullCollection: false), "By",
            "Managed memory of the process, what is not collected yet included.");
    }

    /// <summary>Circuits that are kept.</summary>
    public int Open => Volatile.Read(ref _open);

    internal void Began() => Interlocked.Increment(ref _open);

    internal void Ended() => Interlocked.Decrement(ref _open);
}
