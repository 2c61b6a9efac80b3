using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// Finds whom a request is about, along the instruction's path object, relatie: everybody on the address, by agreement or by
/// home address, whose name fits and whose date of birth and relatienummer, where given, do not differ. Who only nearly fits is
/// a candidate for a person to choose, and never found.
/// </summary>
public sealed class PersonSearch(IViewpoint viewpoint)
{
    /// <summary>
    /// More units than this at one number, none of them the request's, are a block of flats in which the request names no home.
    /// </summary>
    public const int MostNeighbours = 12;

    /// <summary>
    /// The finding, or the silence of a question that was not answered. <paramref name="chosenPartyId"/> is the candidate a
    /// person chose, if any.
    /// </summary>
    public async Task<Reply<PersonFinding>> FindAsync(
        ActivationRequest request, string? chosenPartyId, CancellationToken cancellation)
    {
        var units = await viewpoint.FindUnitsAsync(request.Address, cancellation);
        return await units.ThenAsync(async exact =>
        {
            var around = exact.Count > 0 ? units : await NeighboursAsync(request.Address, cancellation);
            return await around.ThenAsync(async found =>
            {
                var onAgreements = await OnAgreementsAsync(found, isThere: exact.Count > 0, cancellation);
                return await onAgreements.ThenAsync(async tenants =>
                {
                    var named = await Replies.AllAsync(
                        NameMatching.SurnamesToTry(request.Name), surname => viewpoint.FindPartiesAsync(surname, cancellation));
                    return await named.ThenAsync(lists => Task.FromResult(Find(
                        request, [.. tenants, .. AtHome(request, lists.SelectMany(list => list))],
                        exact.Count > 0, chosenPartyId)));
                });
            });
        });
    }

    private async Task<Reply<IReadOnlyList<RentalUnit>>> NeighboursAsync(AddressKey address, CancellationToken cancellation)
    {
        var units = await viewpoint.FindUnitsAtNumberAsync(address, cancellation);
        return units.Select(IReadOnlyList<RentalUnit> (found) => found.Count > MostNeighbours ? [] : found);
    }

    private async Task<Reply<IReadOnlyList<Resident>>> OnAgreementsAsync(
        IReadOnlyList<RentalUnit> units, bool isThere, CancellationToken cancellation)
    {
        var agreements = await Replies.AllAsync(units, unit => viewpoint.AgreementsOfUnitAsync(unit.Id, cancellation));
        return await agreements.ThenAsync(async lists =>
        {
            // Who stands on an agreement of another unit is nobody's double.
            if (isThere && lists.Any(list => list.Any(agreement => agreement.HasUnreadableParties)))
                return new Reply<IReadOnlyList<Resident>>.NotAnswered(FailureReason.Nonsense);

            var tenancies = units.Zip(lists)
                .SelectMany(pair => pair.Second.Select(agreement => (pair.First.Key, Agreement: agreement)))
                .SelectMany(one => one.Agreement.Parties.Select(party => (party.PartyId, one.Agreement.Runs, one.Key)))
                .GroupBy(one => one.PartyId)
                .Select(one => one.MaxBy(tenancy => tenancy.Runs.From))
                .ToList();
            var parties = await Replies.AllAsync(
                tenancies.Select(one => one.PartyId), id => viewpoint.ReadPartyAsync(id, cancellation));
            return parties.Select(IReadOnlyList<Resident> (found) =>
            [
                .. found.Zip(tenancies)
                    .Where(pair => pair.First is not null)
                    .Select(pair => new Resident(pair.First!, isThere, pair.Second.Key, pair.Second.Runs)),
            ]);
        });
    }

    // Whoever lives at the address or may, and whoever lives at the same number.
    private static IEnumerable<Resident> AtHome(ActivationRequest request, IEnumerable<Party> named) => named
        .Select(party => party.LivesAt(request.Address) is false
            ? new Resident(party, false, party.HomeAddresses.FirstOrDefault(request.Address.IsAtNumberOf), null)
            : new Resident(party, true, request.Address, null) { IsUnsure = party.LivesAt(request.Address) is null })
        .Where(resident => resident.At is not null);

    private static Reply<PersonFinding> Find(
        ActivationRequest request, IReadOnlyList<Resident> residents, bool isUnitKnown, string? chosenPartyId)
    {
        // One whose id could not be read is nobody else's double.
        var known = new HashSet<string>(StringComparer.Ordinal);
        var people = residents
            .OrderByDescending(one => one.IsThere)
            .Where(one => one.Party.Id.Length is 0 || known.Add(one.Party.Id))
            .ToList();
        var there = people.Where(one => one.IsThere).ToList();
        var finding = Choose(request, people, isUnitKnown || there.Count > 0, chosenPartyId);
        var mayLive = there.Where(one => one.IsUnsure).Select(one => one.Party).ToHashSet();
        return PersonDoubts.Exist(finding, request, [.. there.Select(one => one.Party)], mayLive, chosenPartyId)
            ? new Reply<PersonFinding>.NotAnswered(FailureReason.Nonsense)
            : new Reply<PersonFinding>.Answered(finding);
    }

    private static PersonFinding Choose(
        ActivationRequest request, IReadOnlyList<Resident> people, bool isAddressKnown, string? chosenPartyId)
    {
        var possible = people
            .Where(one => Agrees(request, one.Party))
            .Select(one => (Resident: one, Name: NameMatching.Compare(request.Name, one.Party)))
            .ToList();
        var fitting = possible
            .Where(one => one is { Resident.IsThere: true, Name: NameComparison.Fits })
            .Select(one => one.Resident)
            .ToList();
        // One thing may be written differently, the name or the address.
        var near = possible
            .Where(one => one.Name is NameComparison.Fits || (one.Resident.IsThere && one.Name is NameComparison.Nearly))
            .Select(one => one.Resident)
            .ToList();
        if ((fitting.Count > 0 ? fitting : near).Find(one => one.Party.Id == chosenPartyId) is { } chosen)
            fitting = [chosen];

        return (fitting, near) switch
        {
            ([var one], _) => new PersonFinding(one.Party.IsDeceased ? PersonMatch.Deceased : PersonMatch.Found, one.Party, []),
            ([], []) => new PersonFinding(PersonMatch.NotFound, null, [])
            {
                Doubt = isAddressKnown ? PersonDoubt.NobodyOfThatName : PersonDoubt.AddressNotKnown,
            },
            ([], _) => Several(request, near) with { Doubt = PersonDoubt.WrittenDifferently },
            _ => Several(request, fitting),
        };
    }

    private static bool Agrees(ActivationRequest request, Party party) =>
        (request.BirthDate is null || party.BirthDate is null || request.BirthDate == party.BirthDate)
        && (string.IsNullOrWhiteSpace(request.PartyCode) || party.Unreadable.HasFlag(PartyParts.Code)
            || request.PartyCode.Trim() == party.Code);

    private static PersonFinding Several(
        ActivationRequest request, IEnumerable<Resident> residents) => new(PersonMatch.Several, null,
    [
        .. residents.OrderBy(one => one.Party.Id, StringComparer.Ordinal)
            .Select(one => new PersonCandidate(one.Party, one.Runs?.From, one.Runs?.Until)
            {
                At = one.At == request.Address ? null : one.At,
            }),
    ]);

    // By an agreement on the unit, or by a home address: then there is no agreement to show.
    private sealed record Resident(Party Party, bool IsThere, AddressKey? At, Period? Runs)
    {
        // Whether this is the home could not be read.
        public bool IsUnsure { get; init; }
    }
}
