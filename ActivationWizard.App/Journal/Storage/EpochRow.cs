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
}

/// <summary>Why an epoch began. The names are kept in the database.</summary>
public enum EpochReason
{
    /// <summary>The installation started for the first time, or for the first time with a version that knows epochs.</summary>
    FirstStart,
}
