using System.Data.Common;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.WorkList;

/// <summary>The open cases as they were at one look.</summary>
public sealed record OpenLook(OpenStamp Stamp, IReadOnlyList<CaseSummary> Cases);

/// <summary>
/// One look at the open cases for all pages of this process: a stamp every second and a half while somebody watches, and the cases
/// themselves only when it changed. Who took what, here or on another instance, is on every list within two seconds.
/// </summary>
public sealed class WorkWatch(CaseQueries queries, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private OpenLook? _last;
    private int _watchers;
    private bool _isWatching;

    /// <summary>How many pages wait for a change.</summary>
    public int Watchers => Volatile.Read(ref _watchers);

    /// <summary>The open cases as they are now.</summary>
    public async Task<OpenLook> LookAsync(CancellationToken cancellation)
    {
        await _looking.WaitAsync(cancellation);
        try
        {
            var stamp = await queries.OpenStampAsync(cancellation);
            if (_last is { } last && last.Stamp == stamp)
                return last;
            var look = new OpenLook(stamp, await queries.OpenAsync(cancellation));
            Announce(look);
            return look;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>The open cases once they are not as they were seen, or after a minute: for how long somebody is busy changes by itself.</summary>
    public async Task<OpenLook> ChangedAsync(OpenLook seen, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _watchers);
        try
        {
            while (true)
            {
                var change = Watch();
                if (_last is { } last && last.Stamp != seen.Stamp)
                    return last;
                await change.WaitAsync(Longest, time, cancellation);
            }
        }
        catch (TimeoutException)
        {
            return seen;
        }
        finally
        {
            Interlocked.Decrement(ref _watchers);
        }
    }

    public void Dispose() => _looking.Dispose();

    private void Announce(OpenLook look)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _last = look;
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }

    private Task Watch()
    {
        lock (_gate)
        {
            if (!_isWatching)
            {
                _isWatching = true;
                _ = WatchOnAsync();
            }

            return _changed.Task;
        }
    }

    // A database that is away for a while is no reason to stop: the next look tells.
    private async Task WatchOnAsync()
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync())
        {
            lock (_gate)
            {
                if (Watchers is 0)
                {
                    _isWatching = false;
                    return;
                }
            }

            try
            {
                await LookAsync(CancellationToken.None);
            }
            catch (Exception failure) when (failure is DbException or TimeoutException or InvalidOperationException)
            {
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }
}
