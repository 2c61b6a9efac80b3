using System.Diagnostics;

namespace ActivationWizard.Tests.Benchmarks.Screens;

/// <summary>Each taking of the pictures begins at the same moment, and goes on from there as time does.</summary>
internal sealed class PictureClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 12, 0, TimeSpan.Zero);

    private readonly long _began = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => Start + Stopwatch.GetElapsedTime(_began);
}
