using System.Text.Json.Serialization;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>Who asks: the tenant (1, 2, 4), the court administrator (3b), or somebody the instruction does not know.</summary>
public enum Requester
{
    Tenant,
    CourtAdministrator,
    SomebodyElse,
}

/// <summary>A first code (1, 2) or a new one for an account that was there before (4).</summary>
public enum CodeKind
{
    First,
    New,
}

/// <summary>What came in. <paramref name="Name"/> is the tenant's name as the requester wrote it, 1 to 200 characters.</summary>
/// <param name="Requester">Who asks.</param>
/// <param name="Kind">First or new code.</param>
/// <param name="Name">The tenant's name.</param>
/// <param name="Address">The tenant's address.</param>
/// <param name="Email">Where the requester can be reached, or none.</param>
/// <param name="Channel">How it came in.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="BirthDate">Narrows the search; none when not given.</param>
/// <param name="PartyCode">Relatienummer; narrows the search; none when not given.</param>
/// <param name="Remark">Free text of the requester, at most 2,000 characters.</param>
/// <param name="RequesterName">
/// The requester's own name, 1 to 200 characters; none when the tenant asks, and when it was not given.
/// </param>
/// <param name="Mail">The mail it came by; null for a request that came otherwise.</param>
public sealed record ActivationRequest(
    Requester Requester,
    CodeKind Kind,
    string Name,
    AddressKey Address,
    EmailAddress? Email,
    Channel Channel,
    DateTimeOffset ReceivedAt,
    DateOnly? BirthDate = null,
    string? PartyCode = null,
    string? Remark = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RequesterName = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MailOrigin? Mail = null);
