using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Facts;

/// <summary>The facts that take one look at what a source said.</summary>
public static class Readings
{
    /// <summary>
    /// Verified when the request's address is a running administrator's and a person stated how identity was checked. The privé
    /// address alone verifies nobody: it may be a former administrator's.
    /// </summary>
    public static AdministratorFinding Administrator(
        ActivationRequest request, ProtectionFinding protection, IdentityProof? proof)
    {
        var known = protection.Administrators.FirstOrDefault(
            one => one.IsRunning && one.Emails.Any(email => email.Equals(request.Email)));
        var isVerified = known is not null && proof is not null;
        return new AdministratorFinding(
            isVerified ? AdministratorStatus.Verified : AdministratorStatus.NotVerified, known?.PartyId, known?.Name, proof);
    }

    /// <summary>
    /// The most binding of all statuses: ACT and BEV are active, AAN is pending. Null when one is not in its list.
    /// </summary>
    public static ArrangementFinding? Arrangement(IReadOnlyList<Coded> statuses) =>
        statuses.Any(status => !status.Listed) ? null
        : statuses.Any(status => status.Is("ACT", "BEV")) ? new(ArrangementStatus.Active)
        : statuses.Any(status => status.Is("AAN")) ? new(ArrangementStatus.Pending)
        : new(ArrangementStatus.None);

    /// <summary>
    /// Match = the request's address = a privé address = the portal account's address, when that has one (1). Null when it
    /// takes the portal's address to tell, and that could not be read.
    /// </summary>
    public static EmailFinding? Email(ActivationRequest request, Party party, PortalAccount? account)
    {
        var privates = party.Emails.Where(contact => contact.IsPrivate).Select(contact => contact.Address).ToList();
        var portal = account?.Email;
        var isBusiness = request.Email is { } asked
            && party.Emails.Any(contact => !contact.IsPrivate && contact.Address.Equals(asked));
        var matching = privates.Find(address => address.Equals(request.Email));
        if (matching is not null && account is { HasUnreadableEmail: true })
            return null;

        var comparison =
            request.Email is null ? EmailComparison.NoneOnRequest
            : privates.Count is 0 ? EmailComparison.NoneKnown
            : matching is null ? EmailComparison.Mismatch
            : portal is not null && !portal.Equals(matching) ? EmailComparison.PortalDiffers
            : EmailComparison.Match;
        return new EmailFinding(comparison, matching ?? privates.FirstOrDefault(), portal, isBusiness);
    }

    /// <summary>The envelope for the unit of the active agreement; a problem when that has no complete address.</summary>
    public static AddressFinding Address(Party party, TenancyFinding tenancy) => tenancy.Home is { } home
        ? new(AddressStatus.Deliverable, home.EnvelopeOf(party.Name.OnEnvelope))
        : new(AddressStatus.Problem, []);
}
