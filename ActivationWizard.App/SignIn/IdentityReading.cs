using System.Text.Json;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.SignIn;

/// <summary>Reads an <see cref="Identity"/> from the claims of the identity token and, where they miss, of userinfo.</summary>
public static class IdentityReading
{
    /// <summary>The longest id by OpenID Connect, and a bound for a name. In characters.</summary>
    private const int Longest = 255;

    /// <summary>Userinfo has to be asked: the identity token lacks the name or the claim with the roles.</summary>
    public static bool NeedsUserinfo(JsonElement token, SignInOptions settings) =>
        NameIn(token, settings) is null || ClaimPath.Values(token, settings.RoleClaim).Count is 0;

    /// <summary>Each claim is the identity token's where it has it, else that of userinfo, which may be null.</summary>
    public static IdentityRead Of(JsonElement token, JsonElement? userinfo, SignInOptions settings)
    {
        if (ClaimPath.Text(token, "sub") is not { Length: <= Longest } id || id.Any(char.IsControl))
            return IdentityFault.NoSubject;
        if ((NameIn(token, settings) ?? (userinfo is { } person ? NameIn(person, settings) : null)) is not { } name)
            return IdentityFault.NoName;

        var values = ClaimPath.Values(token, settings.RoleClaim);
        var isByUserinfo = values.Count is 0 && userinfo is not null;
        if (userinfo is { } more && isByUserinfo)
            values = ClaimPath.Values(more, settings.RoleClaim);
        Role[] roles = [.. Mapping(settings.Roles)
            .Where(one => values.Any(value => AreSame(value, one.Value))).Select(one => one.Role)];
        return roles.Length > 0 ? new Identity(id, name, roles, isByUserinfo)
            : values.Count is 0 && LeavesGroupsOut(token, settings.RoleClaim) ? IdentityFault.TooManyGroups
            : IdentityFault.NoRole;
    }

    // Of what is shown in a line of text, nothing may break the line.
    private static string? NameIn(JsonElement claims, SignInOptions settings)
    {
        var given = ClaimPath.Text(claims, settings.NameClaim) ?? ClaimPath.Text(claims, "preferred_username");
        var name = given is null ? "" : string.Concat(given.Where(one => !char.IsControl(one))).Trim();
        return name.Length switch { 0 => null, > Longest => name[..Longest], _ => name };
    }

    // Above some 200 groups Entra names a place to ask instead of the groups, or says only that there are any.
    private static bool LeavesGroupsOut(JsonElement token, string claim) =>
        ClaimPath.Text(token, $"_claim_names.{claim.Split('.')[0]}") is not null
        || (token.TryGetProperty("hasgroups", out var has) && has.ValueKind is JsonValueKind.True or JsonValueKind.String);

    // The id of a group may be written in capitals.
    private static bool AreSame(string given, string value) => given == value
        || (Guid.TryParse(given, out var one) && Guid.TryParse(value, out var other) && one == other);

    private static IEnumerable<(string Value, Role Role)> Mapping(SignInOptions.RoleValues values) =>
    [
        (values.Employee, Role.Employee),
        (values.TeamLead, Role.TeamLead),
        (values.SystemManager, Role.SystemManager),
    ];
}
