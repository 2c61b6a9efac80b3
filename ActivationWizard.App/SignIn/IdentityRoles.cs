using System.Security.Claims;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.SignIn;

/// <summary>Reads an <see cref="Actor"/> from the claims of an identity token.</summary>
public static class IdentityRoles
{
    /// <summary>
    /// Null when the token names nobody, or gives the person no role or several: what somebody may do must not depend on the
    /// order of a list.
    /// </summary>
    public static Actor? ToActor(ClaimsPrincipal? identity, SignInOptions settings)
    {
        var id = identity?.FindFirstValue("sub");
        var name = identity?.FindFirstValue("name") ?? identity?.FindFirstValue("preferred_username");
        var values = identity?.FindAll(settings.RoleClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal) ?? [];
        Role[] roles = [.. Mapping(settings.Roles).Where(pair => values.Contains(pair.Value)).Select(pair => pair.Role)];
        return roles is [var role] && !string.IsNullOrWhiteSpace(id) && !string.IsNullOrWhiteSpace(name)
            ? new Actor(id, name, role)
            : null;
    }

    private static IEnumerable<(string Value, Role Role)> Mapping(SignInOptions.RoleValues values) =>
    [
        (values.Employee, Role.Employee),
        (values.TeamLead, Role.TeamLead),
        (values.SystemManager, Role.SystemManager),
    ];
}
