using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Overeenkomsten (BOG), of every soort, status and date; rent and other amounts are not read.</summary>
internal sealed class AgreementsApi(VeraCalls calls, UnitsApi units)
{
    private const string Path = "bog/v4/overeenkomsten";

    /// <summary>Of the units only the ids are known: who lives there is what this is asked for.</summary>
    public Task<Reply<IReadOnlyList<Agreement>>> OfUnitAsync(string unitId, CancellationToken cancellation) =>
        calls.ListAsync<AgreementWire, Agreement>(
            new(Path, ("eenheden.id", unitId)),
            agreement => VeraItems.Of(agreement.Eenheden).Any(unit => unit.Id == unitId),
            Map,
            cancellation);

    /// <summary>An agreement names its units by id, so each unit is read for its address.</summary>
    public async Task<Reply<IReadOnlyList<Agreement>>> OfPartyAsync(string partyId, CancellationToken cancellation)
    {
        var agreements = await calls.ListAsync<AgreementWire, Agreement>(
            new(Path, ("relaties.id", partyId)),
            agreement => VeraItems.Of(agreement.Relaties).Any(party => party.Id == partyId),
            Map,
            cancellation);
        return await agreements.ThenAsync(async found =>
        {
            var ids = found.SelectMany(agreement => agreement.Units).Select(unit => unit.Id).Distinct();
            var rented = await Replies.AllAsync(ids, id => units.ReadAsync(id, cancellation));
            return rented.Select(IReadOnlyList<Agreement> (all) =>
            [
                .. found.Select(agreement => agreement with
                {
                    Units = [.. agreement.Units.Select(unit => all.First(one => one.Id == unit.Id))],
                }),
            ]);
        });
    }

    private static Agreement Map(AgreementWire agreement) => new(
        agreement.Id!,
        VeraList.AgreementKind.Read(agreement.Soort),
        VeraList.AgreementStatus.Read(agreement.Status),
        new Period(agreement.Begindatum, agreement.Einddatum),
        [.. VeraItems.Of(agreement.Eenheden).Select(Map)],
        [.. VeraItems.Of(agreement.Relaties).Select(Map)]);

    private static RentalUnit Map(VeraKey unit) => new(VeraItems.Needed(unit.Id, "eenheden.id"), null, null, null);

    private static AgreementParty Map(AgreementPartyWire party) => new(
        VeraItems.Needed(party.Id, "relaties.id"),
        VeraItems.Listed(VeraList.PartyKind.Read(party.Soort), VeraList.PartyKind).Is("REC"),
        [.. VeraItems.Of(party.Rollen).Select(role => role.Map())]);

    private sealed record AgreementWire(
        string? Id = null,
        VeraCode? Soort = null,
        VeraCode? Status = null,
        DateOnly? Begindatum = null,
        DateOnly? Einddatum = null,
        IReadOnlyList<VeraKey?>? Eenheden = null,
        IReadOnlyList<AgreementPartyWire?>? Relaties = null) : IVeraMessage;

    private sealed record AgreementPartyWire(string? Id = null, VeraCode? Soort = null, IReadOnlyList<VeraRole?>? Rollen = null);
}
