namespace ActivationWizard.Integrations.Sandbox.Viewpoint;

/// <summary>A resource of one of VERA's process APIs, with the fields a list of it may be filtered on.</summary>
internal sealed record VeraResource(string Api, string Name, params string[] Filters)
{
    public static readonly VeraResource Relaties = new("brg", "relaties",
        "achternaam", "tussenvoegsels", "naam", "geboortedatum", "rollen.soort.code", "rollen.rolRelatie.id",
        "adressen.adres.postcode", "adressen.adres.huisnummer", "contactgegevens.waarde");

    public static readonly VeraResource Contactmomenten = new("brg", "contactmomenten", "relaties.id", "kanaal.code");

    public static readonly VeraResource Informatieobjecten = new("bdo", "informatieobjecten", "relaties.id", "dossiers.id");

    public static readonly IReadOnlyList<VeraResource> All =
    [
        new("bvg", "eenheden",
            "adres.postcode", "adres.huisnummer", "adres.huisletter", "adres.huisnummerToevoeging",
            "adres.straatnaam", "status.code"),
        new("bog", "overeenkomsten", "eenheden.id", "relaties.id", "relaties.rollen.soort.code", "status.code"),
        Relaties,
        new("brg", "signaleringen", "relatie.id", "detailSoort.code", "status.code"),
        new("inc", "betalingsregelingen", "overeenkomst.id", "status.code"),
        new("bdo", "dossiers", "relaties.id"),
        Contactmomenten,
        Informatieobjecten,
    ];

    public string Path => $"/{Api}/v4/{Name}";

    /// <summary>The middle of an OAuth2 scope: <c>BRG.Relaties.Read</c>.</summary>
    public string Scope => $"{Api.ToUpperInvariant()}.{char.ToUpperInvariant(Name[0])}{Name[1..]}";

    public bool MayFilterOn(string field) => field is "id" or "code" or "soort.code" || Filters.Contains(field);
}
