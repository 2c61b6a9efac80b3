using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Overeenkomsten (BOG), of every soort, status and date; rent and other amounts are not read.</summary>
internal sealed class AgreementsApi(VeraCalls calls, UnitsApi units)
{
    private const string Path = "bog/v4/overeenkomsten";

    /// <summary>Of the units only the ids are known: who lives there is what this is asked for.</summary>
    public Task<Reply<IReadOnlyList<Agreement>>> OfUnitAsync(string unitId, CancellationToken cancellation) =>
        calls.ListAsync<AgreementWire, Agreement>(
            new(Path, ("eenheden.id", unitId)),
            agreement => VeraPointer.MayPointTo(agreement.Eenheden, unitId),
            Map,
            cancellation);

    /// <summary>An agreement names its units by id, so each unit is read for its address.</summary>
    public async Task<Reply<IReadOnlyList<Agreement>>> OfPartyAsync(string partyId, CancellationToken cancellation)
    {
        var agreements = await calls.ListAsync<AgreementWire, Agreement>(
            new(Path, ("relaties.id", partyId)),
            agreement => agreement.Relaties.Any(party => party is null || party.MayBe(partyId)),
            Map,
            cancellation);
        return await agreements.ThenAsync(async found =>
        {
            var ids = found.SelectMany(agreement => agreement.Units).Select(unit => unit.Id).Distinct();
            var rented = await Replies.AllAsync(ids, id => units.ReadAsync(id, cancellation));
            return rented.Select(IReadOnlyList<Agreement> (all) =>
            {
                var byId = all.ToDictionary(unit => unit.Id, StringComparer.Ordinal);
                return [.. found.Select(one => one with { Units = [.. one.Units.Select(unit => byId[unit.Id])] })];
            });
        });
    }

    private static Agreement Map(AgreementWire agreement) => new(
        agreement.Id.Value ?? "",
        VeraList.AgreementKind.Read(agreement.Soort),
        VeraList.AgreementStatus.Read(agreement.Status),
        VeraPeriod.Of(agreement.Begindatum, agreement.Einddatum),
        [.. agreement.Eenheden.Select(unit => unit?.Id.Value).Where(IsId).Select(id => new RentalUnit(id!, null, null, null))],
        [.. agreement.Relaties.OfType<AgreementPartyWire>().Where(party => IsId(party.Id.Value)).Select(Map)])
    {
        HasUnreadableUnits = agreement.Eenheden.Any(unit => !IsId(unit?.Id.Value)),
        HasUnreadableParties = agreement.Relaties.Any(party => !IsId(party?.Id.Value)),
    };

    private static AgreementParty Map(AgreementPartyWire party)
    {
        var kind = VeraList.PartyKind.Read(party.Soort);
        return new AgreementParty(party.Id.Value!, kind.Is("REC"), [.. party.Rollen.Readable.Select(role => role.Map())])
        {
            IsUnreadable = !kind.Listed,
            HasUnreadableRoles = party.Rollen.HasUnreadable,
        };
    }

    private static bool IsId(string? id) => !string.IsNullOrWhiteSpace(id);

    // Who lives at a unit takes relaties.id and nothing else; of a party all of it is needed, of other parties only what tells a
    // legal entity that rents.
    private sealed record AgreementWire(
        Field<string> Id = default,
        Field<VeraCode> Soort = default,
        Field<VeraCode> Status = default,
        Field<DateOnly?> Begindatum = default,
        Field<DateOnly?> Einddatum = default,
        Items<VeraPointer> Eenheden = default,
        Items<AgreementPartyWire> Relaties = default) : IVeraMessage;

    private sealed record AgreementPartyWire(
        Field<string> Id = default, Field<VeraCode> Soort = default, Items<VeraRole> Rollen = default)
    {
        public bool MayBe(string id) => Id.IsUnreadable || Id.Value == id;
    }
}
