namespace ActivationWizard.App.Overview;

/// <summary>The shortest time within which a part of all was done.</summary>
public static class Quantile
{
    /// <summary>Of these times, in any order; null when there are none. A part of 0.5 is the median.</summary>
    public static TimeSpan? Of(IEnumerable<TimeSpan> times, double part)
    {
        var ordered = times.Order().ToList();
        return ordered.Count is 0 ? null : ordered[(int)Math.Ceiling(ordered.Count * part) - 1];
    }
}
