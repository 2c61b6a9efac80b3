using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Facts;

/// <summary>What a case's own effects made of the facts: no change to anybody who reads them again (G4).</summary>
public sealed record OwnChanges
{
    /// <summary>No effect was done.</summary>
    public static OwnChanges None { get; } = new();

    /// <summary>An effect was done, whatever it changed.</summary>
    public bool IsAny { get; init; }

    /// <summary>What the account is now; null when no effect touched it.</summary>
    public AccountStatus? Account { get; init; }

    /// <summary>Privé and zakelijk were corrected.</summary>
    public bool Contacts { get; init; }

    /// <summary>The way that post goes was set.</summary>
    public bool Preference { get; init; }
}
