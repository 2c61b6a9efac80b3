using System.Collections.Concurrent;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Background;

/// <summary>The versions of the cases that this process wrote to last.</summary>
public sealed class RecentHeads
{
    private const int Most = 500;

    private readonly ConcurrentDictionary<long, int> _heads = new();
    private int _ordinal;

    /// <summary>The highest ordinal of a case number that this process wrote to.</summary>
    public int Ordinal => Volatile.Read(ref _ordinal);

    /// <summary>A copy of them.</summary>
    public IReadOnlyDictionary<long, int> Copy() => new Dictionary<long, int>(_heads);

    /// <summary>True when this process wrote a later version of the case than this one.</summary>
    public bool AreBeyond(ActivationCase activation) =>
        _heads.TryGetValue(CaseKey.Of(activation.Number), out var version) && version > activation.Version;

    /// <summary>Remembers that the case was written to.</summary>
    public void Wrote(ActivationCase activation)
    {
        // Which ones go when there are too many matters little: the beat tells as well.
        if (_heads.Count >= Most)
            _heads.Clear();
        _heads.AddOrUpdate(CaseKey.Of(activation.Number), activation.Version, (_, known) => Math.Max(known, activation.Version));
        if (activation.Number.Ordinal > Ordinal)
            Interlocked.Exchange(ref _ordinal, activation.Number.Ordinal);
    }

    /// <summary>Forgets them: the database went back, and they are not in it any more.</summary>
    public void Clear() => _heads.Clear();
}

/// <summary>
/// Notes at an interval, and at the stop, how far the database is: in it, and in a file outside it. Finds out that it went back
/// while this process was at work, as after a failover to a replica that misses the last of it: by the note, or sooner, by a case
/// that this process wrote more of.
/// </summary>
public sealed partial class CheckpointWork(
    Checkpoints checkpoints, ErasureReplay erasures, RecentHeads heads, JournalOptions options, TimeProvider time,
    ILogger<CheckpointWork> log)
    : RepeatedWork("Noting how far the journal is", options.CheckpointInterval, time, log)
{
    // Never disposed: who asks late still gets a turn.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc />
    protected override bool IsDoneAtTheStop => true;

    /// <summary>Notes it now. When the database went back, every open case was told so before this returns.</summary>
    public async Task NoteAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (await checkpoints.MakeAsync(heads.Copy(), heads.Ordinal, cancellation) is not { } told)
                return;
            heads.Clear();
            await erasures.RunAsync(cancellation);
            WentBack(Log, told);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) => NoteAsync(cancellation);

    [LoggerMessage(3, LogLevel.Warning, "The database is at an earlier moment than it was: {Told} open cases wait for a person.")]
    private static partial void WentBack(ILogger logger, int told);
}
