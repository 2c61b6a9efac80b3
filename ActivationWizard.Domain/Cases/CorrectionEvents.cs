using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>What of a request a person can correct: who asks, for whom, and where the answer goes.</summary>
/// <param name="Requester">Who asks.</param>
/// <param name="Name">The tenant's name, 1 to 200 characters.</param>
/// <param name="Address">The tenant's address.</param>
/// <param name="Email">Where the requester can be reached, or none.</param>
/// <param name="RequesterName">The requester's own name; none when the tenant asks, and when it was not given.</param>
/// <param name="BirthDate">Narrows the search; none when not given.</param>
/// <param name="PartyCode">Relatienummer; narrows the search; none when not given.</param>
public sealed record RequestValues(
    Requester Requester,
    string Name,
    AddressKey Address,
    EmailAddress? Email,
    string? RequesterName,
    DateOnly? BirthDate,
    string? PartyCode)
{
    private const int LongestName = 200;

    /// <summary>A request can have these.</summary>
    public bool IsWhole => Enum.IsDefined(Requester)
        && Name.Trim() is { Length: > 0 and <= LongestName }
        && (RequesterName is null
            || (Requester is not Requester.Tenant && RequesterName.Trim() is { Length: > 0 and <= LongestName }));

    /// <summary>Those of a request.</summary>
    public static RequestValues Of(ActivationRequest request) => new(
        request.Requester, request.Name, request.Address, request.Email, request.RequesterName, request.BirthDate,
        request.PartyCode);

    /// <summary>The request with these in it.</summary>
    public ActivationRequest In(ActivationRequest request) => request with
    {
        Requester = Requester,
        Name = Name,
        Address = Address,
        Email = Email,
        RequesterName = RequesterName,
        BirthDate = BirthDate,
        PartyCode = PartyCode,
    };
}

/// <summary>
/// A person corrected the request, for a reason of 1 to 500 characters: everything is looked up anew, and whatever was found,
/// proposed, answered or agreed to for the request as it was counts no more.
/// </summary>
[JournalName("request-corrected")]
public sealed record RequestCorrected(RequestValues Was, RequestValues Now, string Reason) : CaseEvent;
