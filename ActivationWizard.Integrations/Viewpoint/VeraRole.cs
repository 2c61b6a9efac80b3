using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// Relatierol: a party plays it, for <c>rolRelatie</c> where it is played for another. All four fields are needed; the contacts
/// and addresses that go with a role are ignored.
/// </summary>
internal sealed record VeraRole(
    Field<VeraCode> Soort = default,
    Field<DateOnly?> Begindatum = default,
    Field<DateOnly?> Einddatum = default,
    Field<VeraPointer> RolRelatie = default)
{
    public PartyRole Map() =>
        new(VeraList.RoleKind.Read(Soort), VeraPeriod.Of(Begindatum, Einddatum), RolRelatie.Value?.Id.Value);

    /// <summary>
    /// The role as one of <paramref name="kind"/> played for <paramref name="party"/>; null when it certainly is not. What may be
    /// such a role, in a field that cannot be read, is one of which nobody knows when.
    /// </summary>
    public static PartyRole? PlayedFor(VeraRole? role, string kind, string party)
    {
        if (role is null)
            return new PartyRole(new Coded(kind), new Period(null, null) { IsUnreadable = true }, party);

        var found = VeraList.RoleKind.ReadOptional(role.Soort);
        if (found is null or { Listed: true } && found?.Code != kind)
            return null;

        var isFor = role.RolRelatie.IsUnreadable || role.RolRelatie.Value?.Id.IsUnreadable is true ? (bool?)null
            : role.RolRelatie.Value?.Id.Value == party;
        if (isFor is false)
            return null;

        var runs = VeraPeriod.Of(role.Begindatum, role.Einddatum);
        return new PartyRole(
            new Coded(kind), runs with { IsUnreadable = runs.IsUnreadable || !found!.Listed || isFor is null }, party);
    }
}
