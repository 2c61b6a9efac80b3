using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.Security;

namespace ActivationWizard.App.SignIn;

/// <summary>Ends a session whose person has its role no more.</summary>
public sealed class RoleCheck(SessionRecords records, GrantCheck grants, SecurityLog log, TimeProvider time)
{
    /// <summary>
    /// Asks the identity provider for one session, unless another instance does; true when the session was ended.
    /// </summary>
    public async Task<bool> CheckAsync(SessionRecord session, CancellationToken cancellation)
    {
        if (!await records.ClaimAsync(session, time.GetUtcNow(), cancellation))
            return false;
        var asked = await grants.AskAsync(session, cancellation);
        switch (asked.Standing)
        {
            case Standing.Known when session.Role is not { } role ? asked.Roles.Count > 0 : asked.Roles.Contains(role):
                await records.CheckedAsync(session.Id, time.GetUtcNow(), asked.Roles, asked.Grant, cancellation);
                return false;
            case Standing.NotKnown:
                await records.KeepAsync(session.Id, asked.Grant, cancellation);
                return false;
            default:
                await records.EndAsync(session.Id, time.GetUtcNow(), cancellation);
                log.Write(
                    asked.Standing is Standing.Gone ? SecurityEvent.SessionEnd : SecurityEvent.Role, session.PersonId,
                    session.Role, asked.Standing is Standing.Gone ? "ended by the provider" : "taken away", null);
                return true;
        }
    }
}
