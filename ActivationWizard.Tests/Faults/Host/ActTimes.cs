using System.Collections.Concurrent;
using System.Diagnostics;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>How long each act of an employee took: from giving an answer to what came of it, which is on disk by then.</summary>
internal sealed class ActTimes
{
    private ConcurrentQueue<double> _seconds = new();

    /// <summary>Does it and notes how long it took, also when it fails.</summary>
    public async Task<T> OfAsync<T>(Func<Task<T>> act)
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            return await act();
        }
        finally
        {
            _seconds.Enqueue(Stopwatch.GetElapsedTime(since).TotalSeconds);
        }
    }

    /// <summary>In seconds, all that were noted since the last time this was asked.</summary>
    public IReadOnlyCollection<double> Take() => Interlocked.Exchange(ref _seconds, new());
}
