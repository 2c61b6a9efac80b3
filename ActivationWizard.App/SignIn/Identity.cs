using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.SignIn;

/// <summary>Who somebody is by what the identity provider says.</summary>
/// <param name="Id">The provider's own id, which is never given to another person.</param>
/// <param name="Name">What colleagues call them.</param>
/// <param name="Roles">At least one, in the order of <see cref="Role"/>.</param>
/// <param name="IsByUserinfo">The roles were in userinfo, and not in the identity token.</param>
public sealed record Identity(string Id, string Name, IReadOnlyList<Role> Roles, bool IsByUserinfo = false);

/// <summary>Why what the provider says lets nobody in.</summary>
public enum IdentityFault
{
    /// <summary>It gives no id (<c>sub</c>), or one that cannot be one.</summary>
    NoSubject,

    /// <summary>It gives no name.</summary>
    NoName,

    /// <summary>The person has no role of the wizard.</summary>
    NoRole,

    /// <summary>Entra left the groups out, because the person is in too many.</summary>
    TooManyGroups,
}

/// <summary>What was read: an identity, or why there is none.</summary>
public readonly record struct IdentityRead(Identity? Identity, IdentityFault? Fault)
{
    /// <summary>The identity provider's own session (<c>sid</c>); null where it has no name for it.</summary>
    public string? Sid { get; init; }

    public static implicit operator IdentityRead(Identity identity) => new(identity, null);

    public static implicit operator IdentityRead(IdentityFault fault) => new(null, fault);
}
