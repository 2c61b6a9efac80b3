using System.Globalization;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>What was measured so many times: the median with its range.</summary>
internal sealed class Figures(IEnumerable<TimeSpan> measured)
{
    private readonly double[] _seconds = [.. measured.Select(one => one.TotalSeconds).Order()];

    /// <summary>In seconds; of an even number the mean of the two in the middle.</summary>
    public double Median => (_seconds[(_seconds.Length - 1) / 2] + _seconds[_seconds.Length / 2]) / 2;

    /// <summary>In seconds: nineteen of twenty took no longer.</summary>
    public double P95 => _seconds[(int)Math.Ceiling(_seconds.Length * 0.95) - 1];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"median {Median:0.000} s, p95 {P95:0.000} s, {_seconds[0]:0.000} to {_seconds[^1]:0.000} s, {_seconds.Length} times");
}
