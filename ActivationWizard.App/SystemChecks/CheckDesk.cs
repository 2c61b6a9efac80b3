using ActivationWizard.App.Security;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.SystemChecks;

/// <summary>What the page of the checks does. That somebody asked is a line of security: it reads the data of a party.</summary>
public sealed class CheckDesk(InstallationCheck check, SecurityLog security)
{
    /// <summary>
    /// The lines of one subject. Throws <see cref="UnauthorizedAccessException"/> when the actor may not ask.
    /// </summary>
    public async Task<IReadOnlyList<CheckLine>> RunAsync(
        Actor actor, CheckSubject subject, string? party, CancellationToken cancellation)
    {
        actor.Demand(Operation.CheckSystems);
        var lines = await check.RunAsync(subject, party, cancellation);
        security.Write(SecurityEvent.SystemCheck, actor.Id, actor.Role, $"{subject}", null);
        return lines;
    }
}
