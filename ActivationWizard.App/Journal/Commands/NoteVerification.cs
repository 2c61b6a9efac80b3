using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Reviews;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>What was written beside the events of a case that can be read: whether each is where and as it was written.</summary>
internal static class NoteVerification
{
    public static IEnumerable<RecordBreak> Of(CaseRecords records, ActivationCase activation, DataKey key)
    {
        foreach (var row in records.Comments.Where(row =>
            row.KeyId != key.Id || row.Sequence > activation.Version || CaseComments.TextOf(row, key) is null))
            yield return new RecordBreak(activation.Number, RecordFault.CommentChanged, $"{row.Id}");
        foreach (var row in records.Drafts.Where(row => activation.State.IsFinal
            || SealedBox.TryOpen(key.Bytes, row.Payload, Envelope.PlaceOf(row)) is null))
            yield return new RecordBreak(activation.Number, RecordFault.DraftChanged, row.Field);
        if (records.Review is { ReviewedAt: not null } review && !IsWhole(review, key))
            yield return new RecordBreak(activation.Number, RecordFault.ReviewChanged);
        if (records.HandOver is { } due
            && (due.KeyId != key.Id || SealedBox.TryOpen(key.Bytes, due.Payload, Envelope.PlaceOf(due)) is null))
            yield return new RecordBreak(activation.Number, RecordFault.HandOverChanged);
    }

    // What is right needs no remark, and has none.
    private static bool IsWhole(ReviewRow review, DataKey key) => review.Payload is { } remark
        ? review.KeyId == key.Id && SealedBox.TryOpen(key.Bytes, remark, Envelope.PlaceOf(review)) is not null
        : review is { Assessment: nameof(Assessment.Right), Reason: null };
}
