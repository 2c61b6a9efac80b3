using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>The comments and drafts of a case that can be read: whether each is where and as it was written.</summary>
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
    }
}
