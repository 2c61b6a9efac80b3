namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>A request about a seeded person, as the work list may hold it, with what must become of it.</summary>
/// <param name="Soort"><c>eerste</c> or <c>nieuw</c>.</param>
/// <param name="Aanvrager"><c>huurder</c>, <c>bewindvoerder</c> or <c>anders</c>.</param>
/// <param name="Kanaal"><c>website</c>, <c>mailbox</c>, <c>telefoon</c> or <c>balie</c>.</param>
/// <param name="MinutesAgo">How long before now it was received.</param>
/// <param name="ExpectedRow">The row of the decision table, or <c>CustomerUnclear</c> where Umbrella knows none or two.</param>
/// <param name="Scenario">What is special about it, in a few words.</param>
public sealed record SeededRequest(
    string Soort, string Aanvrager, string Naam, string Postcode, string Huisnummer,
    string Kanaal, int MinutesAgo, string ExpectedRow, string Scenario)
{
    /// <summary>Of who asks for the tenant.</summary>
    public string? NaamAanvrager { get; init; }

    public string? Huisletter { get; init; }
    public string? Toevoeging { get; init; }
    public string? Emailadres { get; init; }
    public DateOnly? Geboortedatum { get; init; }

    /// <summary>What the requester filled in; most do not.</summary>
    public string? Relatienummer { get; init; }

    public string? Opmerking { get; init; }

    /// <summary>
    /// The hold outside the table that it runs into after its row: PreferenceNotPaper, CustomerUnclear, EmailNotSent.
    /// </summary>
    public string? ExpectedHold { get; init; }

    /// <summary>D13 comes first; <see cref="ExpectedRow"/> after the employee recorded how identity was checked.</summary>
    public bool NeedsIdentityProof { get; init; }

    /// <summary>
    /// The number of the seeded party the request is about, for <c>/_sandbox/state/people/{number}</c>; null when nobody is.
    /// </summary>
    public string? PartyNumber { get; init; }
}
