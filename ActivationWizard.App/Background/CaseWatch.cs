using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Background;

/// <summary>
/// What every open page keeps an eye on, read once for all of them: however many people look, the database is asked once in two
/// seconds at most.
/// </summary>
public sealed class CaseWatch(IWatchedCases cases, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LooksBack = TimeSpan.FromMinutes(30);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private (DateTimeOffset At, IReadOnlyList<WatchedCase> Cases)? _last;

    /// <summary>How often a page looks.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(3);

    /// <summary>How many cases need this person's attention.</summary>
    public async Task<int> AttentionAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Operation.SettleOutcome))
            return 0;
        var seen = await ReadAsync(cancellation);
        return seen.Count(one => one.State is ActivationState.NeedsAttention && (IsOf(one, actor) || !actor.May(Operation.HandleOwnCase)));
    }

    /// <summary>This person's own cases that ended, came back or came to need attention after that moment; the latest first.</summary>
    public async Task<IReadOnlyList<WatchedCase>> OwnAsync(Actor actor, DateTimeOffset since, CancellationToken cancellation)
    {
        if (!actor.May(Operation.HandleOwnCase))
            return [];
        var seen = await ReadAsync(cancellation);
        return [.. seen.Where(one => IsOf(one, actor) && one.ChangedAt > since && one.State is not ActivationState.Withdrawn)];
    }

    public void Dispose() => _gate.Dispose();

    private static bool IsOf(WatchedCase one, Actor actor) => one.HandlerId == actor.Id;

    private async Task<IReadOnlyList<WatchedCase>> ReadAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (_last is not { } last || now - last.At >= Fresh || now < last.At)
                _last = (now, await cases.ReadAsync(now - LooksBack, cancellation));
            return _last.Value.Cases;
        }
        finally
        {
            _gate.Release();
        }
    }
}
