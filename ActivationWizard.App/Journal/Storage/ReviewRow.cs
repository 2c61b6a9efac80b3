namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// A finished case that was drawn to be reviewed, and what came of it. Beside the events, which it changes nothing of. When the
/// case is erased the remark goes with its key; that it was reviewed, and how, stays for the figures.
/// </summary>
public sealed class ReviewRow
{
    public long Case { get; init; }

    /// <summary>The Monday of the week in which the case ended, such as 20261123.</summary>
    public int Week { get; init; }

    /// <summary>Drawn or Deviation.</summary>
    public required string Why { get; init; }

    /// <summary>When it was drawn. UTC, in ticks.</summary>
    public long DrawnAt { get; init; }

    /// <summary>Right, RightWithRemark or Wrong; null while nobody reviewed it.</summary>
    public string? Assessment { get; init; }

    /// <summary>What the remark is about, by name; null for Right.</summary>
    public string? Reason { get; init; }

    public string? ReviewerId { get; init; }

    public string? ReviewerName { get; init; }

    /// <summary>UTC, in ticks; null while nobody reviewed it.</summary>
    public long? ReviewedAt { get; init; }

    /// <summary>Nonce, tag and ciphertext of the remark, by the key of the case; null without one and once erased.</summary>
    public byte[]? Payload { get; init; }

    /// <summary>That key in the key store; null without a remark.</summary>
    public Guid? KeyId { get; init; }

    /// <summary>A Monday as it stands in a row.</summary>
    public static int WeekOf(DateOnly monday) => (monday.Year * 10_000) + (monday.Month * 100) + monday.Day;
}
