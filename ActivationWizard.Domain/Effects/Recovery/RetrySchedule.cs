namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>How long an outage is waited out between two attempts: the pauses grow, and the last one stays.</summary>
public sealed record RetrySchedule(params IReadOnlyList<TimeSpan> Pauses)
{
    /// <summary>10 and 30 seconds, 1, 2, 5, 10 and then every 15 minutes.</summary>
    public static RetrySchedule Standard { get; } = Seconds(10, 30, 60, 120, 300, 600, 900);

    /// <summary>The pause after this many attempts that came to nothing; at least one.</summary>
    public TimeSpan After(int attempts) => Pauses[Math.Clamp(attempts - 1, 0, Pauses.Count - 1)];

    /// <summary>Pauses of so many seconds.</summary>
    public static RetrySchedule Seconds(params IEnumerable<double> seconds) => new([.. seconds.Select(TimeSpan.FromSeconds)]);
}
