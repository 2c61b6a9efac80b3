namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// What somebody filled in and did not send yet, one field a row. Beside the case's chain, never in it; encrypted with the case's
/// key, and gone when the case is over.
/// </summary>
public sealed class DraftRow
{
    public long Case { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The name of the field on the page; nothing personal.</summary>
    public required string Field { get; init; }

    /// <summary>The question that it belongs to: the version at which it was first asked.</summary>
    public int Question { get; set; }

    /// <summary>Nonce, tag and ciphertext of what was filled in.</summary>
    public required byte[] Payload { get; set; }

    /// <summary>UTC, in ticks.</summary>
    public long At { get; set; }
}
