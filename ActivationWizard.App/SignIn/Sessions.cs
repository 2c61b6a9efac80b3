using System.Collections.Concurrent;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Sessions;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Who is signed in, until when: the rows of the database, which every instance shares, and what this process saw of them and
/// knows of acts since. A session is over when it was ended, when its person did nothing for too long, when the identity
/// provider said nothing of them for too long, and at its limit.
/// </summary>
public sealed class Sessions(SessionRecords records, SessionSettings settings, TimeProvider time) : ISessionDoor
{
    // For what a page does by itself, such as ten times a second while it draws, a look of a second ago is enough.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    // Acts are written no oftener.
    private static readonly TimeSpan Rarely = TimeSpan.FromSeconds(30);

    // One that is over is in the database for so long after.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<Guid, Seen> _seen = new();

    /// <summary>A session is there from now on, with an act of its person; does nothing for one that is known.</summary>
    public Task BeginAsync(SessionRecord begun, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return records.BeginAsync(
            begun with { LastActAt = now }, forgetBefore: now - settings.Limit - Remembered, cancellation);
    }

    /// <summary>Ends it, on every instance; twice is as once.</summary>
    public async Task EndAsync(Guid id, CancellationToken cancellation)
    {
        await records.EndAsync(id, time.GetUtcNow(), cancellation);
        await LookAsync([id], cancellation);
    }

    /// <inheritdoc />
    public async Task<bool> IsOpenAsync(Guid id, CancellationToken cancellation)
    {
        await LookAsync([id], cancellation);
        return IsOpen(id);
    }

    /// <summary>
    /// The same, from a look of at most a second ago unless it is looked up <paramref name="anew"/>; while the database is gone,
    /// from the last one.
    /// </summary>
    public async ValueTask<bool> WasOpenAsync(Guid id, bool anew, CancellationToken cancellation)
    {
        try
        {
            if (anew || !_seen.TryGetValue(id, out var seen) || time.GetElapsedTime(seen.LookedAt) > Fresh)
                await LookAsync([id], cancellation);
        }
        catch (Exception cause) when (UnusableJournalException.IsAway(cause))
        {
            // Nothing can be done without it either; the page stays, and says so.
        }

        return IsOpen(id);
    }

    /// <summary>The person does something: the session lasts longer. Written now and then.</summary>
    public void Act(Guid id)
    {
        if (_seen.TryGetValue(id, out var seen))
            seen.LastActAt = time.GetUtcNow();
    }

    /// <summary>Writes the acts of these sessions that were not written yet, unless it was done just before.</summary>
    public async Task WriteActsAsync(IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        foreach (var id in ids)
        {
            if (!_seen.TryGetValue(id, out var seen) || seen.LastActAt - seen.Record.LastActAt < Rarely)
                continue;
            var at = seen.LastActAt;
            await records.ActedAsync(id, at, cancellation);
            seen.Record = seen.Record with { LastActAt = at };
        }
    }

    /// <summary>Looks at these sessions in the database; those that are over.</summary>
    public async Task<IReadOnlyList<Guid>> LookAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        var found = (await records.FindManyAsync(ids, cancellation)).ToDictionary(one => one.Id);
        foreach (var id in ids)
        {
            if (!found.TryGetValue(id, out var record))
                _seen.TryRemove(id, out _);
            else if (_seen.TryGetValue(id, out var seen))
                (seen.Record, seen.LookedAt) = (record, begun);
            else
                _seen.TryAdd(id, new Seen { Record = record, LookedAt = begun });
        }

        Forget();
        return [.. ids.Where(id => !IsOpen(id))];
    }

    /// <summary>All that last now, as the database has them.</summary>
    public async Task<IReadOnlyList<SessionRecord>> OpenAsync(CancellationToken cancellation)
    {
        var found = await records.OpenAsync(time.GetUtcNow() - settings.Limit, cancellation);
        var over = await LookAsync([.. found.Select(one => one.Id)], cancellation);
        return [.. found.Where(one => !over.Contains(one.Id))];
    }

    /// <summary>All that began lately, also those that are over: as far back as none can last.</summary>
    public Task<IReadOnlyList<SessionRecord>> LatelyAsync(CancellationToken cancellation) =>
        records.SinceAsync(time.GetUtcNow() - settings.Limit - Remembered, cancellation);

    /// <summary>How long it lasts if nothing is done; zero when it is over or not known.</summary>
    public TimeSpan Left(Guid id)
    {
        if (!_seen.TryGetValue(id, out var seen) || seen.Record.IsEnded)
            return TimeSpan.Zero;
        var lastAct = seen.LastActAt > seen.Record.LastActAt ? seen.LastActAt : seen.Record.LastActAt;
        var (idle, limit) = (lastAct + settings.Idle, seen.Record.BegunAt + settings.Limit);
        var until = seen.Record.CheckedAt + settings.Unchecked is { } known && known < limit ? known : limit;
        var left = (idle < until ? idle : until) - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private bool IsOpen(Guid id) => Left(id) > TimeSpan.Zero;

    private void Forget()
    {
        foreach (var (id, seen) in _seen)
        {
            if (time.GetElapsedTime(seen.LookedAt) > settings.Limit)
                _seen.TryRemove(id, out _);
        }
    }

    private sealed class Seen
    {
        public required SessionRecord Record { get; set; }

        /// <summary>A timestamp.</summary>
        public required long LookedAt { get; set; }

        /// <summary>Of this process's own knowledge.</summary>
        public DateTimeOffset LastActAt { get; set; }
    }
}
