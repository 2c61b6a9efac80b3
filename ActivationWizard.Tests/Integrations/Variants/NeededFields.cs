using ActivationWizard.Domain.Facts;
using static ActivationWizard.Domain.Facts.FactKind;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>
/// Which field which fact needs, written down from the domain's rules: nothing else in a message may change anything. Facts that
/// are asked only because of another one follow that one.
/// </summary>
internal static class NeededFields
{
    private static readonly FactKind[] WhoActs = [Protection, Administrator, Contacts];
    private static readonly FactKind[] Rented = [Tenancy, Arrangement, Address];

    private static readonly Dictionary<string, Dictionary<string, FactKind[]>> Fields = new()
    {
        ["unit"] = new()
        {
            ["id"] = [Person, .. Rented],
            ["soort.code"] = Rented,
            ["adres.soort.code"] = [Person, Address],
            ["adres.postcode"] = [Person, Address],
            ["adres.huisnummer"] = [Person, Address],
            ["adres.huisletter"] = [Person, Address],
            ["adres.huisnummerToevoeging"] = [Person, Address],
            ["adres.straatnaam"] = [Address],
            ["adres.woonplaats.naam"] = [Address],
        },
        ["agreement"] = new()
        {
            ["id"] = [Arrangement],
            ["soort.code"] = Rented,
            ["status.code"] = Rented,
            ["begindatum"] = Rented,
            ["einddatum"] = Rented,
            ["eenheden[].id"] = [Person, Address],
            ["relaties[].id"] = [Person, .. Rented],
            ["relaties[].soort.code"] = Rented,
            ["relaties[].rollen[].soort.code"] = Rented,
            ["relaties[].rollen[].begindatum"] = Rented,
            ["relaties[].rollen[].einddatum"] = Rented,
        },
        ["tenant"] = new()
        {
            ["id"] = [Person],
            ["code"] = [Person, Account, Preference, Email],
            ["soort.code"] = [Person, .. Rented],
            ["naam"] = [Person],
            ["achternaam"] = [Person],
            ["tussenvoegsels"] = [Person],
            ["voorletters"] = [Person],
            ["initialen"] = [Person],
            ["voornaam"] = [Person],
            ["geboortedatum"] = [Person],
            ["overlijdensdatum"] = [Person],
            ["adressen[].soort.code"] = [Person, .. Rented],
            ["adressen[].begindatum"] = [Person, .. Rented],
            ["adressen[].einddatum"] = [Person, .. Rented],
            ["adressen[].adres.soort.code"] = [Person, .. Rented],
            ["adressen[].adres.postcode"] = [Person, .. Rented],
            ["adressen[].adres.huisnummer"] = [Person, .. Rented],
            ["adressen[].adres.huisletter"] = [Person, .. Rented],
            ["adressen[].adres.huisnummerToevoeging"] = [Person, .. Rented],
            ["contactgegevens[].soort.code"] = [Email, Contacts],
            ["contactgegevens[].detailSoort.code"] = [Email, Contacts],
            ["contactgegevens[].status.code"] = [Email, Contacts],
            ["contactgegevens[].waarde"] = [Email, Contacts],
        },
        ["office"] = new()
        {
            ["id"] = WhoActs,
            ["rollen[].soort.code"] = WhoActs,
            ["rollen[].begindatum"] = WhoActs,
            ["rollen[].einddatum"] = WhoActs,
            ["rollen[].rolRelatie.id"] = WhoActs,
            ["contactgegevens[].soort.code"] = [Administrator, Contacts],
            ["contactgegevens[].detailSoort.code"] = [Administrator, Contacts],
            ["contactgegevens[].status.code"] = [Administrator, Contacts],
            ["contactgegevens[].waarde"] = [Administrator, Contacts],
        },
        ["flag"] = new()
        {
            ["soort.code"] = WhoActs,
            ["detailSoort.code"] = WhoActs,
            ["status.code"] = WhoActs,
            ["relatie.id"] = WhoActs,
        },
        ["arrangement"] = new() { ["status.code"] = [Arrangement], ["overeenkomst.id"] = [Arrangement] },
        ["dossier"] = [],
        ["customer"] = new() { ["klantId"] = [Account, Email], ["relatienummer"] = [Account, Email] },
        ["account"] = new()
        {
            ["klantId"] = [Account, Email],
            ["accountId"] = [Account, Email],
            ["status"] = [Account, Email],
            ["emailadres"] = [Email],
        },
        ["preference"] = new() { ["recipientId"] = [Preference], ["channel"] = [Preference], ["email"] = [Preference] },
    };

    /// <summary>The facts that the field, a part of it, or what it is part of, is needed for.</summary>
    public static IReadOnlyList<FactKind> Of(string message, string path) =>
    [
        .. Table(message).Where(needed => Leads(path, needed.Key) || Leads(needed.Key, path))
            .SelectMany(needed => needed.Value).Distinct(),
    ];

    /// <summary>Whether the field is, or holds, a needed one.</summary>
    public static bool LeadsTo(string message, string path) => Table(message).Keys.Any(needed => Leads(path, needed));

    // Somebody else's message is read for who they are, and so that they are not taken for the tenant.
    private static Dictionary<string, FactKind[]> Table(string message) => message is "housemate" or "namesake"
        ? Fields["tenant"].Where(field => field.Value.Contains(Person)).ToDictionary(field => field.Key, _ => new[] { Person })
        : Fields[message];

    private static bool Leads(string path, string to) =>
        to == path || (to.StartsWith(path, StringComparison.Ordinal) && to[path.Length] is '.' or '[');
}
