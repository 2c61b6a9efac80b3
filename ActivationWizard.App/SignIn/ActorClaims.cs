using System.Security.Claims;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// How an <see cref="Actor"/> stands in the sign-in cookie: its id, name and role, the roles it may choose, the session, and
/// nothing else.
/// </summary>
public static class ActorClaims
{
    public const string Id = "sub";
    public const string Name = "name";
    public const string Role = "role";
    public const string Session = "sid";

    /// <summary>The address that the request comes from, which began the circuit; it is in no cookie.</summary>
    public const string Address = "from";

    /// <summary>A role that the person may choose; one for each.</summary>
    public const string Choice = "may";

    /// <summary>The principal of a person; the machine does not sign in.</summary>
    public static ClaimsPrincipal ToPrincipal(Actor actor, string authenticationType)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(actor.Role, Domain.Values.Role.Machine, nameof(actor));
        return ToPrincipal(new Identity(actor.Id, actor.Name, [actor.Role]), actor.Role, authenticationType);
    }

    /// <summary>
    /// The principal of somebody who may choose between roles. Without a role, because it is to be chosen yet, it is nobody's who
    /// may do anything: <see cref="Read"/> gives null.
    /// </summary>
    public static ClaimsPrincipal ToPrincipal(Identity identity, Role? role, string authenticationType)
    {
        List<Claim> claims = [new(Id, identity.Id), new(Name, identity.Name)];
        if (role is { } chosen)
            claims.Add(new(Role, chosen.ToString()));
        claims.AddRange(identity.Roles.Select(one => new Claim(Choice, one.ToString())));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, authenticationType, Name, Role));
    }

    /// <summary>The roles between which the person may choose; at most one for somebody who has no choice.</summary>
    public static IReadOnlyList<Role> ChoicesOf(ClaimsPrincipal? principal) =>
        [.. (principal?.FindAll(Choice) ?? []).Select(claim => RoleOf(claim.Value)).OfType<Role>()];

    /// <summary>Somebody who has signed in and has a role to choose yet.</summary>
    public static bool IsUndecided(ClaimsPrincipal? principal) =>
        principal?.Identity is { IsAuthenticated: true } && principal.FindFirst(Role) is null
        && principal.FindFirstValue(Id) is { Length: > 0 } && ChoicesOf(principal).Count > 1;

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

    /// <summary>Where the request comes from, or the one that began the circuit; null when it is not known.</summary>
    public static string? AddressOf(ClaimsPrincipal? principal) => principal?.FindFirstValue(Address);

    /// <summary>Puts the address into it, for as long as the request or the circuit lasts.</summary>
    public static void AddAddress(ClaimsPrincipal principal, string address) =>
        ((ClaimsIdentity)principal.Identity!).AddClaim(new(Address, address));

    private static Role? RoleOf(string? value) => value switch
    {
        RoleNames.Employee => Domain.Values.Role.Employee,
        RoleNames.TeamLead => Domain.Values.Role.TeamLead,
        RoleNames.SystemManager => Domain.Values.Role.SystemManager,
        _ => null,
    };
}
