using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>How often the journal is written, and how long that takes.</summary>
public sealed class JournalMeter
{
    /// <summary>The meter.</summary>
    public const string Name = "ActivationWizard.Journal";

    private readonly Histogram<double> _commits;
    private readonly Counter<long> _leases;

    public JournalMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _commits = meter.CreateHistogram<double>(
            "activationwizard.journal.commits", "s", "What a transaction of the journal takes, by outcome; one may hold several "
            + "writes.");
        _leases = meter.CreateCounter<long>(
            "activationwizard.journal.leases.ended", "{lease}", "Rights to act for a tenant that could not be renewed.");
    }

    /// <summary>A right was gone when it was to be renewed.</summary>
    public void LeaseEnded() => _leases.Add(1);

    /// <summary>Measures a commit, and throws what it throws.</summary>
    public async Task CommittedAsync(Func<Task> commit)
    {
        var since = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            await commit();
            outcome = "done";
        }
        finally
        {
            _commits.Record(
                Stopwatch.GetElapsedTime(since).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }
}
