using System.Text;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.AccessLog;

/// <summary>
/// What was said with a reason: encrypted with the key of the case, and gone with it. It may name the tenant, so that it stands
/// nowhere in clear.
/// </summary>
public sealed class AccessNotes(IDbContextFactory<JournalContext> contexts, CaseKeys keys)
{
    private static readonly Dictionary<Guid, string> None = [];

    /// <summary>The key of a case; null for one that was erased, and where there is no case.</summary>
    internal async Task<DataKey?> KeyOfAsync(CaseNumber number, CancellationToken cancellation)
    {
        var @case = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var id = await context.Summaries.Where(row => row.Case == @case && row.ErasedAt == null)
            .Select(row => (Guid?)row.KeyId)
            .SingleOrDefaultAsync(cancellation);
        return id is { } known ? await keys.FindAsync(known, cancellation) : null;
    }

    /// <summary>Puts the note into a row that names its key.</summary>
    internal static void Write(AccessRow row, DataKey key, string note) =>
        row.Note = SealedBox.Close(key.Bytes, Encoding.UTF8.GetBytes(note), Envelope.PlaceOf(row));

    /// <summary>The notes that can be read, by the id of their row. Of an erased case none is.</summary>
    internal async Task<IReadOnlyDictionary<Guid, string>> OfAsync(
        IReadOnlyCollection<AccessRow> rows, CancellationToken cancellation)
    {
        List<AccessRow> noted = [.. rows.Where(row => row is { Note: not null, KeyId: not null })];
        if (noted.Count is 0)
            return None;
        var cases = noted.Select(row => row.Case).Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var erased = await context.Erasures.Where(row => cases.Contains(row.Case)).Select(row => row.Case)
            .Union(context.Summaries.Where(row => cases.Contains(row.Case) && row.ErasedAt != null).Select(row => row.Case))
            .ToListAsync(cancellation);
        noted.RemoveAll(row => erased.Contains(row.Case));
        var known = await keys.FindManyAsync([.. noted.Select(row => row.KeyId!.Value).Distinct()], cancellation);
        var read = new Dictionary<Guid, string>();
        foreach (var row in noted)
        {
            if (known.GetValueOrDefault(row.KeyId!.Value) is { } key
                && SealedBox.TryOpen(key.Bytes, row.Note, Envelope.PlaceOf(row)) is { } text)
                read[row.Id] = Encoding.UTF8.GetString(text);
        }

        return read;
    }
}
