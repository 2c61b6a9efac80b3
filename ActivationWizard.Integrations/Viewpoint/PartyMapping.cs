using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Turns VERA's relatie into the domain's party.</summary>
internal static class PartyMapping
{
    private const string LegalEntity = "REC";
    private const string Group = "GRO";
    private const string Home = "WOO";

    /// <summary>RELATIESOORT of a party, which VERA demands.</summary>
    public static Coded KindOf(PartyWire party) => VeraList.PartyKind.Read(party.Soort);

    /// <summary>False for a relatiegroep, such as a household.</summary>
    public static bool IsSomebody(PartyWire party) => !KindOf(party).Is(Group);

    /// <summary>
    /// A tenant, or who lives with one. An address that is neither privé nor zakelijk is neither of the two the rules know, and
    /// the roles somebody plays say nothing about who plays one for them.
    /// </summary>
    public static Party Tenant(PartyWire party, DateOnly today)
    {
        var kind = KindOf(party);
        var isLegalEntity = kind.Is(LegalEntity);
        var initials = party.Voorletters is { Value: null, IsUnreadable: false } ? party.Initialen : party.Voorletters;
        Field<string>[] names = kind.Is(Group) ? []
            : isLegalEntity ? [party.Naam]
            : [party.Achternaam, party.Tussenvoegsels, initials, party.Voornaam];
        var homes = party.Adressen.Select(address => HomeOf(address, today)).OfType<HomeReading>().ToList();
        return Map(party, [], detail => detail is { Code: "PRI" or "ZAK" }) with
        {
            IsLegalEntity = isLegalEntity,
            Name = isLegalEntity ? new PartyName(party.Naam.Value ?? "")
                : kind.Is(Group) ? new PartyName("")
                : new(party.Achternaam.Value ?? "", party.Tussenvoegsels.Value, initials.Value, party.Voornaam.Value),
            BirthDate = party.Geboortedatum.Value,
            IsDeceased = party.Overlijdensdatum.Value is not null,
            HomeAddresses = [.. homes.Where(home => home.IsCertain).Select(home => home.Key).OfType<AddressKey>().Distinct()],
            PossibleHomes = Possible(homes),
            Unreadable = Part(PartyParts.Id, string.IsNullOrWhiteSpace(party.Id.Value))
                | Part(PartyParts.Kind, !kind.Listed)
                | Part(PartyParts.Name, names.Any(name => name.IsUnreadable))
                | Part(PartyParts.BirthDate, party.Geboortedatum.IsUnreadable)
                | Part(PartyParts.Death, party.Overlijdensdatum.IsUnreadable)
                | Part(PartyParts.Code, party.Code.IsUnreadable)
                | Part(PartyParts.Homes, homes.Any(home => home is { IsCertain: false, Key: null })),
        };
    }

    /// <summary>
    /// An administrator or curator, with the roles that are asked for. Whatever its detailSoort, an address of the office is an
    /// address of the office.
    /// </summary>
    public static Party Office(PartyWire party, IReadOnlyList<PartyRole> roles) => Map(party, roles, _ => true) with
    {
        IsLegalEntity = KindOf(party).Is(LegalEntity),
        Name = party.Naam.Value is { } name
            ? new PartyName(name)
            : new(party.Achternaam.Value ?? "", party.Tussenvoegsels.Value, party.Voorletters.Value ?? party.Initialen.Value),
    };

    private static Party Map(PartyWire party, IReadOnlyList<PartyRole> roles, Func<Coded?, bool> isRead)
    {
        var emails = Contacts.Emails(party, isRead);
        return new Party(
            party.Id.Value ?? "",
            party.Code.Value ?? "",
            IsLegalEntity: false,
            new PartyName(""),
            BirthDate: null,
            IsDeceased: false,
            [.. (emails ?? []).Select(Email).OfType<EmailContact>()],
            HomeAddresses: [],
            roles)
        {
            HasUnreadableEmails = emails is null,
        };
    }

    // An address that is none is left out: a request cannot match it, so the code goes by letter, as it does when none is known.
    // That it is there is not forgotten: see PartiesApi.CorrectAsync.
    private static EmailContact? Email(ContactWire contact) => EmailAddress.TryParse(contact.Waarde.Value, out var address)
        ? new EmailContact(contact.Id.Value, contact.DetailSoort.Value?.Code is "PRI", address)
        : null;

    // Null for what is certainly no home of today. One that may be is a home that is not certain; without a key it may be
    // anywhere.
    private static HomeReading? HomeOf(PartyAddressWire? address, DateOnly today)
    {
        if (address is null)
            return new HomeReading(null, IsCertain: false);

        var kind = VeraList.PartyAddressKind.ReadOptional(address.Soort);
        var runs = VeraPeriod.Of(address.Begindatum, address.Einddatum);
        if (kind is null || (kind.Listed && !kind.Is(Home)) || (!runs.IsUnreadable && !runs.Holds(today)))
            return null;
        if (address.Adres.IsUnreadable || address.Adres.Value?.IsKeyUnreadable is true)
            return new HomeReading(null, IsCertain: false);

        return address.Adres.Value?.Key is { } key ? new HomeReading(key, kind.Listed && !runs.IsUnreadable) : null;
    }

    private static AddressKey[]? Possible(IEnumerable<HomeReading> homes) =>
        homes.Where(home => !home.IsCertain).Select(home => home.Key).OfType<AddressKey>().Distinct().ToArray()
            is { Length: > 0 } some ? some : null;

    private static PartyParts Part(PartyParts part, bool isUnreadable) => isUnreadable ? part : PartyParts.None;

    private sealed record HomeReading(AddressKey? Key, bool IsCertain);
}
