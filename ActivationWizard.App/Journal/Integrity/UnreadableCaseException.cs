using ActivationWizard.App.Journal.Events;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Integrity;

/// <summary>What is wrong with a case's journal.</summary>
public enum CaseFault
{
    /// <summary>An event of a kind, or in a form, that this version does not know.</summary>
    UnknownKind,

    /// <summary>The payload is not such an event.</summary>
    UnreadablePayload,

    /// <summary>The event may not follow the one before it.</summary>
    IllegalEvent,

    /// <summary>The case was erased, which was asked for.</summary>
    Erased,

    /// <summary>The case's key is not in the key store.</summary>
    KeyMissing,

    /// <summary>The event is not as it was written: changed, forged, or another case's.</summary>
    Changed,

    /// <summary>The event does not follow the one before it: one was removed, or the order was changed.</summary>
    OutOfOrder,

    /// <summary>The last events are missing.</summary>
    Truncated,

    /// <summary>There are events after the last one that was sealed.</summary>
    BeyondHead,

    /// <summary>The head of the chain was not sealed here.</summary>
    HeadForged,

    /// <summary>There are events, and no summary with the head of their chain.</summary>
    HeadMissing,

    /// <summary>A number was drawn, and its case is not there.</summary>
    CaseMissing,

    /// <summary>There are rows under something that is no case's number.</summary>
    NoSuchNumber,
}

/// <summary>
/// Where a case's journal is not as it should be; sequence 0 is about the case as a whole. No number: there are rows under
/// something that is no case's number.
/// </summary>
public sealed record JournalBreak(CaseNumber? Number, int Sequence, CaseFault What)
{
    /// <inheritdoc />
    public override string ToString() => $"{Number}/{Sequence}: {What}";
}

/// <summary>The head of a case's chain as it stands in the journal.</summary>
/// <param name="Events">How many events it was sealed over.</param>
/// <param name="Hash">The hash of the last of them, which takes in all before it, in hexadecimal.</param>
public sealed record SealedHead(int Events, string Hash);

/// <summary>A case as far as it can be read: to look at, not to go on with.</summary>
/// <param name="Number">The case.</param>
/// <param name="Entries">The events before the first that is not as it should be.</param>
/// <param name="Break">What is wrong; null when nothing is.</param>
public sealed record RawCase(CaseNumber Number, IReadOnlyList<RecordedEvent> Entries, JournalBreak? Break)
{
    /// <summary>The case after these events, folded as they were read; null when there are none.</summary>
    public ActivationCase? Case { get; init; }

    /// <summary>When the case was erased; null when it was not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>What its chain must come to, whether it does or not; null when there is none.</summary>
    public SealedHead? Head { get; init; }

    /// <summary>
    /// Of a case of which nothing can be read: the ids of those who took part in it, by the envelopes that are as they were
    /// written. Empty for any other.
    /// </summary>
    public IReadOnlyCollection<string> TookPart { get; init; } = [];
}

/// <summary>
/// One case cannot be read, or is not as it was written; all others can. Nothing may be done with it: see <see
/// cref="CaseReading"/> for what is left of it.
/// </summary>
public sealed class UnreadableCaseException(JournalBreak what)
    : Exception($"Case {what.Number} cannot be read: {what.What} at event {what.Sequence}.")
{
    public CaseNumber Number => what.Number!;

    public int Sequence => what.Sequence;

    public CaseFault Reason => what.What;

    /// <summary>When the case was erased; null when it was not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }
}
