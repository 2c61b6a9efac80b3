using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Reads of Viewpoint what the wizard reads, at one party, and judges it. Nothing but readings is sent.</summary>
internal sealed class ViewpointContract(
    IServiceProvider services, IOptions<ViewpointOptions> options, TimeProvider time, ILogger<ViewpointContract> logger)
    : ISystemContract, IPartyLookup
{
    private const string Parties = "brg/v4/relaties";
    private const string Agreements = "bog/v4/overeenkomsten";
    private const string Units = "bvg/v4/eenheden";
    private const string Letters = "bdo/v4/informatieobjecten";
    private const string Contacts = "brg/v4/contactmomenten";
    private const string NoId = "999999999999";

    // In the form of a reference of ours, of a year in which there was no wizard.
    private const string NoReference = "AW-2000-00001-001";

    public ForeignSystem System => ForeignSystem.Viewpoint;

    public IReadOnlyList<Assumption> Assumptions { get; } =
        Expectations.Of(ForeignSystem.Viewpoint, ViewpointExpectations.All);

    private bool IsByHand => options.Value.Mode is SystemMode.Manual;

    /// <summary>Where there is no interface, the name is taken for the relation number that the other systems know.</summary>
    public async Task<CheckedParty?> FindAsync(string id, CancellationToken cancellation)
    {
        if (IsByHand)
            return new CheckedParty(id, id, null, null);
        var party = await Probe().GetAsync(VeraQuery.PathOf(Parties, id), cancellation);
        if (party.Body.Text("code") is not { Length: > 0 } number)
            return null;
        var home = party.Body.Each("adressen").FirstOrDefault(one => one.Code("soort") is "WOO")
            ?? party.Body.Each("adressen").FirstOrDefault();
        return new CheckedParty(id, number, home.Text("adres", "postcode"), home.Text("adres", "huisnummer"));
    }

    public async Task<IReadOnlyList<CheckedAssumption>> CheckAsync(CheckedParty? party, CancellationToken cancellation) =>
        Expectations.Judged(
            System,
            ViewpointExpectations.All,
            IsByHand || party is null ? null : await AskAsync(party, cancellation),
            IsByHand ? UntoldReason.ByHand : UntoldReason.NoParty);

    private async Task<ViewpointAnswers> AskAsync(CheckedParty party, CancellationToken cancellation)
    {
        var probe = Probe();
        var byId = await probe.GetAsync(VeraQuery.PathOf(Parties, party.Id), cancellation);
        var surname = byId.Body.Text("achternaam");
        var mail = byId.Body.Each("contactgegevens").Select(one => one.Text("waarde")).FirstOrDefault(value => value is not null);
        var street = byId.Body.Each("adressen").Select(one => one.Text("adres", "straatnaam"))
            .FirstOrDefault(name => name is not null);
        var agreements = await Ask(Agreements, ("relaties.id", party.Id));
        var agreement = agreements?.First.Text("id");
        var unit = agreements?.First.Each("eenheden").FirstOrDefault().Text("id");
        var letters = await Ask(Letters, ("relaties.id", party.Id));
        var contacts = await Ask(Contacts, ("relaties.id", party.Id));
        var (letter, contact) = (CodeIn(letters), CodeIn(contacts));
        var first = await Ask(Units, ("soort.code", "WOO"));
        var cursor = first?.Headers.GetValueOrDefault("X-Parameters-Cursor");
        return new ViewpointAnswers(probe, party, byId)
        {
            NoParty = await probe.GetAsync(VeraQuery.PathOf(Parties, NoId), cancellation),
            Surname = surname,
            ByName = await Ask(Parties, ("achternaam", surname?.ToUpperInvariant())),
            ByCode = await Ask(Parties, ("code", party.Number)),
            Contact = mail,
            ByContact = await Ask(Parties, ("contactgegevens.waarde", mail)),
            Street = street,
            UnitsInStreet = await Ask(Units, ("adres.straatnaam", street), ("adres.huisnummer", party.HouseNumber)),
            Administrators = await Ask(Parties, ("rollen.soort.code", "BWI"), ("rollen.rolRelatie.id", party.Id)),
            Flags = await Ask("brg/v4/signaleringen", ("relatie.id", party.Id)),
            Agreements = agreements,
            UnitId = unit,
            AgreementId = agreement,
            UnitAgreements = await Ask(Agreements, ("eenheden.id", unit)),
            Ended = await Ask(Agreements, ("status.code", "BEE")),
            Unit = unit is null ? null : await probe.GetAsync(VeraQuery.PathOf(Units, unit), cancellation),
            UnitsAtAddress = await Ask(
                Units, ("adres.postcode", party.Postcode?.Replace(" ", "", StringComparison.Ordinal)),
                ("adres.huisnummer", party.HouseNumber)),
            Arrangements = await Ask("inc/v4/betalingsregelingen", ("overeenkomst.id", agreement)),
            Dossiers = await Ask("bdo/v4/dossiers", ("relaties.id", party.Id)),
            Letters = letters,
            LetterCode = letter,
            LettersByCode = await Ask(Letters, ("code", letter)),
            Contacts = contacts,
            ContactCode = contact,
            ContactsByCode = await Ask(Contacts, ("code", contact)),
            FirstPage = first,
            SecondPage = cursor is null ? null : await Ask(Units, ("soort.code", "WOO"), ("cursor", cursor)),
        };

        // Without a value to ask by there is no question.
        async Task<ProbeAnswer?> Ask(string path, params (string Field, string? Value)[] filters) =>
            filters.Any(one => string.IsNullOrEmpty(one.Value))
                ? null
                : await probe.GetAsync(
                    new VeraQuery(path, [.. filters.Select(one => (one.Field, one.Value!))]).Page(null), cancellation);
    }

    private SystemProbe Probe() => new(
        new SystemHttp(
            "Viewpoint",
            services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ViewpointClient)),
            ViewpointClient.Errors,
            logger),
        time);

    private static string CodeIn(ProbeAnswer? found) =>
        found?.Items?.Select(one => one.Text("code")).FirstOrDefault(code => code is { Length: > 0 }) ?? NoReference;
}
