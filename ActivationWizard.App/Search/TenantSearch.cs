using System.Globalization;
using ActivationWizard.App.Background;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Search;

/// <summary>Somebody in Viewpoint, with what tells one from another.</summary>
/// <param name="PartyId">Viewpoint's id.</param>
/// <param name="Name">As on an envelope.</param>
/// <param name="BornIn">The year; null when not registered.</param>
/// <param name="Address">Of the last agreement; null when there is none.</param>
/// <param name="Runs">That agreement's time; null when there is none.</param>
/// <param name="OpenRequests">This person's requests that are open, the longest waiting first.</param>
public sealed record FoundTenant(
    string PartyId, string Name, int? BornIn, string? Address, Period? Runs, IReadOnlyList<CaseSummary> OpenRequests)
{
    /// <summary>Relatienummer; null when none could be read.</summary>
    public string? Code { get; init; }
}

/// <summary>Whom a search found in Viewpoint, and why it may not be all.</summary>
/// <param name="Tenants">At most <see cref="TenantSearch.MostPeople"/>.</param>
/// <param name="Why">Why Viewpoint gave no answer; null when it did.</param>
public sealed record FoundTenants(IReadOnlyList<FoundTenant> Tenants, FailureReason? Why)
{
    /// <summary>Nobody, and nothing was wrong.</summary>
    public static FoundTenants Nobody { get; } = new([], null);

    /// <summary>What may have been meant, each a text to search by; only where nobody was found.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}

/// <summary>
/// Finds people in Viewpoint for whoever is on the phone or at the counter, by whatever the person says: see <see
/// cref="TenantClue"/>. Reads only.
/// </summary>
public sealed class TenantSearch(
    CurrentActor current, IViewpoint viewpoint, ITenantLookup lookup, CaseFeed feed, CaseAccesses accesses,
    CasePseudonyms pseudonyms)
{
    /// <summary>The new request's field that says for whom it is, by Viewpoint's id.</summary>
    public const string PartyField = "relatie";

    /// <summary>How many people are shown.</summary>
    public const int MostPeople = 10;

    /// <summary>
    /// The people that the text points at; nobody for a text that is no clue to anybody. That somebody searched is written down
    /// first. With <paramref name="suggests"/>, and nobody found, Viewpoint is asked for other spellings.
    /// </summary>
    public async Task<FoundTenants> FindAsync(string text, bool suggests, CancellationToken cancellation)
    {
        var actor = await current.GetAsync();
        actor.Demand(Operation.OpenCase);
        var clues = TenantClue.Of(text);
        var people = (await Replies.AllAsync(clues, clue => PeopleAsync(clue, cancellation)))
            .Select(IReadOnlyList<Party> (lists) => [.. lists.SelectMany(list => list)]);
        var found = await people.ThenAsync(
            list => DescribedAsync([.. list.DistinctBy(one => one.Id).Take(MostPeople)], cancellation));
        await accesses.RecordSearchAsync(
            AccessKind.PeopleSearch, text, found is Reply<IReadOnlyList<FoundTenant>>.Answered some ? some.Value.Count : 0,
            actor, cancellation);
        return found switch
        {
            Reply<IReadOnlyList<FoundTenant>>.Answered { Value: [] } => FoundTenants.Nobody with
            {
                Suggestions = suggests ? await new TenantSuggestions(viewpoint, lookup).OfAsync(clues, cancellation) : [],
            },
            Reply<IReadOnlyList<FoundTenant>>.Answered answered => new FoundTenants(answered.Value, null),
            Reply<IReadOnlyList<FoundTenant>>.NotAnswered silent => new FoundTenants([], silent.Why),
            _ => FoundTenants.Nobody,
        };
    }

    /// <summary>
    /// A request for this person with everything filled in that Viewpoint knows; null when it does not answer or knows nobody.
    /// An id can be walked: that somebody asked is written down as a search by number.
    /// </summary>
    public async Task<IntakeFields?> FieldsAsync(string partyId, CancellationToken cancellation)
    {
        var actor = await current.GetAsync();
        actor.Demand(Operation.OpenCase);
        var found = (await viewpoint.ReadPartyAsync(partyId, cancellation) as Reply<Party?>.Answered)?.Value;
        await accesses.RecordSearchAsync(AccessKind.PeopleSearch, partyId, found is null ? 0 : 1, actor, cancellation);
        if (found is not { } party)
            return null;

        var last = await viewpoint.AgreementsOfPartyAsync(partyId, cancellation)
            is Reply<IReadOnlyList<Agreement>>.Answered agreements
            ? LastOf(party, agreements.Value)
            : null;
        var at = last?.Units.Select(unit => unit.Key)
            .OfType<AddressKey>().FirstOrDefault() ?? (party.HomeAddresses is [var home, ..] ? home : null);
        return new IntakeFields
        {
            Name = party.Name.OnEnvelope,
            Postcode = at?.Postcode.Spaced,
            HouseNumber = at?.HouseNumber.Number.ToString(CultureInfo.InvariantCulture),
            Letter = at?.HouseNumber.Letter,
            Addition = at?.HouseNumber.Addition,
            BirthDate = party.BirthDate?.ToString("d-M-yyyy", CultureInfo.InvariantCulture),
            PartyCode = party.Code,
        };
    }

    private Task<Reply<IReadOnlyList<Party>>> PeopleAsync(TenantClue clue, CancellationToken cancellation) => clue switch
    {
        TenantClue.At at => ResidentsAsync(viewpoint.FindUnitsAsync(at.Address, cancellation), cancellation),
        TenantClue.InStreet there =>
            ResidentsAsync(lookup.FindUnitsInStreetAsync(there.Street, there.Number, cancellation), cancellation),
        TenantClue.Mailed mailed => lookup.FindByEmailAsync(mailed.Email, cancellation),
        TenantClue.Called called => lookup.FindByTelephoneAsync(called.Number, cancellation),
        TenantClue.Coded coded => lookup.FindByCodeAsync(coded.Code, cancellation),
        TenantClue.Named named => NamedAsync(named.Name, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(clue)),
    };

    private static Agreement? LastOf(Party party, IEnumerable<Agreement> agreements) => agreements
        .Where(agreement => agreement.Parties.Any(one => one.PartyId == party.Id))
        .MaxBy(agreement => agreement.Runs.From);

    private async Task<Reply<IReadOnlyList<Party>>> ResidentsAsync(
        Task<Reply<IReadOnlyList<RentalUnit>>> asked, CancellationToken cancellation)
    {
        var units = await asked;
        var agreements = await units.ThenAsync(
            found => Replies.AllAsync(found, unit => viewpoint.AgreementsOfUnitAsync(unit.Id, cancellation)));
        var parties = await agreements.ThenAsync(lists => Replies.AllAsync(
            lists.SelectMany(list => list).SelectMany(one => one.Parties).Select(one => one.PartyId).Distinct().Take(MostPeople),
            id => viewpoint.ReadPartyAsync(id, cancellation)));
        return parties.Select(IReadOnlyList<Party> (list) => [.. list.OfType<Party>()]);
    }

    private async Task<Reply<IReadOnlyList<Party>>> NamedAsync(string text, CancellationToken cancellation)
    {
        var lists = await Replies.AllAsync(
            NameMatching.SurnamesToTry(text), surname => viewpoint.FindPartiesAsync(surname, cancellation));
        return lists.Select(IReadOnlyList<Party> (found) => [.. found.SelectMany(list => list)]);
    }

    private async Task<Reply<IReadOnlyList<FoundTenant>>> DescribedAsync(
        IReadOnlyList<Party> parties, CancellationToken cancellation)
    {
        var agreements = await Replies.AllAsync(parties, party => viewpoint.AgreementsOfPartyAsync(party.Id, cancellation));
        var open = parties.Count is 0 ? [] : (await feed.LookAsync(cancellation)).Open;
        return agreements.Select(IReadOnlyList<FoundTenant> (lists) =>
        [
            .. parties.Zip(lists, (party, own) =>
            {
                var last = LastOf(party, own);
                var unit = last is { Units: [var first, ..] } ? first : null;
                // By its pseudonym where it was read, by its name where this instance wrote it.
                var kept = pseudonyms.OfTenant(party.Id);
                return new FoundTenant(
                    party.Id,
                    party.Name.OnEnvelope,
                    party.BirthDate?.Year,
                    unit?.Postal?.ToString() ?? unit?.Key?.ToString(),
                    last?.Runs,
                    [.. open.Where(one => one.PartyId == kept || one.PartyId == party.Id)])
                {
                    Code = party.Code is { Length: > 0 } code ? code : null,
                };
            }),
        ]);
    }
}
