using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// Finds whom a request is about, along the instruction's path object, relatie: everybody on the address, by agreement or by
/// home address, whose name fits and whose date of birth and relatienummer, where given, do not differ.
/// </summary>
public sealed class PersonSearch(IViewpoint viewpoint)
{
    /// <summary>
    /// The finding, or the silence of a question that was not answered. <paramref name="chosenPartyId"/> is the candidate a
    /// person chose, if any.
    /// </summary>
    public async Task<Reply<PersonFinding>> FindAsync(
        ActivationRequest request, string? chosenPartyId, CancellationToken cancellation)
    {
        var units = await viewpoint.FindUnitsAsync(request.Address, cancellation);
        var onAddress = await units.ThenAsync(
            found => Replies.AllAsync(found, unit => viewpoint.AgreementsOfUnitAsync(unit.Id, cancellation)));
        return await onAddress.ThenAsync(async lists =>
        {
            var agreements = lists.SelectMany(list => list).ToList();
            var ids = agreements.SelectMany(agreement => agreement.Parties).Select(party => party.PartyId).Distinct();
            var onAgreements = await Replies.AllAsync(ids, id => viewpoint.ReadPartyAsync(id, cancellation));
            return await onAgreements.ThenAsync(async tenants =>
            {
                var named = await Replies.AllAsync(
                    NameMatching.SurnamesToTry(request.Name), surname => viewpoint.FindPartiesAsync(surname, cancellation));
                return await named.ThenAsync(lists =>
                {
                    IReadOnlyList<Party> parties = [.. lists.SelectMany(list => list)];
                    return Task.FromResult(Find(request, [.. tenants.OfType<Party>()], parties, agreements, chosenPartyId));
                });
            });
        });
    }

    private static Reply<PersonFinding> Find(
        ActivationRequest request,
        IReadOnlyList<Party> tenants,
        IReadOnlyList<Party> named,
        IReadOnlyList<Agreement> agreements,
        string? chosenPartyId)
    {
        if (agreements.Any(agreement => agreement.HasUnreadableParties))
            return new Reply<PersonFinding>.NotAnswered(FailureReason.Nonsense);

        // One whose id could not be read is nobody else's double.
        var known = tenants.Select(party => party.Id).ToHashSet(StringComparer.Ordinal);
        var others = named
            .Where(party => party.Id.Length is 0 || known.Add(party.Id))
            .ToLookup(party => party.LivesAt(request.Address));
        var mayLive = others[null].ToHashSet();
        IReadOnlyList<Party> parties = [.. tenants, .. others[true], .. mayLive];
        var finding = Choose(request, parties, agreements, chosenPartyId);
        return PersonDoubts.Exist(finding, request, parties, mayLive, chosenPartyId)
            ? new Reply<PersonFinding>.NotAnswered(FailureReason.Nonsense)
            : new Reply<PersonFinding>.Answered(finding);
    }

    private static PersonFinding Choose(
        ActivationRequest request, IReadOnlyList<Party> parties, IReadOnlyList<Agreement> agreements, string? chosenPartyId)
    {
        var fitting = parties
            .Where(party => NameMatching.Fits(request.Name, party)
                && (request.BirthDate is null || party.BirthDate is null || request.BirthDate == party.BirthDate)
                && (string.IsNullOrWhiteSpace(request.PartyCode) || party.Unreadable.HasFlag(PartyParts.Code)
                    || request.PartyCode.Trim() == party.Code))
            .OrderBy(party => party.Id, StringComparer.Ordinal)
            .ToList();
        if (fitting.Find(party => party.Id == chosenPartyId) is { } chosen)
            fitting = [chosen];

        return fitting switch
        {
            [] => new PersonFinding(PersonMatch.NotFound, null, []),
            [var one] => new PersonFinding(one.IsDeceased ? PersonMatch.Deceased : PersonMatch.Found, one, []),
            _ => new PersonFinding(PersonMatch.Several, null, [.. fitting.Select(party => CandidateOf(party, agreements))]),
        };
    }

    private static PersonCandidate CandidateOf(Party party, IReadOnlyList<Agreement> agreements)
    {
        var latest = agreements
            .Where(agreement => agreement.Parties.Any(one => one.PartyId == party.Id))
            .MaxBy(agreement => agreement.Runs.From);
        return new PersonCandidate(party, latest?.Runs.From, latest?.Runs.Until);
    }
}
