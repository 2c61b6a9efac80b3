using System.Globalization;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Relaties (BRG): who they are, what they can be reached by, whom they act for.</summary>
internal sealed class PartiesApi(VeraCalls calls, TimeProvider time)
{
    private const string Path = "brg/v4/relaties";
    private const string UnknownParty = "onbekende-relatie";

    /// <summary>By achternaam, and by naam for legal entities; relatiegroepen are nobody.</summary>
    public async Task<Reply<IReadOnlyList<Party>>> NamedAsync(string surname, CancellationToken cancellation)
    {
        var persons = Named("achternaam", party => party.Achternaam);
        var entities = Named("naam", party => party.Naam);
        return await (await persons).ThenAsync(async found => (await entities).Select(IReadOnlyList<Party> (more) =>
            [.. found.Concat(more).OfType<Party>().DistinctBy(party => party.Id)]));

        Task<Reply<IReadOnlyList<Party?>>> Named(string field, Func<PartyWire, string?> name) =>
            calls.ListAsync<PartyWire, Party?>(
                new(Path, (field, surname)),
                party => IsSameName(name(party), surname),
                party => PartyMapping.IsSomebody(party) ? PartyMapping.Tenant(party, Today) : null,
                cancellation);
    }

    public Task<Reply<Party?>> ReadAsync(string partyId, CancellationToken cancellation) =>
        calls.OneAsync<PartyWire, Party>(Path, partyId, party => PartyMapping.Tenant(party, Today), cancellation);

    /// <summary>
    /// Registers something about a party. VERA wants the party's soort along with its id, so that is read first: where it cannot
    /// be, nothing is sent.
    /// </summary>
    public async Task<EffectOutcome<NoResult>> PointToAsync(
        string partyId, Func<VeraKey, Task<EffectOutcome<NoResult>>> register, CancellationToken cancellation) =>
        await calls.OneAsync<PartyWire, Coded>(Path, partyId, PartyMapping.KindOf, cancellation) switch
        {
            Reply<Coded?>.Answered { Value: { } kind } => await register(new VeraKey(partyId, new VeraCode(kind.Code))),
            Reply<Coded?>.NotAnswered silent => new EffectOutcome<NoResult>.NotDone(silent.Why),
            _ => new EffectOutcome<NoResult>.Refused(UnknownParty),
        };

    /// <summary>
    /// An item without an id would replace what stands there, and the domain sees only addresses that can be read: one that it
    /// did not see is never overwritten.
    /// </summary>
    public async Task<EffectOutcome<NoResult>> CorrectAsync(
        string partyId, ContactCorrection correction, EffectKey key, CancellationToken cancellation)
    {
        var wanted = new[] { correction.Private, correction.Business }.OfType<EmailContact>().Select(Contacts.Wanted).ToList();
        var party = await calls.OneAsync<PartyWire, PartyWire>(Path, partyId, Contacts.Checked, cancellation);
        return party switch
        {
            Reply<PartyWire?>.NotAnswered silent => new EffectOutcome<NoResult>.NotDone(silent.Why),
            Reply<PartyWire?>.Answered { Value: null } => new EffectOutcome<NoResult>.Refused(UnknownParty),
            Reply<PartyWire?>.Answered { Value: { } found } when wanted.Any(one => Contacts.WouldReplace(found, one)) =>
                new EffectOutcome<NoResult>.Refused("ander-contactgegeven"),
            _ => await calls.ChangeAsync(Path, partyId, new Change(wanted), key, cancellation),
        };
    }

    /// <summary>
    /// Soort and rolRelatie have to be met by one role, which the filter does not promise: a party that meets them by two roles
    /// acts for somebody else.
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
                .Select(party => party with { Roles = [.. party.Roles.Where(IsMet)] })
                .Where(party => party.Roles.Count > 0),
        ]);

        bool IsMet(PartyRole one) => one.Kind.Is(role) && one.PlayedFor == tenantId;
    }

    private DateOnly Today => DutchCalendar.Today(time);

    private static bool IsSameName(string? found, string asked) => CultureInfo.InvariantCulture.CompareInfo.Compare(
        found?.Trim(), asked.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) is 0;

    private sealed record Change(IReadOnlyList<ContactWire> Contactgegevens);
}
