using System.Globalization;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Domain.Values;

/// <summary>A night begins at an hour in Amsterdam, once, also when the clock changes.</summary>
public sealed class NightTests
{
    [Theory]
    [InlineData("2026-11-29T01:59:59Z", 3, "2026-11-28", "2026-11-29T02:00:00Z")]
    [InlineData("2026-11-29T02:00:00Z", 3, "2026-11-29", "2026-11-30T02:00:00Z")]
    [InlineData("2026-11-29T23:30:00Z", 0, "2026-11-30", "2026-11-30T23:00:00Z")]
    // 25 October: two o'clock comes twice. The night begins once.
    [InlineData("2026-10-25T00:30:00Z", 2, "2026-10-25", "2026-10-26T01:00:00Z")]
    [InlineData("2026-10-25T01:30:00Z", 2, "2026-10-25", "2026-10-26T01:00:00Z")]
    // 28 March: two o'clock does not come. It begins at three.
    [InlineData("2027-03-28T00:59:59Z", 2, "2027-03-27", "2027-03-28T01:00:00Z")]
    [InlineData("2027-03-28T01:00:00Z", 2, "2027-03-28", "2027-03-29T00:00:00Z")]
    public void NightOf_AMoment_IsTheLastTimeOfThatHour(string moment, int hour, string night, string next)
    {
        var at = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

        Assert.Equal(DateOnly.Parse(night, CultureInfo.InvariantCulture), DutchCalendar.NightOf(at, hour));
        Assert.Equal(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture), DutchCalendar.NightAfter(at, hour));
    }
}
