using System.Diagnostics;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Background;

/// <summary>Where a case is.</summary>
internal enum QueuePlace
{
    Arrived,
    Waiting,
    UnderWay,
    AskedAgain,
}

/// <summary>How the two lines are: how many are in them, and how long the first has waited.</summary>
public sealed record QueueState(int Waiting, int Arrived, int UnderWay, TimeSpan Lag);

/// <summary>Since when each case is in line, and what put it there. Not safe by itself: whoever has it locks.</summary>
internal sealed class QueueSigns(TimeProvider time)
{
    private readonly Dictionary<CaseNumber, (long Since, ActivityContext Cause)> _entered = [];

    /// <summary>How long the one that has waited longest is in line.</summary>
    public TimeSpan Lag => _entered.Count is 0 ? TimeSpan.Zero : time.GetElapsedTime(_entered.Values.Min(one => one.Since));

    /// <summary>It comes in line now, by what goes on in this flow; one that is in line stays as it is.</summary>
    public void Entered(CaseNumber number) =>
        _entered.TryAdd(number, (time.GetTimestamp(), Activity.Current?.Context ?? default));

    /// <summary>It leaves the line; what put it there.</summary>
    public ActivityContext Left(CaseNumber number) => _entered.Remove(number, out var entry) ? entry.Cause : default;
}
