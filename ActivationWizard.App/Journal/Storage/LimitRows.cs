namespace ActivationWizard.App.Journal.Storage;

/// <summary>How often somebody asked something in one window of time, at all instances together.</summary>
public sealed class LimitCountRow
{
    /// <summary>The name of the limit.</summary>
    public required string Limit { get; init; }

    /// <summary>A pseudonym of who asks.</summary>
    public required string Subject { get; init; }

    /// <summary>Which window: how many of its length have passed since 1970, by the clock of the database.</summary>
    public long Window { get; init; }

    public long Count { get; init; }
}

/// <summary>How many pages somebody has open at one instance.</summary>
public sealed class OpenPagesRow
{
    /// <summary>A pseudonym of the person.</summary>
    public required string Subject { get; init; }

    /// <summary>The process, by a name that it drew.</summary>
    public required string Instance { get; init; }

    public int Count { get; init; }

    /// <summary>When the instance was last seen to live: milliseconds since 1970, by the clock of the database.</summary>
    public long SeenAt { get; init; }
}
