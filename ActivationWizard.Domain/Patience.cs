namespace ActivationWizard.Domain;

/// <summary>How long an installation waits for people and relies on facts.</summary>
/// <param name="TakeOver">The time that whoever has a case is given to answer somebody who wants to take it over.</param>
/// <param name="Facts">The age up to which facts are shown as they are to whoever comes to a case.</param>
public sealed record Patience(TimeSpan TakeOver, TimeSpan Facts);
