using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;

namespace ActivationWizard.Domain.Answers;

/// <summary>
/// A request that came in twice. The later case is closed and the earlier one goes on, so that no two close each other: it has to
/// be open, and may not be another tenant's.
/// </summary>
public static class Doubles
{
    /// <summary>
    /// True where both are about the same tenant as far as is known: by Viewpoint's id where both have one, else by address.
    /// </summary>
    public static bool MayBeOfOneTenant(ActivationCase one, ActivationCase other) =>
        IdOf(one) is { } id && IdOf(other) is { } another ? id == another : NamesOf(one).Intersect(NamesOf(other)).Any();

    internal static Decision Close(ActivationCase activation, CloseAsDouble twice) =>
        !twice.Other.IsBefore(activation.Number) || twice.First is not { } first ? new Decision.Declined(Obstacle.NotAnOption)
        : !activation.CanBeDouble ? new Decision.Declined(Obstacle.OnlyForward)
        : !MayBeOfOneTenant(activation, first) ? new Decision.Declined(Obstacle.AnothersCase)
        : first.State.IsFinal ? new Decision.Declined(Obstacle.OtherIsOver)
        : Decider.Reasoned(twice.Reason, true, new CaseWithdrawn(twice.Reason.Trim(), twice.Other));

    private static string? IdOf(ActivationCase activation) =>
        activation.Facts.Person.Value?.Party?.Id is { Length: > 0 } id ? id : null;

    private static IEnumerable<string> NamesOf(ActivationCase activation) =>
    [
        TenantKeys.At(activation.Request.Address),
        .. TenantKeys.Of(activation.Facts, activation.Request)?.All ?? [],
        .. activation.PartyId is { } party ? [party] : Array.Empty<string>(),
    ];
}
