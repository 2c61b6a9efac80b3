namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>How somebody asks; the rest of the request follows from their <see cref="Home"/>.</summary>
internal sealed record Ask(string Kanaal, int MinutesAgo)
{
    public bool Nieuw { get; init; }
    public string Aanvrager { get; init; } = "huurder";
    public string? NaamAanvrager { get; init; }
    public string? Email { get; init; }

    /// <summary>Instead of the home's name.</summary>
    public string? Naam { get; init; }

    public bool WithBirthDate { get; init; }
    public bool WithNumber { get; init; }
    public string? Opmerking { get; init; }
    public string? Hold { get; init; }
    public bool Proof { get; init; }
    public bool Nobody { get; init; }
}
