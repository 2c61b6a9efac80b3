using System.Text.Json.Nodes;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Tests.Kit.Messages;
using static ActivationWizard.Tests.Integrations.Variants.Seen;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>
/// The facts of a tenant read from the messages once more, written down from the domain's rules and not from the adapters: null
/// is unknown. It knows the one request that the variants are tried with.
/// </summary>
internal sealed partial class SecondReading(MessageWorld world, VariantRequest request, DateOnly today)
{
    private const string PartyKinds = "GRO NAT REC";
    private const string RoleKinds =
        "AAN AFW AMA AMB ASS BED BEH BES BET BEW BSL BUD BWI COL CON COO CPE CUR DEU EIG ERF FIA GAR GEB GEL HME HOO HUI HUU "
        + "INS KIN KLA KOP LEV MBW MDH MDW MED MEL NOT OPD OPN OPZ OWI PEN PRO SEC TEA VER VMA VOL VOO VVE VVL WON WOO ZEK";

    /// <summary>Every fact that can be asked, in words; null for unknown, absent for one that is not asked.</summary>
    public Dictionary<FactKind, string?> Facts()
    {
        var facts = new Dictionary<FactKind, string?> { [FactKind.Person] = Person() };
        if (facts[FactKind.Person] is not "Found")
            return facts;

        facts[FactKind.Tenancy] = Tenancy();
        facts[FactKind.Protection] = Protection();
        facts[FactKind.Account] = Account();
        facts[FactKind.Preference] = Preference();
        if (facts[FactKind.Protection] is not null)
        {
            facts[FactKind.Administrator] = Administrator();
            facts[FactKind.Contacts] = Contacts();
        }
        if (facts[FactKind.Tenancy] is "Active" or "LegalEntity")
        {
            facts[FactKind.Arrangement] = Arrangement();
            facts[FactKind.Address] = Address();
        }
        if (facts[FactKind.Account] is not null)
            facts[FactKind.Email] = Email();
        return facts;
    }

    /// <summary>The dossier that a letter is registered in; null when that cannot be told, empty for none.</summary>
    public string? Dossier() => ItemsOf(world["dossier"], "relaties") is var parties
        && parties.All(one => TextOf(one, "id").Text is not null || (one is not null && !TextOf(one, "id").Spoiled))
        && parties.Any(one => TextOf(one, "id").Text is "31") && TextOf(world["dossier"], "id").Text is { } id
        && !string.IsNullOrWhiteSpace(id) ? id : null;

    private string? Person()
    {
        if (PeopleOnAgreements() is not { } onAgreements)
            return null;

        // Two people of the name are listed; who is not asked for at all makes the list another's answer.
        var listed = new[] { "tenant", "namesake" }.Select(name => world[name]!).ToList();
        if (listed.Any(one => TextOf(one, "achternaam") is { Spoiled: false } name && name.Text != MessageWorld.Surname))
            return null;
        var others = listed.Where(one => CodeOf(one, "soort").Text is not "GRO" && !onAgreements.Contains(one)).ToList();
        var mayLive = others.Where(one => LivesThere(one) is null).ToList();
        var everybody = onAgreements.Concat(others.Where(one => LivesThere(one) is not false)).ToList();
        if (everybody.Any(one => CodeOf(one, "soort").IsOneOf(PartyKinds, "NAT", "REC", "GRO") is not true || IsNameSpoiled(one)))
            return null;

        var fitting = everybody.Where(Fits).ToList();
        if (fitting.Any(one => mayLive.Contains(one) || string.IsNullOrWhiteSpace(TextOf(one, "id").Text)
            || (request.BirthDate is not null && DayOf(one, "geboortedatum").Spoiled)
            || (request.PartyCode is not null && TextOf(one, "code").Spoiled)))
            return null;
        if (fitting is not [var person])
            return fitting.Count is 0 ? "NotFound" : "Several";

        var died = DayOf(person, "overlijdensdatum");
        return died.Spoiled ? null : died.Day is null ? "Found" : "Deceased";
    }

    // Null when it cannot be told who they are.
    private List<JsonObject>? PeopleOnAgreements()
    {
        var unit = world["unit"]!;
        if (AsAddress(unit["adres"]) is not { Spoiled: false, Text: { } where }
            || !where.StartsWith("5611AB 12|", StringComparison.Ordinal)
            || string.IsNullOrWhiteSpace(TextOf(unit, "id").Text))
            return null;
        if (where != "5611AB 12|" || TextOf(unit, "id").Text is not "11")
            return [];

        var agreement = world["agreement"]!;
        if (!ItemsOf(agreement, "eenheden").Any(one => one is null || TextOf(one, "id") is { Spoiled: true } or { Text: "11" }))
            return null;
        var ids = ItemsOf(agreement, "relaties").Select(one => TextOf(one, "id").Text).ToList();
        if (ids.Any(string.IsNullOrWhiteSpace))
            return null;
        var people = new[] { ("31", "tenant"), ("39", "housemate") }.Where(one => ids.Contains(one.Item1)).ToList();
        return people.All(one => TextOf(world[one.Item2], "id").Text == one.Item1)
            ? [.. people.Select(one => world[one.Item2]!)] : null;
    }

    private static bool IsNameSpoiled(JsonObject party) => (CodeOf(party, "soort").Text switch
    {
        "REC" => ["naam"],
        "NAT" => TextOf(party, "voorletters") is { Text: null, Spoiled: false }
            ? ["achternaam", "tussenvoegsels", "voornaam", "initialen"]
            : ["achternaam", "tussenvoegsels", "voornaam", "voorletters"],
        _ => Array.Empty<string>(),
    }).Any(name => TextOf(party, name).Spoiled);

    private bool Fits(JsonObject party) =>
        CodeOf(party, "soort").Text is { } kind && kind is not "GRO"
        && TextOf(party, kind is "REC" ? "naam" : "achternaam").Text is MessageWorld.Surname
        && (request.BirthDate is null
            || DayOf(party, "geboortedatum") is { Day: null } || DayOf(party, "geboortedatum").Day == request.BirthDate)
        && (request.PartyCode is null || TextOf(party, "code").Spoiled || TextOf(party, "code").Text == request.PartyCode);

    private bool? LivesThere(JsonObject party)
    {
        var homes = ItemsOf(party, "adressen").Select(IsHome).ToList();
        return homes.Contains(true) ? true : homes.Contains(null) ? null : false;
    }

    private bool? IsHome(JsonObject? item)
    {
        var kind = CodeOf(item, "soort").IsOneOf("BEZ FAC LEV POS WOO", "WOO");
        var runs = Runs(item, today);
        if (item is not null && (kind is false || runs is false))
            return false;
        var address = AsAddress(item?["adres"]);
        return item is null || address.Spoiled
            ? null : address.Text is not "5611AB 12|" ? false : kind is null || runs is null ? null : true;
    }

    // Postcode and number, and what comes after them; no text for what is no address in the Netherlands.
    private static Seen AsAddress(JsonNode? address)
    {
        if (address is null || CodeOf(address, "soort").Text is "BUI")
            return default;
        var parts = new[] { "postcode", "huisnummer", "huisletter", "huisnummerToevoeging" }
            .Select(name => TextOf(address, name)).ToList();
        return address is not JsonObject || parts.Exists(part => part.Spoiled)
            ? new(null, true)
            : new($"{parts[0].Text?.Trim()} {parts[1].Text?.Trim()}|{parts[2].Text?.Trim()}{parts[3].Text?.Trim()}", false);
    }

    private List<string?> UnitIds() => [.. ItemsOf(world["agreement"], "eenheden").Select(one => TextOf(one, "id").Text)];

    private string? Arrangement()
    {
        var id = TextOf(world["agreement"], "id").Text;
        if (string.IsNullOrWhiteSpace(id))
            return null;
        if (id is not "21")
            return "None";
        var status = CodeOf(world["arrangement"], "status").IsOneOf("AAN ACT ANN BEE BEV VER", "ACT", "BEV");
        return IdOf(world["arrangement"], "overeenkomst").Text is not "21"
            || CodeOf(world["arrangement"], "status").Text is null ? null
            : status is null ? null : status is true
            ? "Active" : CodeOf(world["arrangement"], "status").Text is "AAN" ? "Pending" : "None";
    }

    private string? Account()
    {
        var number = TextOf(world["tenant"], "code");
        if (number.Spoiled)
            return null;
        if (!string.IsNullOrEmpty(number.Text) && number.Text is not "R31")
            return "None";
        // Without a number the customer is looked for at the address, by name.
        var customer = world["customer"]!;
        var isAsked = string.IsNullOrEmpty(number.Text)
            ? AsAddress(customer["adres"]) is { Spoiled: false, Text: "5611AB 12|" }
            : TextOf(customer, "relatienummer").Text is "R31";
        var id = TextOf(customer, "klantId").Text;
        if (!isAsked || string.IsNullOrEmpty(id))
            return null;
        if (id is not "k1")
            return "One None";
        var account = world["account"]!;
        if (TextOf(account, "klantId").Text is not "k1" || string.IsNullOrEmpty(TextOf(account, "accountId").Text))
            return null;
        return TextOf(account, "status").Text switch
        {
            "GER" => "One Registered",
            "GEA" => "One Active",
            "GEB" => "One Blocked",
            "BEE" => "One None",
            _ => null,
        };
    }

    private string? Email()
    {
        if (request.Email is null)
            return "NoneOnRequest";
        if (Emails(world["tenant"]!, isOffice: false) is not { } own)
            return null;
        var privates = own.Where(one => one.IsPrivate).Select(one => one.Address).ToList();
        if (!privates.Contains(request.Email))
            return privates.Count is 0 ? "NoneKnown" : "Mismatch";
        var portal = Account() is "One Registered" or "One Active" or "One Blocked"
            ? TextOf(world["account"], "emailadres") : default;
        return portal.Spoiled || (!string.IsNullOrWhiteSpace(portal.Text) && !portal.Text.Contains('@', StringComparison.Ordinal))
            ? null
            : string.IsNullOrWhiteSpace(portal.Text) || portal.Text == request.Email ? "Match" : "PortalDiffers";
    }

    private string? Address()
    {
        var ids = UnitIds();
        var isThere = ids.Contains("11");
        var address = world["unit"]!["adres"];
        var key = AsAddress(address);
        if (!isThere || key.Text?.StartsWith("5611AB 12|", StringComparison.Ordinal) is not true)
            return ids.Any(string.IsNullOrWhiteSpace) || (isThere && key.Spoiled) ? null : "Problem";
        var (street, town) = (TextOf(address, "straatnaam"), (address as JsonObject)?["woonplaats"]);
        return street.Spoiled || town is not (null or JsonObject) || TextOf(town, "naam").Spoiled ? null
            : string.IsNullOrWhiteSpace(street.Text) || string.IsNullOrWhiteSpace(TextOf(town, "naam").Text) ? "Problem"
            : $"{street.Text} 12{(key.Text is "5611AB 12|" ? "" : $"-{key.Text[10..].ToUpperInvariant()}")}, "
            + $"5611 AB  {TextOf(town, "naam").Text!.ToUpperInvariant()}";
    }

    private string? Preference()
    {
        var number = TextOf(world["tenant"], "code");
        if (number.Spoiled || string.IsNullOrEmpty(number.Text))
            return null;
        if (number.Text is not "R31")
            return "paper";
        var preference = world["preference"]!;
        return TextOf(preference, "recipientId").Text is not "R31" ? null
            : TextOf(preference, "channel").Text switch
            {
                "paper" => "paper",
                "email" when TextOf(preference, "email").Text is { } address
                    && address.Contains('@', StringComparison.Ordinal) => "e-mail",
                _ => null,
            };
    }
}
