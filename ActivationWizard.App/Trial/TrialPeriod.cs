using System.Globalization;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Trial;

/// <summary>The last so many days, today included, as they stand in an address.</summary>
public sealed record TrialPeriod(int Days, DateOnly From, DateOnly Until)
{
    /// <summary>What it is called in an address.</summary>
    public const string Name = "dagen";

    /// <summary>How many days there can be.</summary>
    public static IReadOnlyList<int> Choices { get; } = [1, 7, 14, 28, 84];

    /// <summary>The first moment.</summary>
    public DateTimeOffset Start => DutchCalendar.StartOf(From);

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset End => DutchCalendar.StartOf(Until.AddDays(1));

    /// <summary>What the address asks; seven days for anything that is no choice.</summary>
    public static TrialPeriod Of(string? asked, TimeProvider time)
    {
        var days = int.TryParse(asked, CultureInfo.InvariantCulture, out var read) && Choices.Contains(read) ? read : 7;
        var today = DutchCalendar.Today(time);
        return new TrialPeriod(days, today.AddDays(1 - days), today);
    }
}
