using System.Text.Json.Serialization;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>How many persons the request can be about.</summary>
public enum PersonMatch
{
    Found,
    NotFound,
    Several,
    Deceased,
}

/// <summary>Why nobody was found, or why one candidate is not enough.</summary>
public enum PersonDoubt
{
    /// <summary>No doubt, or more than one whose name fits.</summary>
    None,

    /// <summary>No unit and nobody's home has the request's address.</summary>
    AddressNotKnown,

    /// <summary>The address is known; nobody there has a name that fits or nearly does.</summary>
    NobodyOfThatName,

    /// <summary>Name or address nearly fit: the candidates are written differently from the request.</summary>
    WrittenDifferently,
}

/// <summary>Somebody the request may be about, with what tells candidates apart.</summary>
public sealed record PersonCandidate(Party Party, DateOnly? TenantSince, DateOnly? TenantUntil)
{
    /// <summary>
    /// Where the candidate lives or rents, as registered; null when that is the request's address to the letter, or was not kept.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AddressKey? At { get; init; }
}

/// <summary>
/// The person; <see cref="Party"/> is null unless found (or found deceased), candidates only when several match.
/// </summary>
public sealed record PersonFinding(PersonMatch Match, Party? Party, IReadOnlyList<PersonCandidate> Candidates)
{
    /// <summary>What is the matter when nobody was found, or when candidates only nearly fit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PersonDoubt Doubt { get; init; }
}

/// <summary>What the person rents today.</summary>
public enum TenancyStatus
{
    Active,
    InstitutionCoResident,
    Future,
    LegalEntity,
    NoneOrEnded,
}

/// <summary>The tenancy. <see cref="AgreementIds"/> are the active agreements on which the person is HUU or MDH.</summary>
/// <param name="Status">What the table asks.</param>
/// <param name="Since">First day of the agreement that gave the status.</param>
/// <param name="Home">Where a letter goes; null is an address problem.</param>
/// <param name="AgreementIds">Where arrangements are looked up.</param>
public sealed record TenancyFinding(
    TenancyStatus Status, DateOnly? Since, DutchAddress? Home, IReadOnlyList<string> AgreementIds)
{
    /// <summary>True when where a letter goes could not be read: it is not a problem then but unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasUnreadableHome { get; init; }

    /// <summary>True when the id of an active agreement could not be read: arrangements on it cannot be looked up.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasUnreadableAgreements { get; init; }
}

/// <summary>Whether somebody else decides about the person's money.</summary>
public enum ProtectionStatus
{
    None,
    Bewind,

    /// <summary>Curatele, or a flag whose status is not known: a person decides.</summary>
    Other,
}

/// <summary>An administrator with its addresses; <paramref name="IsRunning"/> is false for a former one.</summary>
public sealed record CourtAdministrator(string PartyId, string Name, bool IsRunning, IReadOnlyList<EmailAddress> Emails)
{
    /// <summary>True when a contact has a code that is not in its list: what rests on these addresses is then unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasUnreadableEmails { get; init; }
}

/// <summary>
/// Protection, and who the administrators are: former ones too, because their address may still stand in privé.
/// </summary>
public sealed record ProtectionFinding(ProtectionStatus Status, IReadOnlyList<CourtAdministrator> Administrators)
{
    /// <summary>Addresses of running administrators.</summary>
    public IEnumerable<EmailAddress> CurrentEmails => Administrators.Where(one => one.IsRunning).SelectMany(one => one.Emails);

    /// <summary>Addresses of former administrators.</summary>
    public IEnumerable<EmailAddress> FormerEmails => Administrators.Where(one => !one.IsRunning).SelectMany(one => one.Emails);
}

/// <summary>How identity was checked (3b). Nothing in a register proves who mails or calls.</summary>
public enum IdentityProof
{
    CourtOrderInDossier,
    SeenInRegister,
    CalledBackOnKnownNumber,
}

/// <summary>
/// Verified takes both: the request's address is a running administrator's, and a person stated how identity was checked.
/// </summary>
public enum AdministratorStatus
{
    Verified,
    NotVerified,
}

/// <summary>The administrator who asks; <paramref name="PartyId"/> is null when the request's address is nobody's.</summary>
public sealed record AdministratorFinding(AdministratorStatus Status, string? PartyId, string? Name, IdentityProof? Proof);

/// <summary>Privé must be the administrator's, zakelijk keeps the tenant's own (3b).</summary>
public enum ContactsStatus
{
    Ok,
    Correctable,
    Conflict,
}

/// <summary>
/// The two addresses, what they are to become, and the administrator's address that stands in privé after that.
/// </summary>
public sealed record ContactsFinding(
    ContactsStatus Status, EmailAddress? Private, EmailAddress? Business, ContactCorrection? Correction, EmailAddress? SendTo);

/// <summary>The most binding arrangement on the active agreements.</summary>
public enum ArrangementStatus
{
    None,
    Pending,
    Active,
}

/// <summary>Payment arrangement; amounts are neither read nor kept.</summary>
public sealed record ArrangementFinding(ArrangementStatus Status);

/// <summary>
/// Umbrella's customer for the party; none or several is a fault of the register, not an answer about the account.
/// </summary>
public enum CustomerMatch
{
    One,
    None,
    Several,
}

/// <summary>The portal account; null when there is not exactly one customer.</summary>
public sealed record AccountFinding(CustomerMatch Customer, string? CustomerName, PortalAccount? Account);

/// <summary>How the request's address compares with what is registered (1).</summary>
public enum EmailComparison
{
    Match,
    Mismatch,
    PortalDiffers,
    NoneKnown,
    NoneOnRequest,
}

/// <summary>
/// The comparison, both registered addresses, and whether the request's is the zakelijk one (a hint, still a mismatch).
/// </summary>
public sealed record EmailFinding(EmailComparison Comparison, EmailAddress? Private, EmailAddress? Portal, bool IsBusiness);

/// <summary>Whether a letter can be addressed by NEN 5825.</summary>
public enum AddressStatus
{
    Deliverable,
    Problem,
}

/// <summary>The envelope, or nothing when there is a problem.</summary>
public sealed record AddressFinding(AddressStatus Status, IReadOnlyList<string> Lines);

/// <summary>
/// When a code was last sent to this tenant, and in which case; null when never. <paramref name="MustConfirm"/> is true when that
/// is so recent that the new code has to be confirmed first (G2).
/// </summary>
public sealed record RecentCodeFinding(DateTimeOffset? SentAt, CaseNumber? Case, bool MustConfirm = false);
