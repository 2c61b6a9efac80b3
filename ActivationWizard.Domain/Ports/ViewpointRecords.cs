using System.Text.Json.Serialization;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Ports;

/// <summary>
/// A code of a VERA reference list. <paramref name="Listed"/> is false for a code that is not in its list: a fact that rests on
/// it is unknown.
/// </summary>
public sealed record Coded(string Code, bool Listed = true)
{
    /// <summary>True when this is one of the given codes of the list that the field belongs to.</summary>
    public bool Is(params ReadOnlySpan<string> codes) => Listed && codes.Contains(Code);
}

/// <summary>From and until, both included; an open end is null.</summary>
public sealed record Period(DateOnly? From, DateOnly? Until)
{
    /// <summary>True when one of the days could not be read: whether a day falls inside is then unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUnreadable { get; init; }

    /// <summary>True on the first day, on the last day, and between; false where that is unknown.</summary>
    public bool Holds(DateOnly day) => !IsUnreadable && (From is null || From <= day) && (Until is null || day <= Until);

    /// <summary>True when the last day is behind <paramref name="day"/>.</summary>
    public bool IsOver(DateOnly day) => Until < day;
}

/// <summary>Eenheid. <paramref name="Kind"/> is EENHEIDSOORT; INT marks intramural care property.</summary>
/// <param name="Id">Viewpoint's id.</param>
/// <param name="Kind">EENHEIDSOORT, or none given.</param>
/// <param name="Key">Where it is, when that is a valid address.</param>
/// <param name="Postal">Complete enough for a letter, or null (rule D24).</param>
public sealed record RentalUnit(string Id, Coded? Kind, AddressKey? Key, DutchAddress? Postal)
{
    /// <summary>True when part of the address could not be read: whether a letter can be delivered is then unknown.</summary>
    public bool HasUnreadableAddress { get; init; }
}

/// <summary>
/// Overeenkomst with everybody who has a role on it, of every status and date. <paramref name="Id"/> is empty when it could not
/// be read.
/// </summary>
public sealed record Agreement(
    string Id, Coded Kind, Coded Status, Period Runs, IReadOnlyList<RentalUnit> Units, IReadOnlyList<AgreementParty> Parties)
{
    /// <summary>True when it may be about more units than those that could be read.</summary>
    public bool HasUnreadableUnits { get; init; }

    /// <summary>True when more may be on it than those who could be read.</summary>
    public bool HasUnreadableParties { get; init; }
}

/// <summary>Somebody on an agreement; <paramref name="IsLegalEntity"/> is VERA's relatie of soort REC.</summary>
public sealed record AgreementParty(string PartyId, bool IsLegalEntity, IReadOnlyList<PartyRole> Roles)
{
    /// <summary>True when its soort could not be read, so that it may be a legal entity.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>True when it may have more roles than those that could be read.</summary>
    public bool HasUnreadableRoles { get; init; }
}

/// <summary>
/// A role (ROLSOORT) with its dates; <paramref name="PlayedFor"/> is <c>rolRelatie</c>, the party it is played for.
/// </summary>
public sealed record PartyRole(Coded Kind, Period Runs, string? PlayedFor);

/// <summary>Relatie: a person or a legal entity with its contacts, home addresses and the roles it plays.</summary>
/// <param name="Id">Viewpoint's id.</param>
/// <param name="Code">Relatienummer: what Umbrella and Postex know the party by.</param>
/// <param name="IsLegalEntity">VERA's soort REC.</param>
/// <param name="Name">The parts of the name.</param>
/// <param name="BirthDate">None when not registered.</param>
/// <param name="IsDeceased">True when a date of death is registered.</param>
/// <param name="Emails">Contact details of soort EMA that are not known to be wrong (status other than ONG).</param>
/// <param name="HomeAddresses">Registered addresses.</param>
/// <param name="Roles">Roles it plays itself.</param>
public sealed record Party(
    string Id,
    string Code,
    bool IsLegalEntity,
    PartyName Name,
    DateOnly? BirthDate,
    bool IsDeceased,
    IReadOnlyList<EmailContact> Emails,
    IReadOnlyList<AddressKey> HomeAddresses,
    IReadOnlyList<PartyRole> Roles)
{
    /// <summary>
    /// True when a contact has a code that is not in its list: what rests on the party's addresses is then unknown.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasUnreadableEmails { get; init; }

    /// <summary>What else could not be read: what rests on it is then unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PartyParts Unreadable { get; init; }

    /// <summary>Addresses that may be the party's home, where soort or dates could not be read; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AddressKey>? PossibleHomes { get; init; }

    /// <summary>Whether the party lives at the address; null when that cannot be told.</summary>
    public bool? LivesAt(AddressKey address) =>
        HomeAddresses.Contains(address) ? true
        : Unreadable.HasFlag(PartyParts.Homes) || PossibleHomes?.Contains(address) is true ? null
        : false;
}

/// <summary>Parts of a party that facts rest on.</summary>
[Flags]
public enum PartyParts
{
    None = 0,
    Id = 1,

    /// <summary>A person, a legal entity or a group.</summary>
    Kind = 2,

    /// <summary>One of the parts of its name.</summary>
    Name = 4,
    BirthDate = 8,

    /// <summary>Whether a date of death is registered.</summary>
    Death = 16,

    /// <summary>Relatienummer.</summary>
    Code = 32,

    /// <summary>A home address, which may be any.</summary>
    Homes = 64,
}

/// <summary>
/// <paramref name="Surname"/> is the achternaam, or a legal entity's naam; <paramref name="Prefix"/> the tussenvoegsels, such as
/// <c>van der</c>.
/// </summary>
public sealed record PartyName(string Surname, string? Prefix = null, string? Initials = null, string? FirstName = null)
{
    /// <summary>As an envelope has it: <c>A. van der Berg</c>.</summary>
    public string OnEnvelope =>
        string.Join(' ', new[] { Initials, Prefix, Surname }.Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>Contactgegeven of soort EMA. <paramref name="IsPrivate"/> is detailSoort PRI, else ZAK.</summary>
public sealed record EmailContact(string? Id, bool IsPrivate, EmailAddress Address);

/// <summary>Signalering: DetailSoort BEW or CUR matters, by its status and not by its dates.</summary>
public sealed record Flag(Coded Kind, Coded? Status);

/// <summary>What privé and zakelijk are to become; null leaves that one as it is (3b).</summary>
public sealed record ContactCorrection(EmailContact? Private, EmailContact? Business);

/// <summary>Informatieobject in the dossier: that a letter was sent, without the code.</summary>
public sealed record LetterRecord(EffectKey Reference, string PartyId, string DossierId, DateTimeOffset SentAt);

/// <summary>Contactmoment: that a code was sent or refused, and how the person was told.</summary>
public sealed record ContactRecord(
    EffectKey Reference, string PartyId, ContactSubject Subject, Channel Told, DateTimeOffset At, string? DossierId);

/// <summary>What a contactmoment is about.</summary>
public enum ContactSubject
{
    CodeByEmail,
    CodeToAdministrator,
    Refusal,
}
