namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>
/// The clock of this process, which somebody has put forward or back; its timers run on, as those of a machine do.
/// </summary>
internal sealed class MovedTime : TimeProvider
{
    private long _ticks;

    /// <summary>How far it is ahead of the right time.</summary>
    public TimeSpan By
    {
        get => new(Interlocked.Read(ref _ticks));
        set => Interlocked.Exchange(ref _ticks, value.Ticks);
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
}
