using ActivationWizard.Domain.Effects;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>One case that is to be at this boundary of this effect when its process dies.</summary>
/// <param name="Case">The case's number.</param>
/// <param name="Tenant">The relatienummer: what calls without a reference of ours are recognised by.</param>
internal sealed record ArmedPoint(string Case, string Tenant, EffectKind Effect, Boundary Boundary)
{
    /// <summary>The process does not die there but freezes, and goes on when it is woken up.</summary>
    public bool Freezes { get; init; }
}
