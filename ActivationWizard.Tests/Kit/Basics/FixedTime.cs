using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>The moment at which tests begin, and a clock that stands still there until a test moves it.</summary>
public static class FixedTime
{
    /// <summary>Monday 7 September 2026, 10:15 in Amsterdam (summer time: 08:15 UTC).</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);

    /// <summary>A new clock at <see cref="Start"/>, in the time zone of the corporation.</summary>
    public static FakeTimeProvider Clock()
    {
        var clock = new FakeTimeProvider(Start);
        clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));
        return clock;
    }
}
