using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.AccessRequest;

/// <summary>
/// Puts together what is known about a tenant, for who answers such a request. That it was done is in the access log and in the
/// lines of security, without who the tenant is.
/// </summary>
public sealed class AccessRequestDesk(TenantRecords records, Limits limits, SecurityLog log)
{
    // More numbers than these do not fit in a line; the access log has each.
    private const int MostTold = 500;

    /// <summary>
    /// The tenant's cases; null when this person searches too often. Throws <see cref="UnauthorizedAccessException"/> for who
    /// does not answer such requests.
    /// </summary>
    /// <param name="question">By what the tenant is found.</param>
    /// <param name="actor">Who answers.</param>
    /// <param name="from">The address that is asked from; null when it is not known.</param>
    /// <param name="cancellation">Ends it before it is done.</param>
    public async Task<CasesOfTenant?> FindAsync(
        TenantQuestion question, Actor actor, string? from, CancellationToken cancellation)
    {
        if (await limits.TakeAsync(Limit.Search, new Asker(actor.Id, actor.Id, actor.Role, from), cancellation) is null)
            return null;
        var found = await records.FindAsync(question, actor, cancellation);
        log.WriteFrom(SecurityEvent.AccessRequest, actor.Id, actor.Role, Outcome(found), from);
        return found;
    }

    /// <summary>How it is told: by the numbers of the cases, and how many messages there are besides.</summary>
    internal static string Outcome(CasesOfTenant found) => (found.Numbers.Count, found.Messages.Count) switch
    {
        (0, 0) => "nothing found",
        (0, var messages) => $"{messages} messages",
        ( > MostTold and var count, var messages) =>
            $"{string.Join(' ', found.Numbers.Take(MostTold))} and {count - MostTold} more{Besides(messages)}",
        (_, var messages) => $"{string.Join(' ', found.Numbers)}{Besides(messages)}",
    };

    private static string Besides(int messages) => messages is 0 ? "" : $" and {messages} messages";
}
