namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>A made-up address in the region.</summary>
internal sealed record SeedAddress(string Straat, string Huisnummer, string Postcode, string Plaats)
{
    public string? Huisletter { get; init; }
    public string? Toevoeging { get; init; }
}
