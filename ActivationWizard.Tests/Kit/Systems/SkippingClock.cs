using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>
/// A fake clock on which nobody waits: a delay moves the clock on by itself, so that waiting takes no time and is still seen.
/// </summary>
internal sealed class SkippingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    /// <summary>The delays that were asked for.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Lets it become that moment; does nothing when it is later already.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (moment <= GetUtcNow())
            return;
        Waits.Add(moment - GetUtcNow());
        SetUtcNow(moment);
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        Advance(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
