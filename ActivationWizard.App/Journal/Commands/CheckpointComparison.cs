using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// Holds the database against a note that was made outside it: whatever was put back to how it once was, with every seal that
/// belongs to it, is less than the note says. Read the note before the database: it may be written meanwhile.
/// </summary>
public sealed class CheckpointComparison(
    IDbContextFactory<JournalContext> contexts, Tombstones tombstones, RecordSeals seals)
{
    /// <summary>Cases that were erased, by what is noted outside every store, and that are back.</summary>
    public async Task<IReadOnlyList<RecordBreak>> FindErasedAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var erased = (await context.Erasures.Select(row => row.Case).ToListAsync(cancellation)).ToHashSet();
        return
        [
            .. from one in await tombstones.ReadAsync(context, cancellation)
               where !erased.Contains(one.Case)
               select new RecordBreak(CaseKey.TryNumberOf(one.Case), RecordFault.ErasureMissing),
        ];
    }

    /// <summary>What does not fit; empty when the database is at the note or beyond it.</summary>
    public async Task<IReadOnlyList<RecordBreak>> FindAsync(CheckpointNote? note, CancellationToken cancellation)
    {
        if (note is null || !note.IsSealed(seals))
            return [new RecordBreak(null, RecordFault.NoteForged)];
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var last = await InstallationEpochs.LastAsync(context, cancellation);
        if (last is not null && !last.Epoch.StartsWith(note.Installation, StringComparison.Ordinal))
            return [new RecordBreak(null, RecordFault.NoteOfAnother)];

        var breaks = new List<RecordBreak>();
        if (last is null || last.Number < note.Epoch || (last.Number == note.Epoch && last.Beat < note.Beat))
            breaks.Add(new RecordBreak(null, RecordFault.WentBack));
        breaks.AddRange(await CountersAsync(context, note, cancellation));
        breaks.AddRange(await ErasuresAsync(context, note, cancellation));
        // In a later epoch the installation knows that it went back: what was lost then is looked at by people.
        if (last?.Number > note.Epoch)
            return breaks;
        breaks.AddRange(await CasesAsync(context, note, cancellation));
        breaks.AddRange(await AccessesAsync(context, note, seals, cancellation));
        return breaks;
    }

    private static async Task<IEnumerable<RecordBreak>> CountersAsync(
        JournalContext context, CheckpointNote note, CancellationToken cancellation)
    {
        var counters = await context.Counters.ToDictionaryAsync(row => row.Year, row => row.Last, cancellation);
        return note.Counters.Where(one => counters.GetValueOrDefault(one.Key) < one.Value).OrderBy(one => one.Key)
            .Select(one => new RecordBreak(null, RecordFault.CounterWentBack, $"{one.Key}"));
    }

    private static async Task<IEnumerable<RecordBreak>> ErasuresAsync(
        JournalContext context, CheckpointNote note, CancellationToken cancellation) =>
        await context.Erasures.CountAsync(cancellation) < note.Erasures
            ? [new RecordBreak(null, RecordFault.ErasureMissing)]
            : [];

    private static async Task<IReadOnlyList<RecordBreak>> CasesAsync(
        JournalContext context, CheckpointNote note, CancellationToken cancellation)
    {
        var noted = note.Chains.Keys.ToArray();
        var events = (await context.Events.Where(row => noted.Contains(row.Case))
            .Select(row => new { row.Case, row.Sequence, row.Hash })
            .ToListAsync(cancellation)).ToDictionary(row => (row.Case, row.Sequence), row => row.Hash);
        var versions = await context.Summaries.Where(row => noted.Contains(row.Case))
            .ToDictionaryAsync(row => row.Case, row => row.Version, cancellation);
        var breaks = new List<RecordBreak>();
        foreach (var (@case, head) in note.Chains.OrderBy(one => one.Key))
        {
            var number = CaseKey.TryNumberOf(@case);
            if (versions.GetValueOrDefault(@case) < head.Version || !events.TryGetValue((@case, head.Version), out var hash))
                breaks.Add(new RecordBreak(number, RecordFault.CaseWentBack));
            else if (Convert.ToBase64String(hash) != head.Hash)
                breaks.Add(new RecordBreak(number, RecordFault.CaseRewritten, $"{head.Version}"));
        }

        return breaks;
    }

    private static async Task<IEnumerable<RecordBreak>> AccessesAsync(
        JournalContext context, CheckpointNote note, RecordSeals seals, CancellationToken cancellation)
    {
        if (note.Accesses is 0)
            return [];
        // Removed since, because its term was over.
        if (await context.RecordHeads.SingleOrDefaultAsync(cancellation) is { } head && head.Forgotten >= note.Accesses
            && RecordSeals.Fits(head.Seal, seals.Of(head)))
            return [];
        var seal = await context.Looks.Where(row => row.Number == note.Accesses).Select(row => row.Seal)
            .SingleOrDefaultAsync(cancellation);
        return seal is not null && Convert.ToBase64String(seal) == note.LastAccess
            ? []
            : [new RecordBreak(null, RecordFault.AccessWentBack)];
    }
}
