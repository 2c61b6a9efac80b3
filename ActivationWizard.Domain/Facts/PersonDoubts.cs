using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// Whether a finding about persons rests on something of theirs that could not be read. Somebody who cannot be the person,
/// because their address is another, is not in the finding's list and so never raises a doubt.
/// </summary>
internal static class PersonDoubts
{
    /// <summary>True when the finding would perhaps be another, could all of it be read.</summary>
    /// <param name="finding">Made as if what could not be read did not differ from the request.</param>
    /// <param name="request">What came in.</param>
    /// <param name="parties">Everybody who lives at the address or may.</param>
    /// <param name="mayLive">Those of them of whom that is not certain.</param>
    /// <param name="chosenPartyId">The candidate that a person chose: then nobody else matters.</param>
    public static bool Exist(
        PersonFinding finding,
        ActivationRequest request,
        IReadOnlyList<Party> parties,
        IReadOnlySet<Party> mayLive,
        string? chosenPartyId)
    {
        IReadOnlyList<Party> persons = finding.Party is { } one
            ? [one]
            : [.. finding.Candidates.Select(candidate => candidate.Party)];
        var isChosen = finding.Party is not null && finding.Party.Id == chosenPartyId;
        var needed = Needed(request, isOnlyOne: finding.Party is not null);
        return persons.Any(party => mayLive.Contains(party) || (party.Unreadable & needed) != 0)
            || (!isChosen && parties.Any(party => (party.Unreadable & (PartyParts.Kind | PartyParts.Name)) != 0));
    }

    private static PartyParts Needed(ActivationRequest request, bool isOnlyOne) =>
        PartyParts.Id | PartyParts.Kind | PartyParts.Name
        | (request.BirthDate is null ? PartyParts.None : PartyParts.BirthDate)
        | (string.IsNullOrWhiteSpace(request.PartyCode) ? PartyParts.None : PartyParts.Code)
        | (isOnlyOne ? PartyParts.Death : PartyParts.None);
}
