namespace ActivationWizard.App.Replay;

/// <summary>How fast a case is played.</summary>
public enum PlaySpeed
{
    One = 1,
    Two = 2,
    Four = 4,

    /// <summary>As it went.</summary>
    Real = 0,
}

/// <summary>The pace of playing: who decides how long each event stays.</summary>
/// <param name="Speed">How fast.</param>
/// <param name="SkipsWaits">Waiting is passed over: every event stays as long as any other.</param>
public sealed record Playback(PlaySpeed Speed, bool SkipsWaits)
{
    /// <summary>Time in which nothing happened that counts as waiting.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(400);

    /// <summary>As it is when the page opens, paused.</summary>
    public static Playback Usual { get; } = new(PlaySpeed.One, true);

    /// <summary>How long to stay before this event comes.</summary>
    public TimeSpan Before(ReplayMoment next)
    {
        var went = next.Waited > Shortest ? next.Waited : Shortest;
        if (Speed is PlaySpeed.Real)
            return SkipsWaits && went > Wait ? Steady : went;
        return (SkipsWaits ? Steady : went) / (int)Speed;
    }
}
