namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// A case of somebody who is away that is being carried out: it is handed over as soon as it may be. Gone once it was, or once
/// the case is over.
/// </summary>
public sealed class DueHandOverRow
{
    public long Case { get; init; }

    /// <summary>Who is away: of anybody else it is not handed over.</summary>
    public required string FromId { get; init; }

    /// <summary>Who gets it; null for whoever takes it from the list.</summary>
    public string? ToId { get; init; }

    public string? ToName { get; init; }

    /// <summary>The team lead who hands it over.</summary>
    public required string ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>The act that it is a part of; null where an earlier version wrote the row.</summary>
    public Guid? Act { get; init; }

    /// <summary>UTC, in ticks.</summary>
    public long At { get; init; }

    /// <summary>Nonce, tag and ciphertext of the reason, by the key of the case.</summary>
    public required byte[] Payload { get; set; }

    /// <summary>That key in the key store.</summary>
    public Guid KeyId { get; init; }
}
