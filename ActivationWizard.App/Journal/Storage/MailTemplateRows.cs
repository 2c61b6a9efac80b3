namespace ActivationWizard.App.Journal.Storage;

/// <summary>The Mailsjablonen as they were last read in the mailbox: one row. All times are UTC, in ticks.</summary>
public sealed class MailTemplatesRow
{
    public int Id { get; init; } = 1;

    /// <summary>Nonce, tag and ciphertext of all of them.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>The name of the master key that sealed it.</summary>
    public required string SealedBy { get; init; }

    public long ReadAt { get; init; }

    /// <summary>Why the mailbox gave no answer since; null when it did.</summary>
    public string? Silence { get; init; }
}

/// <summary>Which Mailsjabloon is used for a standard reply, and who chose it.</summary>
public sealed class TemplateChoiceRow
{
    /// <summary>The reply, such as <c>nl/NotTenant</c>.</summary>
    public required string Reply { get; init; }

    /// <summary>The subject of the message.</summary>
    public required string Subject { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>UTC, in ticks.</summary>
    public long ChosenAt { get; init; }
}
