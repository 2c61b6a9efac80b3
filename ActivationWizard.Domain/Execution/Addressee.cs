using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>
/// Whom a standard reply is addressed to by name. The tenant's name goes to nobody but the tenant, at an address that is known to
/// be the tenant's: it would tell a stranger who lives where.
/// </summary>
internal static class Addressee
{
    /// <summary>Empty for nobody by name.</summary>
    public static string NameFor(ActivationCase activation, TemplateChoice template)
    {
        var request = activation.Request;
        var party = activation.Facts.Person.Value?.Party is { Id.Length: > 0 } found ? found : null;
        if (request.Requester is not Requester.Tenant)
        {
            return request.RequesterName is { } own && !IsTenants(own, request.Name, party)
                ? NameMatching.WithoutTitles(own)
                : "";
        }

        var goesAnywhere = template.Neutral || Proposal.Of(activation)?.Refusal is not { Neutral: false };
        return goesAnywhere ? "" : party?.Name.OnEnvelope ?? NameMatching.WithoutTitles(request.Name);
    }

    // Whoever writes the tenant's name where their own is asked is not told that it is right; nor is a namesake.
    private static bool IsTenants(string own, string onRequest, Party? party)
    {
        string[] names = party is null ? [onRequest] : [onRequest, party.Name.OnEnvelope];
        return names.Any(name => NameMatching.HaveSameSurname(own, name) || Folding.Of(own) == Folding.Of(name));
    }
}
