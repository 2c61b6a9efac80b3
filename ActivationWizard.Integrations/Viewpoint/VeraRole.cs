using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Relatierol: a party plays it, for <c>rolRelatie</c> where it is played for another.</summary>
internal sealed record VeraRole(
    VeraCode? Soort = null, DateOnly? Begindatum = null, DateOnly? Einddatum = null, VeraKey? RolRelatie = null)
{
    public PartyRole Map() => new(VeraList.RoleKind.Read(Soort), new Period(Begindatum, Einddatum), RolRelatie?.Id);
}
