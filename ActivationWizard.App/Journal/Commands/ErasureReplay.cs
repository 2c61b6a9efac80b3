using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// Erases again what was erased, where a store was put back from before: cases of which the note outside the stores says so, and
/// keys of erased cases that are in the key store once more.
/// </summary>
public sealed class ErasureReplay(
    ErasureStores stores, ErasedKeys keys, ErasedFiles files, Tombstones tombstones, RecordSeals seals)
{
    private const string By = "wizard";
    private const string Reason = "erased before; the database was put back";
    private const int AtATime = 500;

    /// <summary>Twice is harmless. How many keys and cases there were to erase again.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var journal = await stores.Journals.CreateDbContextAsync(cancellation);
        var again = await NotedAsync(journal, cancellation);
        var erased = await journal.ListAsync(
            "SELECT \"Case\" FROM \"Erasures\" ORDER BY \"Case\"", row => row.GetInt64(0), cancellation);
        foreach (var some in erased.Chunk(AtATime))
        {
            var ids = await journal.Events.Where(row => some.Contains(row.Case)).Select(row => row.KeyId).Distinct()
                .ToListAsync(cancellation);
            again += await keys.DeleteAsync(ids, some.Select(CaseKey.TryNumberOf).OfType<CaseNumber>(), cancellation);
        }

        files.Delete(erased.Select(CaseKey.TryNumberOf).OfType<CaseNumber>());
        if (again > 0)
            await keys.EmptyLogsAsync(cancellation);
        // An instance that did not erase them itself notes them as well.
        await tombstones.CatchUpAsync(journal, cancellation);
        return again;
    }

    private async Task<int> NotedAsync(JournalContext journal, CancellationToken cancellation)
    {
        var again = 0;
        foreach (var some in (await tombstones.ReadAsync(journal, cancellation)).Chunk(AtATime))
        {
            var cases = some.Select(one => one.Case).ToList();
            var ids = some.SelectMany(one => one.KeyIds).ToList();
            again += await keys.DeleteAsync(ids, cases.Select(CaseKey.NumberOf), cancellation);
            var done = await journal.Erasures.Where(row => cases.Contains(row.Case)).Select(row => row.Case)
                .ToListAsync(cancellation);
            var left = await journal.Events.Where(row => cases.Contains(row.Case) && row.Sequence == 1)
                .ToDictionaryAsync(row => row.Case, row => row.KeyId, cancellation);
            // By its key: a number may be another case's in a database that began anew.
            foreach (var one in some.Where(one => !done.Contains(one.Case)
                && left.TryGetValue(one.Case, out var key) && one.KeyIds.Contains(key)))
            {
                var row = new ErasureRow { Case = one.Case, At = one.At, By = By, Reason = Reason };
                await stores.Writer.WriteAsync(new ErasureWriting(CaseKey.NumberOf(one.Case), row, seals), cancellation);
                again++;
            }
        }

        return again;
    }
}
