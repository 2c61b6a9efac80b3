using System.Globalization;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>What was measured so many times: the median with its range.</summary>
internal sealed class Figures(IEnumerable<TimeSpan> measured)
{
    private readonly double[] _seconds = [.. measured.Select(one => one.TotalSeconds).Order()];

    /// <summary>In seconds; of an even number the mean of the two in the middle.</summary>
    public double Median => (_seconds[(_seconds.Length - 1) / 2] + _seconds[_seconds.Length / 2]) / 2;

    /// <summary>In seconds: nineteen of twenty took no longer.</summary>
    public double P95 => At(0.95);

    /// <summary>In seconds: ninety-nine of a hundred took no longer.</summary>
    public double P99 => At(0.99);

    /// <summary>As <see cref="ToString"/>, with the ninety-ninth of a hundred before it.</summary>
    public string WithP99() => string.Create(CultureInfo.InvariantCulture, $"p99 {P99:0.000} s, {this}");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"median {Median:0.000} s, p95 {P95:0.000} s, {_seconds[0]:0.000} to {_seconds[^1]:0.000} s, {_seconds.Length} times");

    private double At(double share) => _seconds[(int)Math.Ceiling(_seconds.Length * share) - 1];
}
