using System.Text.Json.Serialization;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Ports;

/// <summary>
/// A tenant as Umbrella knows it; the name is empty when it could not be read. <paramref name="PartyCode"/> is the relatienummer.
/// </summary>
public sealed record Customer(string Id, string Name, int? BirthYear, string PartyCode);

/// <summary>ACCOUNTSTATUS of VERA; ended (BEE) counts as no account.</summary>
public enum AccountStatus
{
    /// <summary>No account, or ended (BEE).</summary>
    None,

    /// <summary>GER: waits for its code to be used.</summary>
    Registered,

    /// <summary>GEA: in use.</summary>
    Active,

    /// <summary>GEB: blocked; not the same as bewind.</summary>
    Blocked,
}

/// <summary>The portal account of a customer. <paramref name="Version"/> is the ETag to delete this very account by.</summary>
public sealed record PortalAccount(
    string CustomerId,
    string? Id,
    AccountStatus Status,
    EmailAddress? Email,
    bool HasCode,
    DateTimeOffset? CodeExpiresAt,
    string? Version)
{
    /// <summary>True when there is an address that could not be read: what rests on it is then unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasUnreadableEmail { get; init; }

    /// <summary>A customer without an account, which is how an ended one is read too.</summary>
    public static PortalAccount Absent(string customerId) => new(customerId, null, AccountStatus.None, null, false, null, null);
}

/// <summary>A fresh code was made; <paramref name="Mailed"/> is false when Umbrella was asked to mail it and did not.</summary>
public sealed record Activation(string AccountId, DateTimeOffset CodeExpiresAt, bool Mailed);

/// <summary>The code Umbrella holds now; null when there is none, it is over, or it does not match the pattern.</summary>
public sealed record CodeReading(ActivationCode? Code, DateTimeOffset? ExpiresAt);

/// <summary>The portal's accounts.</summary>
public interface IUmbrella
{
    /// <summary>Customers of a relatienummer: none, one, or (a fault of the register) several.</summary>
    Task<Reply<IReadOnlyList<Customer>>> FindCustomersAsync(string partyCode, CancellationToken cancellation);

    /// <summary>Customers at an address.</summary>
    Task<Reply<IReadOnlyList<Customer>>> FindCustomersAtAsync(AddressKey address, CancellationToken cancellation);

    /// <summary>The account; an absent one has status <see cref="AccountStatus.None"/>.</summary>
    Task<Reply<PortalAccount>> ReadAccountAsync(string customerId, CancellationToken cancellation);

    /// <summary>
    /// Creates an account, with or without an e-mail address (Key). Refused <c>account-bestaat</c> when there is one.
    /// </summary>
    Task<EffectOutcome<PortalAccount>> CreateAccountAsync(
        string customerId, EmailAddress? email, EffectKey key, CancellationToken cancellation);

    /// <summary>
    /// Deletes the account of that version only; done also when there is none any more (State). Refused
    /// <c>gewijzigd</c> otherwise.
    /// </summary>
    Task<EffectOutcome<NoResult>> DeleteAccountAsync(
        string customerId, string version, EffectKey key, CancellationToken cancellation);

    /// <summary>Makes a fresh code; with <paramref name="mailTo"/> Umbrella mails it there (Key).</summary>
    Task<EffectOutcome<Activation>> ActivateAsync(
        string customerId, EmailAddress? mailTo, EffectKey key, CancellationToken cancellation);

    /// <summary>Reads the code as it is now.</summary>
    Task<Reply<CodeReading>> ReadCodeAsync(string customerId, CancellationToken cancellation);

    /// <summary>
    /// The code that somebody saw in Umbrella and typed; null when it is none, by the installation's pattern. Asks nobody.
    /// </summary>
    ActivationCode? Recognise(string? typed);

    /// <summary>Blocks the account because of bewind (State).</summary>
    Task<EffectOutcome<NoResult>> BlockAsync(string customerId, EffectKey key, CancellationToken cancellation);

    /// <summary>Lifts a block; the account gets its former status back (State).</summary>
    Task<EffectOutcome<NoResult>> UnblockAsync(string customerId, EffectKey key, CancellationToken cancellation);
}
