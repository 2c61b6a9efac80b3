using System.Globalization;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Relaties (BRG): who they are, what they can be reached by, whom they act for.</summary>
internal sealed class PartiesApi(VeraCalls calls, TimeProvider time)
{
    private const string Path = "brg/v4/relaties";

    /// <summary>By achternaam, and by naam for legal entities; relatiegroepen are nobody.</summary>
    public async Task<Reply<IReadOnlyList<Party>>> NamedAsync(string surname, CancellationToken cancellation)
    {
        var persons = Named("achternaam", party => party.Achternaam);
        var entities = Named("naam", party => party.Naam);
        return await (await persons).ThenAsync(async found =>
            (await entities).Select(IReadOnlyList<Party> (more) => [.. found.Concat(more).OfType<Party>().DistinctBy(party => party.Id)]));

        Task<Reply<IReadOnlyList<Party?>>> Named(string field, Func<PartyWire, string?> name) => calls.ListAsync<PartyWire, Party?>(
            new(Path, (field, surname)),
            party => IsSameName(name(party), surname),
            party => PartyMapping.IsSomebody(party) ? PartyMapping.Tenant(party, Today) : null,
            cancellation);
    }

    public Task<Reply<Party?>> ReadAsync(string partyId, CancellationToken cancellation) =>
        calls.OneAsync<PartyWire, Party>(Path, partyId, party => PartyMapping.Tenant(party, Today), cancellation);

    /// <summary>RELATIESOORT of a party, which every pointer to it has to carry; null when Viewpoint does not know the id.</summary>
    public Task<Reply<Coded?>> KindAsync(string partyId, CancellationToken cancellation) =>
        calls.OneAsync<PartyWire, Coded>(Path, partyId, PartyMapping.KindOf, cancellation);

    /// <summary>
    /// Soort and rolRelatie have to be met by one role, which the filter does not promise: a party that meets them by two roles acts for somebody else.
    /// </summary>
    public async Task<Reply<IReadOnlyList<Party>>> ActingForAsync(string tenantId, string role, CancellationToken cancellation)
    {
        var parties = await calls.ListAsync<PartyWire, Party>(
            new(Path, ("rollen.soort.code", role), ("rollen.rolRelatie.id", tenantId)),
            party => VeraItems.Of(party.Rollen).Any(one => one.Soort?.Code == role)
                && VeraItems.Of(party.Rollen).Any(one => one.RolRelatie?.Id == tenantId),
            party => PartyMapping.Office(party, Today),
            cancellation);
        return parties.Select(IReadOnlyList<Party> (found) =>
        [
            .. found
                .Select(party => party with { Roles = [.. party.Roles.Where(one => one.Kind.Is(role) && one.PlayedFor == tenantId)] })
                .Where(party => party.Roles.Count > 0),
        ]);
    }

    private DateOnly Today => DutchCalendar.Today(time);

    private static bool IsSameName(string? found, string asked) => CultureInfo.InvariantCulture.CompareInfo.Compare(
        found?.Trim(), asked.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) is 0;
}
