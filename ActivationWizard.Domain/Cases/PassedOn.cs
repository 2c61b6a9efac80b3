using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>A case came to somebody because all cases of a colleague who is away were handed over.</summary>
/// <param name="By">The team lead who did it.</param>
/// <param name="From">Who had the case before; null when nobody did.</param>
/// <param name="Act">The same for all cases of that act; null where an earlier version wrote it.</param>
public sealed record PassedOn(Actor By, Actor? From, string Reason, Guid? Act);
