namespace ActivationWizard.App.Journal.Storage;

/// <summary>One event with its whole envelope. Never changed, never removed: every column is under <see cref="Hash"/>.</summary>
public sealed class EventRow
{
    /// <summary>The case, see <see cref="CaseKey"/>.</summary>
    public long Case { get; init; }

    /// <summary>From 1 without gaps; with <see cref="Case"/> the primary key, which is the optimistic lock.</summary>
    public int Sequence { get; init; }

    /// <summary>The event's journal name.</summary>
    public required string Kind { get; init; }

    /// <summary>The form of the payload's JSON.</summary>
    public int SchemaVersion { get; init; }

    /// <summary>Who did it: stable id, name at that moment, role.</summary>
    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string ActorRole { get; init; }

    /// <summary>The process that wrote it.</summary>
    public required string Instance { get; init; }

    /// <summary>UTC, in ticks: SQLite cannot order by a moment with an offset.</summary>
    public long At { get; init; }

    /// <summary>
    /// Set for an effect that was asked for and for one that was done, each once, and for the opening of a case whose request had
    /// a key: the pseudonym of that, see <see cref="IntakeRow"/>. Null for everything that may repeat.
    /// </summary>
    public string? EffectKey { get; init; }

    /// <summary>The version of the rules of the case's last verdict; null before the first.</summary>
    public string? RulesVersion { get; init; }

    /// <summary>Nonce, tag and ciphertext of the event's JSON.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>The key of the case in the key store.</summary>
    public Guid KeyId { get; init; }

    /// <summary>The hash of the event before it; empty for the first.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>HMAC-SHA256 over all of the above.</summary>
    public byte[] Hash { get; set; } = [];
}
