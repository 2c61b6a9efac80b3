namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// Something about the installation is, or was, not as it should be: what is told to people, and what the history of the last
/// days is made of. All times are UTC, in ticks. Nothing of tenants but the number of a case.
/// </summary>
public sealed class DisturbanceRow
{
    public Guid Id { get; init; }

    /// <summary>What it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Whose it is: a system, the number of a case, the key of a setting; empty for the installation's own.</summary>
    public required string Subject { get; init; }

    public long Since { get; init; }

    /// <summary>When it was over; null while it is not.</summary>
    public long? OverAt { get; init; }

    /// <summary>When people were told; null while they were not.</summary>
    public long? ToldAt { get; init; }

    /// <summary>When people were told that it is over; null while they were not.</summary>
    public long? OverToldAt { get; init; }
}

/// <summary>A process of this installation.</summary>
public sealed class InstanceRow
{
    /// <summary>By a name that it drew.</summary>
    public required string Instance { get; init; }

    /// <summary>When it was last seen to live: milliseconds since 1970, by the clock of the database.</summary>
    public long SeenAt { get; init; }
}

/// <summary>Which instance watches: one row.</summary>
public sealed class WatchRow
{
    public int Id { get; init; } = 1;

    /// <summary>The process, by a name that it drew; empty for none.</summary>
    public required string Holder { get; init; }

    /// <summary>Counts on while the holder lives. No clock is compared with another's.</summary>
    public long Beat { get; init; }
}
