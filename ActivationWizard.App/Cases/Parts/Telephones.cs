namespace ActivationWizard.App.Cases.Parts;

/// <summary>What the tenant can be called by, where a live page knows it; a replay shows none.</summary>
public sealed record Telephones(IReadOnlyList<string> Numbers)
{
    /// <summary>None is known.</summary>
    public static Telephones None { get; } = new([]);
}
