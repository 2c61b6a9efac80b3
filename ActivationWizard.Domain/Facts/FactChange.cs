namespace ActivationWizard.Domain.Facts;

/// <summary>A fact that was one thing and is another (G4): both as codes or as the text that was compared.</summary>
public sealed record FactChange(FactKind Fact, string Was, string Is);
