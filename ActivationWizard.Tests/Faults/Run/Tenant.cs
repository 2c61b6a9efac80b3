using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.Seeds;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>
/// One more resident like a seeded one, and what must be true of what is sent to them: from the systems, not from the wizard.
/// </summary>
/// <param name="Number">The relatienummer; ids of this person begin with it.</param>
/// <param name="CodeHash">Hash of the code that Umbrella holds before anything is done, if any.</param>
internal sealed record Tenant(
    SeededRequest Seed, string Number, string Name, string Street, string HouseNumber, string Postcode, string Town,
    string? Email, string? CodeHash)
{
    /// <summary>The last line of an envelope, as the post wants it.</summary>
    public string LastLine => $"{Postcode[..4]} {Postcode[4..]}  {Town.ToUpperInvariant()}";

    /// <summary>
    /// By these a call is known to be about this person: the number, the address, what only this name ends with.
    /// </summary>
    public string[] About => [Number, Postcode, Name[^6..]];

    /// <summary>Settles the person and looks at what the systems hold.</summary>
    public static async Task<Tenant> SettleAsync(SandboxPeer sandbox, SeededRequest seed, string number)
    {
        await sandbox.ChangeAsync(new Dictionary<string, string>
        {
            ["kind"] = "another",
            ["relatienummer"] = seed.PartyNumber!,
            ["as"] = number,
        });
        var person = await sandbox.StateAsync($"people/{number}");
        var party = await sandbox.StateAsync($"viewpoint/relaties/{person["id"]}");
        var home = party["adressen"]![0]!["adres"]!;
        var own = $"n{number}.{seed.Emailadres}";
        var isOwn = party["contactgegevens"]!.AsArray().Any(one => (string?)one!["waarde"] == own);
        return new Tenant(
            seed, number, (string)person["naam"]!, (string)home["straatnaam"]!, (string)home["huisnummer"]!,
            (string)home["postcode"]!, (string)home["woonplaats"]!["naam"]!, isOwn ? own : seed.Emailadres, CodeHashIn(person));
    }

    /// <summary>Hash of the code that Umbrella holds for this person now.</summary>
    public async Task<string?> CodeHashNowAsync(SandboxPeer sandbox) => CodeHashIn(await sandbox.StateAsync($"people/{Number}"));

    /// <summary>The request as the website sends it.</summary>
    public object Request() => new
    {
        soort = Seed.Soort,
        aanvrager = Seed.Aanvrager,
        naam = Name,
        postcode = Postcode,
        huisnummer = HouseNumber,
        emailadres = Email,
    };

    private static string? CodeHashIn(JsonNode person) =>
        person["klanten"]!.AsArray() is [{ } klant, ..] && klant["account"] is JsonObject account
            ? (string?)account["codeHash"]
            : null;
}
