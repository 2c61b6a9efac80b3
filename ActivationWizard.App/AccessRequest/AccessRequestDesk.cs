using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.AccessRequest;

/// <summary>
/// Puts together what is known about a tenant, for who answers such a request. That it was done is in the access log and in the
/// lines of security, without who the tenant is.
/// </summary>
public sealed class AccessRequestDesk(TenantRecords records, SecurityLog log)
{
    /// <summary>
    /// The tenant's cases; empty when there are none. Throws <see cref="UnauthorizedAccessException"/> for who does not answer
    /// such requests.
    /// </summary>
    /// <param name="question">By what the tenant is found.</param>
    /// <param name="actor">Who answers.</param>
    /// <param name="http">The request by which; null from a page that is connected.</param>
    /// <param name="cancellation">Ends it before it is done.</param>
    public async Task<IReadOnlyList<TenantCase>> FindAsync(
        TenantQuestion question, Actor actor, HttpContext? http, CancellationToken cancellation)
    {
        var found = await records.FindAsync(question, actor, cancellation);
        log.Write(SecurityEvent.AccessRequest, actor.Id, actor.Role, Outcome(found), http);
        return found;
    }

    /// <summary>How it is told: by the numbers of the cases.</summary>
    internal static string Outcome(IReadOnlyList<TenantCase> found) => found.Count is 0
        ? "nothing found" : string.Join(' ', found.Select(one => one.Case.Number));
}
