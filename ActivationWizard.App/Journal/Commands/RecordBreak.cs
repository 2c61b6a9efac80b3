using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>What is wrong beside the chains of the cases.</summary>
public enum RecordFault
{
    /// <summary>A column of a summary is not what the case's events come to.</summary>
    SummaryChanged,

    /// <summary>The words that a case is found by are not those of its summary.</summary>
    WordsChanged,

    /// <summary>An erased case still has something that erasing takes away.</summary>
    NotErased,

    /// <summary>The key of an erased case is in the key store.</summary>
    KeyOfErased,

    /// <summary>A case was erased, by its summary or by what is noted outside, and there is no record of it.</summary>
    ErasureMissing,

    /// <summary>The record of an erasure, or what is left of its case's summary, is not as it was written.</summary>
    ErasureChanged,

    /// <summary>A comment is not as it was written, or not where it was.</summary>
    CommentChanged,

    /// <summary>A comment that was written is not there.</summary>
    CommentMissing,

    /// <summary>That a comment is settled, or by whom and when, is not as it was recorded.</summary>
    CommentMarkChanged,

    /// <summary>A draft is not as it was written, or belongs to no open case.</summary>
    DraftChanged,

    /// <summary>A review is not as it was given, nobody gave it, or it is missing.</summary>
    ReviewChanged,

    /// <summary>What is to be handed over, to whom and by whom, is not as it was written.</summary>
    HandOverChanged,

    /// <summary>There are rows of a case that is not there.</summary>
    NoSuchCase,

    /// <summary>An intake key is missing, or points at a case that is not there or not its own.</summary>
    IntakeKeyChanged,

    /// <summary>
    /// A message of the mailbox belongs to a case that is not there, or what is sealed of it was not sealed here.
    /// </summary>
    MessageChanged,

    /// <summary>An epoch is not as it was written.</summary>
    EpochChanged,

    /// <summary>The access records end elsewhere than was sealed.</summary>
    AccessHeadChanged,

    /// <summary>An access record is missing.</summary>
    AccessMissing,

    /// <summary>An access record is not as it was written.</summary>
    AccessChanged,

    /// <summary>There are more, or fewer, access records without a seal than there were when sealing began.</summary>
    AccessUnsealed,

    /// <summary>The note outside the database was not sealed by this master key.</summary>
    NoteForged,

    /// <summary>It is the note of another installation.</summary>
    NoteOfAnother,

    /// <summary>The database is at an earlier moment than the note.</summary>
    WentBack,

    /// <summary>Fewer case numbers were drawn than the note says.</summary>
    CounterWentBack,

    /// <summary>A case that the note has is not there, or has fewer events.</summary>
    CaseWentBack,

    /// <summary>An event that the note has is another one now.</summary>
    CaseRewritten,

    /// <summary>The access records that the note has are not there, or are others.</summary>
    AccessWentBack,
}

/// <summary>Something beside the chains that is not as it should be.</summary>
/// <param name="Number">The case; null for what is of no case.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Where">The column or the record, never what is in it; null where there is nothing to name.</param>
public sealed record RecordBreak(CaseNumber? Number, RecordFault What, string? Where = null)
{
    /// <summary>A line for a terminal or a nightly log.</summary>
    public string Line() => string.Concat(
        Number is null ? "" : $"Case {Number}: ", What, Where is null ? "" : $" ({Where})", ": ", Said(What));

    private static string Said(RecordFault fault) => fault switch
    {
        RecordFault.SummaryChanged => "the column is not what the events come to",
        RecordFault.WordsChanged => "the words it is found by are not its own",
        RecordFault.NotErased => "the case was erased, and this is still there",
        RecordFault.KeyOfErased => "the case was erased, and its key is in the key store; the next start deletes it",
        RecordFault.ErasureMissing => "there is no record of the erasure",
        RecordFault.ErasureChanged => "the erasure, or what is left of the case, is not as it was written",
        RecordFault.CommentChanged => "not as it was written, or not where it was",
        RecordFault.CommentMissing => "a comment is missing",
        RecordFault.CommentMarkChanged => "whether a comment is settled, by whom or when, is not as it was recorded",
        RecordFault.DraftChanged => "not as it was written, or of no open case",
        RecordFault.ReviewChanged => "the review is not as it was given, or not there",
        RecordFault.HandOverChanged => "what is to be handed over is not as it was written",
        RecordFault.NoSuchCase => "there are rows of a case that is not there",
        RecordFault.IntakeKeyChanged => "the intake key is missing, or points at a case that is not its own",
        RecordFault.MessageChanged => "a message is of a case that is not there, or not as it was written",
        RecordFault.EpochChanged => "the epoch is not as it was written",
        RecordFault.AccessHeadChanged => "the access records end elsewhere than was sealed",
        RecordFault.AccessMissing => "an access record is missing",
        RecordFault.AccessChanged => "the access record is not as it was written",
        RecordFault.AccessUnsealed => "access records without a seal were added or removed",
        RecordFault.NoteForged => "the note outside the database was not sealed by this master key, or is of an earlier version",
        RecordFault.NoteOfAnother => "the note outside the database is another installation's",
        RecordFault.WentBack => "the database is at an earlier moment than the note outside it",
        RecordFault.CounterWentBack => "fewer case numbers were given out than the note outside the database says",
        RecordFault.CaseWentBack => "it, or its last events, are in the note outside the database and not in the database",
        RecordFault.CaseRewritten => "an event is another than in the note outside the database",
        _ => "access records that the note outside the database has are not there, or are others",
    };
}
