using System.Globalization;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Relaties (BRG): who they are, what they can be reached by, whom they act for.</summary>
internal sealed class PartiesApi(VeraCalls calls, TimeProvider time)
{
    private const string Path = "brg/v4/relaties";

    /// <summary>
    /// By achternaam, and by naam for legal entities; relatiegroepen are nobody. A name that cannot be read may be the one
    /// asked for.
    /// </summary>
    public async Task<Reply<IReadOnlyList<Party>>> NamedAsync(string surname, CancellationToken cancellation)
    {
        var persons = Named("achternaam", party => party.Achternaam.IsUnreadable || IsSameName(party.Achternaam.Value, surname));
        var entities = Named("naam", party => party.Naam.IsUnreadable || IsSameName(party.Naam.Value, surname));
        return await (await persons).ThenAsync(async found => (await entities).Select(IReadOnlyList<Party> (more) =>
            [.. found.Concat(more).OfType<Party>().DistinctBy(party => party.Id.Length > 0 ? party.Id : (object)party)]));

        Task<Reply<IReadOnlyList<Party?>>> Named(string field, Func<PartyWire, bool> isAsked) =>
            calls.ListAsync<PartyWire, Party?>(
                new(Path, (field, surname)),
                isAsked,
                party => PartyMapping.IsSomebody(party) ? PartyMapping.Tenant(party, Today) : null,
                cancellation);
    }

    /// <summary>By a field of the message itself.</summary>
    public Task<Reply<IReadOnlyList<Party>>> WithCodeAsync(string code, CancellationToken cancellation) => MatchingAsync(
        "code",
        code,
        party => party.Code.IsUnreadable || string.Equals(party.Code.Value?.Trim(), code, StringComparison.OrdinalIgnoreCase),
        cancellation);

    /// <summary>
    /// By what a contact detail says, whatever its soort; <paramref name="isAsked"/> judges one that can be read.
    /// </summary>
    public Task<Reply<IReadOnlyList<Party>>> WithContactAsync(
        string written, Func<string, bool> isAsked, CancellationToken cancellation) => MatchingAsync(
        "contactgegevens.waarde",
        written,
        party => party.Contactgegevens.Any(
            one => one is null || one.Waarde.IsUnreadable || (one.Waarde.Value is { } value && isAsked(value))),
        cancellation);

    /// <summary>What the party can be called by, each once; of a party that is not there, nothing.</summary>
    public async Task<Reply<IReadOnlyList<string>>> TelephonesAsync(string partyId, CancellationToken cancellation) =>
        (await calls.OneAsync<PartyWire, IReadOnlyList<string>>(Path, partyId, Contacts.Telephones, cancellation))
            .Select(found => found ?? []);

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
            Reply<Coded?>.Answered { Value: { Listed: true } kind } =>
                await register(new VeraKey(partyId, new VeraCode(kind.Code))),
            Reply<Coded?>.Answered { Value: { Listed: false } } => new EffectOutcome<NoResult>.NotDone(FailureReason.Nonsense),
            Reply<Coded?>.NotAnswered silent => new EffectOutcome<NoResult>.NotDone(silent.Why),
            _ => new EffectOutcome<NoResult>.Refused(RefusalCodes.UnknownParty),
        };

    /// <summary>
    /// An item without an id would replace what stands there, and the domain sees only addresses that can be read: one that it
    /// did not see is never overwritten.
    /// </summary>
    public async Task<EffectOutcome<NoResult>> CorrectAsync(
        string partyId, ContactCorrection correction, EffectKey key, CancellationToken cancellation)
    {
        var wanted = new[] { correction.Private, correction.Business }.OfType<EmailContact>().Select(Contacts.Wanted).ToList();
        var party = await calls.OneAsync<PartyWire, PartyWire>(Path, partyId, party => party, cancellation);
        if (party is not Reply<PartyWire?>.Answered { Value: var found })
            return new EffectOutcome<NoResult>.NotDone(((Reply<PartyWire?>.NotAnswered)party).Why);
        if (found is null)
            return new EffectOutcome<NoResult>.Refused(RefusalCodes.UnknownParty);
        if (Contacts.Emails(found, _ => true) is not { } emails)
            return new EffectOutcome<NoResult>.NotDone(FailureReason.Nonsense);

        return wanted.Any(one => Contacts.WouldReplace(emails, one))
            ? new EffectOutcome<NoResult>.Refused(RefusalCodes.OtherContact)
            : await calls.ChangeAsync(Path, partyId, new Change(wanted), key, cancellation);
    }

    /// <summary>
    /// Soort and rolRelatie have to be met by one role, which the filter does not promise: a party that meets them by two roles
    /// acts for somebody else.
    /// </summary>
    public async Task<Reply<IReadOnlyList<Party>>> ActingForAsync(string tenantId, string role, CancellationToken cancellation)
    {
        var parties = await calls.ListAsync<PartyWire, Party?>(
            new(Path, ("rollen.soort.code", role), ("rollen.rolRelatie.id", tenantId)),
            party => party.Rollen.Any(one => one is null || MayBeKind(one))
                && party.Rollen.Any(one => one is null || MayBeFor(one)),
            party => string.IsNullOrWhiteSpace(party.Id.Value) ? null : PartyMapping.Office(party, [.. RolesOf(party)]),
            cancellation);
        return parties switch
        {
            Reply<IReadOnlyList<Party?>>.Answered { Value: var found } when found.Contains(null) =>
                new Reply<IReadOnlyList<Party>>.NotAnswered(FailureReason.Nonsense),
            _ => parties.Select(IReadOnlyList<Party> (found) => [.. found.OfType<Party>().Where(party => party.Roles.Count > 0)]),
        };

        bool MayBeKind(VeraRole one) => one.Soort.IsUnreadable || one.Soort.Value?.Code == role;

        bool MayBeFor(VeraRole one) => one.RolRelatie.IsUnreadable || one.RolRelatie.Value?.MayBe(tenantId) is true;

        IEnumerable<PartyRole> RolesOf(PartyWire party) =>
            party.Rollen.Select(one => VeraRole.PlayedFor(one, role, tenantId)).OfType<PartyRole>();
    }

    private async Task<Reply<IReadOnlyList<Party>>> MatchingAsync(
        string field, string value, Func<PartyWire, bool> isAsked, CancellationToken cancellation) =>
        (await calls.ListAsync<PartyWire, Party?>(
            new(Path, (field, value)),
            isAsked,
            party => PartyMapping.IsSomebody(party) ? PartyMapping.Tenant(party, Today) : null,
            cancellation))
        .Select(IReadOnlyList<Party> (found) => [.. found.OfType<Party>()]);

    private DateOnly Today => DutchCalendar.Today(time);

    private static bool IsSameName(string? found, string asked) => CultureInfo.InvariantCulture.CompareInfo.Compare(
        found?.Trim(), asked.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) is 0;

    private sealed record Change(IReadOnlyList<ContactItem> Contactgegevens);
}
