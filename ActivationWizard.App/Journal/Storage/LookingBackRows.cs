namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// A word that an earlier version finds a finished case by, in clear. Read and written by none since; see <see
/// cref="WordPseudonymRow"/>.
/// </summary>
public sealed class SearchWordRow
{
    public long Case { get; init; }

    public required string Word { get; init; }
}

/// <summary>What a finished case can be found by: a word of it, see <see cref="SearchText"/>, as a pseudonym.</summary>
public sealed class WordPseudonymRow
{
    public long Case { get; init; }

    /// <summary>See <see cref="CasePseudonyms.WordsOf"/>.</summary>
    public required string Pseudonym { get; init; }
}

/// <summary>
/// What somebody said about an event. Not in the case's chain, which holds facts only; its text is encrypted with the case's key,
/// and goes with it.
/// </summary>
public sealed class CommentRow
{
    public Guid Id { get; init; }

    public long Case { get; init; }

    /// <summary>The event it is about.</summary>
    public int Sequence { get; init; }

    /// <summary>Discuss, Compliment or Mistake.</summary>
    public required string Kind { get; init; }

    public required string AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required string AuthorRole { get; init; }

    /// <summary>UTC, in ticks.</summary>
    public long At { get; init; }

    /// <summary>Nonce, tag and ciphertext of the text.</summary>
    public required byte[] Payload { get; set; }

    /// <summary>The key of the case in the key store.</summary>
    public Guid KeyId { get; init; }

    /// <summary>UTC, in ticks; null while it is open.</summary>
    public long? ResolvedAt { get; set; }

    public string? ResolvedBy { get; set; }
}

/// <summary>
/// That somebody opened, searched or took along: for the employee whose case it is, and for who keeps watch over it.
/// </summary>
public sealed class AccessRow
{
    public Guid Id { get; init; }

    /// <summary>The case; zero for what is of no single case, such as a search.</summary>
    public long Case { get; init; }

    /// <summary>What was done, by the name of its kind.</summary>
    public required string What { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string ActorRole { get; init; }

    /// <summary>UTC, in ticks.</summary>
    public long At { get; init; }

    /// <summary>On what ground; null for a record of before grounds were written down.</summary>
    public string? Ground { get; init; }

    /// <summary>The reason that was chosen from the list; null where none was asked.</summary>
    public string? Reason { get; init; }

    /// <summary>What sort of search or file; null where there is one sort only.</summary>
    public string? Detail { get; init; }

    /// <summary>How many were found, of a search; null for anything else.</summary>
    public int? Found { get; init; }

    /// <summary>Nonce, tag and ciphertext of what was typed with the reason, by the key of the case; null for nothing.</summary>
    public byte[]? Note { get; set; }

    /// <summary>That key in the key store; null without a note.</summary>
    public Guid? KeyId { get; init; }

    /// <summary>From 1 without gaps, over all cases; null for a record of before they were sealed.</summary>
    public long? Number { get; set; }

    /// <summary>HMAC over all of the above and the seal before it; null for a record of before they were sealed.</summary>
    public byte[]? Seal { get; set; }
}

/// <summary>
/// How many access records there are, and the last of them: one row, made at the first start of a version that seals records.
/// Where there is one, every epoch and every erasure has a seal.
/// </summary>
public sealed class RecordHeadRow
{
    public int Id { get; init; } = 1;

    /// <summary>The number of the last access record; zero when there is none.</summary>
    public long Accesses { get; init; }

    /// <summary>Its seal; empty when there is none.</summary>
    public byte[] LastAccess { get; init; } = [];

    /// <summary>How many access records there are of before they were sealed. Only retention changes it.</summary>
    public long Unsealed { get; init; }

    /// <summary>The number of the last access record that was removed because its term was over; null when none was.</summary>
    public long? Forgotten { get; init; }

    /// <summary>The seal of that record, which the next takes in; null when none was.</summary>
    public byte[]? ForgottenSeal { get; init; }

    /// <summary>HMAC over all of the above.</summary>
    public byte[] Seal { get; set; } = [];
}

/// <summary>A list of cases that a person keeps: its filters, never the words that were looked for.</summary>
public sealed class SavedViewRow
{
    public required string ActorId { get; init; }

    public required string Name { get; init; }

    /// <summary>The filters as they stand in the address.</summary>
    public required string Query { get; init; }
}

/// <summary>That a case was erased, when, by whom and why.</summary>
public sealed class ErasureRow
{
    public long Case { get; init; }

    /// <summary>UTC, in ticks.</summary>
    public long At { get; init; }

    public required string By { get; init; }

    public required string Reason { get; init; }

    /// <summary>
    /// HMAC over all of the above and over what is left of the case's summary; null only before the first start of a version
    /// that seals records.
    /// </summary>
    public byte[]? Seal { get; set; }
}
