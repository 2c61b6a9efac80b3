using System.Text;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>
/// What stands beside the events of a case: comments, drafts, messages, and who looked. All of everybody's.
/// </summary>
public sealed class TenantNotes(
    IDbContextFactory<JournalContext> contexts, CaseKeys keys, AccessNotes said, MessageRows messages)
{
    /// <summary>The case with it; of an erased one only who looked is left.</summary>
    public async Task<TenantCase> WithAsync(RawCase raw, CancellationToken cancellation)
    {
        var key = CaseKey.Of(raw.Number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await ChainRows.ReadAsync(context, raw.Number, cancellation);
        var known = raw.ErasedAt is null ? await keys.FindManyAsync([.. rows.KeyIds], cancellation)
            : new Dictionary<Guid, DataKey>();
        var looks = await context.Looks.Where(row => row.Case == key).OrderBy(row => row.At).ThenBy(row => row.Number)
            .ToListAsync(cancellation);
        var reasons = await said.OfAsync(looks, cancellation);
        return new TenantCase(
            raw,
            [.. EventsOf(raw, rows, known)],
            [.. await CommentsAsync(context, key, known, cancellation)],
            [.. await DraftsAsync(context, key, known, cancellation)],
            [.. looks.Select(row => AccessRows.Read(row, reasons.GetValueOrDefault(row.Id))).OfType<CaseAccess>()])
        {
            Messages = [.. (await context.IncomingMessages.Where(row => row.Case == key).OrderBy(row => row.ReadAt)
                .ToListAsync(cancellation)).Select(messages.Read)],
            Review = await context.Reviews.SingleOrDefaultAsync(row => row.Case == key && row.ReviewedAt != null, cancellation)
                is { } review ? CaseReviews.Read(review, known.GetValueOrDefault(review.KeyId ?? Guid.Empty)) : null,
        };
    }

    // As far as they could be read: those before the first that is not as it was written.
    private static IEnumerable<CaseFileEvent> EventsOf(
        RawCase raw, ChainRows rows, IReadOnlyDictionary<Guid, DataKey> known)
    {
        var last = "";
        foreach (var row in rows.Events.Take(raw.Entries.Count))
        {
            if (!known.TryGetValue(row.KeyId, out var key)
                || SealedBox.TryOpen(key.Bytes, row.Payload, Envelope.PlaceOf(row.Case, row.Sequence, row.Kind)) is not { } fact)
                yield break;
            var written = CaseFiles.Of(row, fact, last);
            last = written.Digest;
            yield return written;
        }
    }

    private static async Task<IEnumerable<Comment>> CommentsAsync(
        JournalContext context, long key, IReadOnlyDictionary<Guid, DataKey> known, CancellationToken cancellation)
    {
        var rows = await context.Comments.Where(row => row.Case == key).OrderBy(row => row.At).ToListAsync(cancellation);
        return rows.Select(row => CaseComments.Read(row, known.GetValueOrDefault(row.KeyId))).OfType<Comment>();
    }

    private static async Task<IEnumerable<TenantDraft>> DraftsAsync(
        JournalContext context, long key, IReadOnlyDictionary<Guid, DataKey> known, CancellationToken cancellation)
    {
        var rows = await context.Drafts.Where(row => row.Case == key).OrderBy(row => row.At).ToListAsync(cancellation);
        return from row in rows
               let text = known.Values.Select(one => SealedBox.TryOpen(one.Bytes, row.Payload, Envelope.PlaceOf(row)))
                   .FirstOrDefault(one => one is not null)
               where text is not null
               select new TenantDraft(
                   row.PersonId, row.Field, Encoding.UTF8.GetString(text), new DateTimeOffset(row.At, TimeSpan.Zero));
    }
}
