using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>
/// The clock of simulators whose callers live by a clock of their own: it is right, and as soon as a system keeps its caller
/// waiting for longer than any caller waits, the caller's deadline has passed. Time-outs are real to the caller and take no time.
/// </summary>
internal sealed class SilenceClock : TimeProvider
{
    /// <summary>A wait of this length, or a longer one, is silence.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    /// <summary>The caller's deadline for one attempt, as a setting has it: in seconds.</summary>
    public const string AttemptSeconds = "3";

    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1.2);

    /// <summary>The clock of the caller.</summary>
    public FakeTimeProvider Caller { get; } = new PauseSkipping(System.GetUtcNow());

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime >= Silence)
            Caller.Advance(Attempt);
        return timer;
    }

    /// <summary>
    /// Nobody waits out a pause between two attempts either, which is shorter than any deadline: it moves the clock on.
    /// </summary>
    private sealed class PauseSkipping(DateTimeOffset start) : FakeTimeProvider(start)
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime <= TimeSpan.Zero || dueTime > LongestPause)
                return base.CreateTimer(callback, state, dueTime, period);
            Advance(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
