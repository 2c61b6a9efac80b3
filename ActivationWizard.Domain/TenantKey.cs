using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain;

/// <summary>
/// What one tenant's cases have in common: the tenant's lease and guard G2 go by it. It is Viewpoint's id; somebody whom the employee looked up by hand has
/// none, and goes by the address of the request, which locks the whole household rather than too little.
/// </summary>
internal static class TenantKey
{
    /// <summary>The key; null while nobody is found.</summary>
    public static string? Of(Party? party, ActivationRequest request) =>
        party is null ? null : party.Id.Length > 0 ? party.Id : $"adres {request.Address}";
}
