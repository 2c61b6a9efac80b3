namespace ActivationWizard.App.Journal.Storage;

/// <summary>What was erased in one night because its term was over. All times are UTC, in ticks.</summary>
public sealed class RetentionRow
{
    /// <summary>The date in Amsterdam, year first: 20261129.</summary>
    public int Night { get; init; }

    /// <summary>Which process is at it, or was; null when nothing was done.</summary>
    public string? Holder { get; init; }

    /// <summary>Until when nobody else may go on with it; zero when anybody may.</summary>
    public long HeldUntil { get; init; }

    /// <summary>
    /// When it was last begun; null for the night in which the installation first knew of terms: nothing was done.
    /// </summary>
    public long? BegunAt { get; init; }

    /// <summary>Null while it is not finished.</summary>
    public long? EndedAt { get; init; }

    /// <summary>How many cases were erased, over all its beginnings.</summary>
    public int Erased { get; init; }

    /// <summary>How many access records were removed, over all its beginnings.</summary>
    public long Accesses { get; init; }

    /// <summary>How many cases could not be erased, the last time.</summary>
    public int Failed { get; init; }

    /// <summary>The kind of the last of these failures; null when there was none.</summary>
    public string? Failure { get; init; }
}
