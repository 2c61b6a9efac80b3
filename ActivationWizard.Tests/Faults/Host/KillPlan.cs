using System.Collections.Concurrent;
using System.Diagnostics;
using ActivationWizard.Domain.Effects;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>
/// Lets each armed case run to its own boundary and stand still there. When the last has arrived, or come to rest without passing
/// it, the process kills itself: one death serves them all.
/// </summary>
internal sealed class KillPlan(TimeProvider time)
{
    /// <summary>How long a call that is held by the system is given to get there.</summary>
    public static readonly TimeSpan CallUnderWay = TimeSpan.FromMilliseconds(400);

    private const int WritesAtOnce = 256;

    // Of the process: it is frozen whole.
    private static readonly SemaphoreSlim Writes = new(WritesAtOnce);

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _awake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _allHere = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, ArmedPoint> _points = [];
    private readonly ConcurrentDictionary<string, string> _sessions = [];
    private readonly ConcurrentDictionary<string, bool> _arrived = [];

    /// <summary>Ends when every armed case stands still or has come to rest.</summary>
    public Task AllHere => _allHere.Task;

    /// <summary>Adds points: one for each case.</summary>
    public void Arm(IEnumerable<ArmedPoint> points)
    {
        foreach (var point in points)
            _points[point.Case] = point;
    }

    /// <summary>Remembers whose letter a session of Postex is: asking after it carries nothing else.</summary>
    public void Know(string session, string number) => _sessions[session] = number;

    /// <summary>True when this case is to die at this boundary of this effect.</summary>
    public bool IsAt(string number, EffectKind effect, Boundary boundary) =>
        _points.TryGetValue(number, out var point) && point.Effect == effect && point.Boundary == boundary;

    /// <summary>The armed point that a call with these arguments belongs to, if any.</summary>
    public ArmedPoint? Of(EffectKind effect, IReadOnlyCollection<string> arguments) => _points.Values.FirstOrDefault(point =>
        point.Effect == effect
        && arguments.Any(text => text.Contains(point.Case, StringComparison.Ordinal)
            || text.Contains(point.Tenant, StringComparison.Ordinal)
            || _sessions.GetValueOrDefault(text) == point.Case));

    /// <summary>Stands still until the process is dead; a point that only freezes has passed when it wakes up.</summary>
    public async Task DieAsync(string number)
    {
        if (_points[number].Freezes)
        {
            await FreezeAsync(number);
            return;
        }

        lock (_gate)
            File.AppendAllText(ArrivalsFile, number + "\n");
        End(number, arrived: true);
        await Task.Delay(Timeout.InfiniteTimeSpan, time);
    }

    /// <summary>The case came to rest without passing its boundary.</summary>
    public void Rested(string number)
    {
        if (_points.ContainsKey(number))
            End(number, arrived: false);
    }

    /// <summary>Where arrivals are written down, to be read when the process is dead.</summary>
    public required string ArrivalsFile { get; init; }

    /// <summary>Writes, and is not frozen meanwhile.</summary>
    public static async Task<object?> WriteAsync(Func<Task<object?>> write)
    {
        await Writes.WaitAsync();
        try
        {
            return await write();
        }
        finally
        {
            Writes.Release();
        }
    }

    private async Task FreezeAsync(string number)
    {
        End(number, arrived: true);
        await _awake.Task;
    }

    private void End(string number, bool arrived)
    {
        if (!_arrived.TryAdd(number, arrived) || _arrived.Count < _points.Count)
            return;
        if (_points[number].Freezes)
            _ = StopAsync();
        else
            Process.GetCurrentProcess().Kill();
    }

    // Nobody goes on before the process has been stopped and was woken up: that is noticed only then.
    private async Task StopAsync()
    {
        _allHere.TrySetResult();
        await Task.Delay(CallUnderWay, time);
        var shell = new ProcessStartInfo("sh", ["-c", $"read now; kill -STOP {Environment.ProcessId}; sleep 1"])
        {
            RedirectStandardInput = true,
        };
        using var stopping = Process.Start(shell)!;
        await BetweenWritesAsync(() =>
        {
            stopping.StandardInput.WriteLine();
            return stopping.WaitForExitAsync();
        });
        _awake.TrySetResult();
    }

    // Frozen in the middle of a write it would keep the whole file from everybody: all places are taken, so that nobody writes.
    private static async Task BetweenWritesAsync(Func<Task> freeze)
    {
        for (var place = 0; place < WritesAtOnce; place++)
            await Writes.WaitAsync();
        await freeze();
        Writes.Release(WritesAtOnce);
    }
}
