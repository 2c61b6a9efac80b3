using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Epochs;

/// <summary>Compares the database with what this process knows of it, and notes how far it is.</summary>
public sealed class Checkpoints(
    IDbContextFactory<JournalContext> contexts, JournalPlace place, InstallationEpochs epochs, LostTime lost,
    OutsideCheckpoint outside, IJournalWriter writer)
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

        var beating = new Beating(epochs.Row.Number);
        await writer.WriteAsync(beating, cancellation);
        _last = Known(told is null ? heads : new Dictionary<long, int>(), ordinal, beating.Beat);
        await outside.WriteAsync(_last, cancellation);
        return told;
    }

    private CheckpointNote Known(IReadOnlyDictionary<long, int> heads, int ordinal, long beat) =>
        new(epochs.Now.Installation, epochs.Row.Number, beat, ordinal, heads);

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
