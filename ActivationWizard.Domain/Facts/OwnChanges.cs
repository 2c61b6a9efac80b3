using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>What a case's own effects made of the facts: no change to anybody who reads them again (G4).</summary>
public sealed record OwnChanges
{
    /// <summary>No effect was done.</summary>
    public static OwnChanges None { get; } = new();

    /// <summary>An effect was done, whatever it changed.</summary>
    public bool IsAny { get; init; }

    /// <summary>What the account is now; null when no effect touched it.</summary>
    public OwnAccount? Account { get; init; }

    /// <summary>Privé and zakelijk were corrected.</summary>
    public bool Contacts { get; init; }

    /// <summary>The way that post goes was set.</summary>
    public bool Preference { get; init; }
}

/// <summary>The portal account as a case's own effects left it.</summary>
/// <param name="Status">Null when an employee unblocked it: what it turned out to be nobody said.</param>
/// <param name="Id">Null without an account.</param>
/// <param name="Email">Null without an account, and for one without an address.</param>
public sealed record OwnAccount(AccountStatus? Status, string? Id, EmailAddress? Email)
{
    /// <summary>No account.</summary>
    public static OwnAccount None { get; } = new(AccountStatus.None, null, null);

    /// <summary>True when an employee made it: neither its id nor its address is known.</summary>
    public bool IsOfEmployee { get; init; }

    /// <summary>As it was read.</summary>
    public static OwnAccount Of(PortalAccount? account) =>
        account is null ? None : new OwnAccount(account.Status, account.Id, account.Email);
}
