namespace ActivationWizard.App.Journal.Storage;

/// <summary>One epoch of this installation; the one with the highest number runs.</summary>
public sealed class EpochRow
{
    /// <summary>1 for the first, one more for each that follows.</summary>
    public int Number { get; init; }

    /// <summary>The installation and the epoch, as keys have them.</summary>
    public required string Epoch { get; init; }

    /// <summary>Why it began, by name.</summary>
    public EpochReason Reason { get; init; }

    /// <summary>When it began. UTC, in ticks.</summary>
    public long BeganAt { get; init; }

    /// <summary>When every case that was open was told of it. UTC, in ticks; null while that is still to be done.</summary>
    public long? MarkedAt { get; init; }

    /// <summary>The year of the case numbers that were passed over when it began; null when none were.</summary>
    public int? Year { get; init; }

    /// <summary>The first and the last ordinal that was passed over: cases of lost time may have them.</summary>
    public int? SkippedFrom { get; init; }

    /// <summary>The last of them.</summary>
    public int? SkippedTo { get; init; }

    /// <summary>Grows while an instance is at work: a database in which it is lower than it was went back.</summary>
    public long Beat { get; init; }

    /// <summary>
    /// HMAC over all of the above but <see cref="MarkedAt"/> and <see cref="Beat"/>; null only before the first start of a
    /// version that seals records.
    /// </summary>
    public byte[]? Seal { get; set; }
}

/// <summary>Why an epoch began. The names are kept in the database.</summary>
public enum EpochReason
{
    /// <summary>The installation started for the first time, or for the first time with a version that knows epochs.</summary>
    FirstStart,

    /// <summary>A backup was put back by the command for it.</summary>
    Restored,

    /// <summary>
    /// The database was behind what was known of it: put back otherwise, or a replica that misses the last of it.
    /// </summary>
    WentBack,
}
