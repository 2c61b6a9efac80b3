using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Epochs;

/// <summary>Compares the database with what this process knows of it, and notes how far it is.</summary>
public sealed class Checkpoints(
    IDbContextFactory<JournalContext> contexts, JournalPlace place, InstallationEpochs epochs, LostTime lost,
    CheckpointWriting writing)
{
    private CheckpointNote? _last;

    /// <summary>
    /// Notes it in the database and outside it. When the database went back since the last time, a new epoch begins, or the one
    /// that another instance began is taken over: then it gives how many open cases were told, else null.
    /// </summary>
    public async Task<int?> MakeAsync(IReadOnlyDictionary<long, int> heads, int ordinal, CancellationToken cancellation)
    {
        await using var journal = await contexts.CreateDbContextAsync(cancellation);
        var known = Known(heads, ordinal, _last?.Beat ?? 0);
        int? told = null;
        if (await InstallationEpochs.LastAsync(journal, cancellation) is { } last && last.Number > known.Epoch)
        {
            await epochs.OpenAsync(journal, cancellation);
            told = 0;
        }
        else if (_last is not null && await lost.IsBehindAsync(journal, known, cancellation))
        {
            await using var alone = await place.LockAsync(cancellation);
            // Another instance that saw it first has begun an epoch by now.
            if (await lost.IsBehindAsync(journal, known, cancellation))
                told = await lost.BeginAsync(EpochReason.WentBack, known, cancellation);
            else
                await epochs.OpenAsync(journal, cancellation);
            told ??= 0;
        }

        var now = Known(told is null ? heads : new Dictionary<long, int>(), ordinal, 0);
        _last = await writing.WriteAsync(journal, now, cancellation);
        return told;
    }

    private CheckpointNote Known(IReadOnlyDictionary<long, int> heads, int ordinal, long beat) =>
        new(epochs.Now.Installation, epochs.Row.Number, beat, ordinal, heads);
}

/// <summary>Writes a note, in the database and outside it, with all that verifying compares it with.</summary>
public sealed class CheckpointWriting(
    OutsideCheckpoint outside, Tombstones tombstones, IJournalWriter writer, RecordSeals seals, TimeProvider time)
{
    private volatile CheckpointNote? _last;

    /// <summary>The last that was written; null before the first.</summary>
    public CheckpointNote? Last => _last;

    /// <summary>The note as it was written.</summary>
    public async Task<CheckpointNote> WriteAsync(JournalContext journal, CheckpointNote note, CancellationToken cancellation)
    {
        await tombstones.CatchUpAsync(journal, cancellation);
        var beating = new Beating(note.Epoch);
        await writer.WriteAsync(beating, cancellation);
        var noted = note.Heads.Keys.ToArray();
        var head = await journal.RecordHeads.SingleOrDefaultAsync(cancellation);
        var whole = note with
        {
            Beat = beating.Beat,
            At = time.GetUtcNow(),
            Counters = await journal.Counters.ToDictionaryAsync(row => row.Year, row => row.Last, cancellation),
            Chains = await journal.Summaries.Where(row => noted.Contains(row.Case))
                .Select(row => new { row.Case, row.Version, row.HeadHash })
                .ToDictionaryAsync(
                    row => row.Case, row => new NotedHead(row.Version, Convert.ToBase64String(row.HeadHash)), cancellation),
            Accesses = head?.Accesses ?? 0,
            LastAccess = Convert.ToBase64String(head?.LastAccess ?? []),
            Erasures = await journal.Erasures.CountAsync(cancellation),
        };
        whole = whole.Sealed(seals);
        await outside.WriteAsync(whole, cancellation);
        return _last = whole;
    }

    private sealed class Beating(int epoch) : IJournalWrite
    {
        public string Subject => "beat";

        public long Beat { get; private set; }

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            var row = session.Context.Epochs.Where(one => one.Number == epoch);
            await row.ExecuteUpdateAsync(set => set.SetProperty(one => one.Beat, one => one.Beat + 1), cancellation);
            Beat = await row.Select(one => one.Beat).SingleOrDefaultAsync(cancellation);
        }
    }
}
