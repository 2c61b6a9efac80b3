using System.Security.Claims;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// How an <see cref="Actor"/> stands in the sign-in cookie: its id, name and role, the session, and nothing else.
/// </summary>
public static class ActorClaims
{
    public const string Id = "sub";
    public const string Name = "name";
    public const string Role = "role";
    public const string Session = "sid";

    /// <summary>The principal of a person; the machine does not sign in.</summary>
    public static ClaimsPrincipal ToPrincipal(Actor actor, string authenticationType)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(actor.Role, Domain.Values.Role.Machine, nameof(actor));
        Claim[] claims = [new(Id, actor.Id), new(Name, actor.Name), new(Role, actor.Role.ToString())];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, authenticationType, Name, Role));
    }

    /// <summary>The principal of somebody whom the identity provider knows.</summary>
    public static ClaimsPrincipal ToPrincipal(Identity identity, string authenticationType) =>
        ToPrincipal(new Actor(identity.Id, identity.Name, identity.Roles[0]), authenticationType);

    /// <summary>The person who is signed in; null for anybody else, and for a cookie that does not hold together.</summary>
    public static Actor? Read(ClaimsPrincipal? principal) =>
        principal?.Identity is { IsAuthenticated: true }
        && principal.FindFirstValue(Id) is { Length: > 0 } id
        && principal.FindFirstValue(Name) is { Length: > 0 } name
        && RoleOf(principal.FindFirstValue(Role)) is { } role
            ? new Actor(id, name, role)
            : null;

    /// <summary>The session that the cookie is of; null for a cookie of a version without sessions.</summary>
    public static Guid? SessionOf(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(Session), out var id) ? id : null;

    /// <summary>Puts the session into it.</summary>
    public static void AddSession(ClaimsPrincipal principal, Guid id) =>
        ((ClaimsIdentity)principal.Identity!).AddClaim(new(Session, id.ToString("N")));

    private static Role? RoleOf(string? value) => value switch
    {
        RoleNames.Employee => Domain.Values.Role.Employee,
        RoleNames.TeamLead => Domain.Values.Role.TeamLead,
        RoleNames.SystemManager => Domain.Values.Role.SystemManager,
        _ => null,
    };
}
