using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace ActivationWizard.App.Security;

/// <summary>
/// What was refused because it was asked too often: each is counted in a metric; the log has a line for the first, and then at
/// most one a minute for each asker, with how many there were since.
/// </summary>
public sealed class LimitRefusals : IDisposable
{
    /// <summary>The meter.</summary>
    public const string MeterName = "ActivationWizard.Limits";

    /// <summary>The counter: refusals, by limit.</summary>
    public const string CounterName = "activationwizard.limits.refused";

    // Whoever asks from ever more addresses fills no memory and no log: those above it have one line together.
    private const int MostAskers = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SecurityLog _log;
    private readonly TimeProvider _time;
    private readonly Counter<long> _refused;
    private readonly ConcurrentDictionary<(Limit, string), Tally> _tallies = new();

    public LimitRefusals(SecurityLog log, TimeProvider time, IMeterFactory meters)
    {
        (_log, _time) = (log, time);
        _refused = meters.Create(MeterName).CreateCounter<long>(
            CounterName, "{refusal}", "What was refused because it was asked too often.");
    }

    /// <summary>One more.</summary>
    public void Add(Limit limit, Asker asker)
    {
        _refused.Add(1, new KeyValuePair<string, object?>("limit", $"{limit}"));
        var key = (limit, asker.Subject);
        if (!_tallies.ContainsKey(key) && _tallies.Count >= MostAskers)
            (key, asker) = ((limit, "\0"), new Asker("\0", null, null, null));
        var tally = _tallies.GetOrAdd(key, _ => new Tally());
        lock (tally)
        {
            if (tally.Timer is not null)
            {
                tally.Count++;
                return;
            }

            tally.Timer = _time.CreateTimer(_ => Tell(key, asker, tally), null, Pause, Timeout.InfiniteTimeSpan);
        }

        Write(limit, asker, 1);
    }

    public void Dispose()
    {
        foreach (var tally in _tallies.Values)
            tally.Timer?.Dispose();
    }

    // A minute later: what came since, or nothing more to remember.
    private void Tell((Limit Limit, string Subject) key, Asker asker, Tally tally)
    {
        int count;
        lock (tally)
        {
            count = tally.Count;
            tally.Count = 0;
            tally.Timer!.Dispose();
            tally.Timer = null;
            if (count > 0)
                tally.Timer = _time.CreateTimer(_ => Tell(key, asker, tally), null, Pause, Timeout.InfiniteTimeSpan);
            else
                _tallies.TryRemove(key, out _);
        }

        if (count > 0)
            Write(key.Limit, asker, count);
    }

    private void Write(Limit limit, Asker asker, int count) => _log.WriteFrom(
        SecurityEvent.Limit, asker.Who, asker.Role,
        string.Create(CultureInfo.InvariantCulture, $"{limit} refused {count} times"), asker.From);

    // Its own lock: the timer of one asker comes while another asks.
    private sealed class Tally
    {
        /// <summary>How many since the last line.</summary>
        public int Count { get; set; }

        /// <summary>Null when the next one is told at once.</summary>
        public ITimer? Timer { get; set; }
    }
}
