using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;
using Microsoft.Extensions.Logging;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// Viewpoint over VERA 4.3: one class per resource of its process APIs BVG, BOG, BRG, INC and BDO. What VERA leaves open is
/// assumed here: nested filters are dotted paths, and agreements of every status and date are returned.
/// </summary>
internal sealed class ViewpointClient : IViewpoint, ITenantLookup
{
    /// <summary>VERA's Foutbericht.</summary>
    internal static readonly ErrorCode Errors = new(body => ErrorCode.Text(body, "code"));

    private readonly UnitsApi _units;
    private readonly AgreementsApi _agreements;
    private readonly PartiesApi _parties;
    private readonly FlagsApi _flags;
    private readonly ArrangementsApi _arrangements;
    private readonly DossiersApi _dossiers;
    private readonly ContactMomentsApi _contactMoments;

    public ViewpointClient(HttpClient client, TimeProvider time, ILogger<ViewpointClient> logger)
    {
        var calls = new VeraCalls(new SystemHttp("Viewpoint", client, Errors, logger), time);
        _units = new UnitsApi(calls);
        _agreements = new AgreementsApi(calls, _units);
        _parties = new PartiesApi(calls, time);
        _flags = new FlagsApi(calls);
        _arrangements = new ArrangementsApi(calls);
        _dossiers = new DossiersApi(calls, _parties);
        _contactMoments = new ContactMomentsApi(calls, _parties);
    }

    public Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsAsync(AddressKey address, CancellationToken cancellation) =>
        _units.AtAsync(address, cancellation);

    public Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsAtNumberAsync(AddressKey address, CancellationToken cancellation) =>
        _units.AtNumberAsync(address, cancellation);

    public Task<Reply<IReadOnlyList<Agreement>>> AgreementsOfUnitAsync(string unitId, CancellationToken cancellation) =>
        _agreements.OfUnitAsync(unitId, cancellation);

    public Task<Reply<IReadOnlyList<Agreement>>> AgreementsOfPartyAsync(string partyId, CancellationToken cancellation) =>
        _agreements.OfPartyAsync(partyId, cancellation);

    public Task<Reply<IReadOnlyList<Party>>> FindPartiesAsync(string surname, CancellationToken cancellation) =>
        _parties.NamedAsync(surname, cancellation);

    public Task<Reply<Party?>> ReadPartyAsync(string partyId, CancellationToken cancellation) =>
        _parties.ReadAsync(partyId, cancellation);

    public Task<Reply<IReadOnlyList<Party>>> PartiesActingForAsync(
        string tenantId, string role, CancellationToken cancellation) =>
        _parties.ActingForAsync(tenantId, role, cancellation);

    public Task<Reply<IReadOnlyList<Flag>>> FlagsAsync(string partyId, CancellationToken cancellation) =>
        _flags.OfPartyAsync(partyId, cancellation);

    public Task<Reply<IReadOnlyList<Coded>>> ArrangementsAsync(string agreementId, CancellationToken cancellation) =>
        _arrangements.OfAgreementAsync(agreementId, cancellation);

    public Task<Reply<string?>> FindDossierAsync(string partyId, CancellationToken cancellation) =>
        _dossiers.OfPartyAsync(partyId, cancellation);

    public Task<EffectOutcome<NoResult>> CorrectContactsAsync(
        string partyId, ContactCorrection correction, EffectKey key, CancellationToken cancellation) =>
        _parties.CorrectAsync(partyId, correction, key, cancellation);

    public Task<EffectOutcome<NoResult>> RegisterLetterAsync(LetterRecord letter, CancellationToken cancellation) =>
        _dossiers.RegisterAsync(letter, cancellation);

    public Task<Reply<ReferenceMatch>> FindLetterAsync(
        EffectKey reference, string partyId, CancellationToken cancellation) =>
        _dossiers.FindAsync(reference, partyId, cancellation);

    public async Task<Reply<IReadOnlyList<EffectKey>>> RegisteredKeysAsync(
        CaseNumber number, string partyId, CancellationToken cancellation) =>
        await (await _dossiers.CodesOfAsync(partyId, cancellation)).ThenAsync(async letters =>
            (await _contactMoments.CodesOfAsync(partyId, cancellation)).Select<IReadOnlyList<EffectKey>>(contacts =>
            [
                .. letters.Concat(contacts)
                    .Select(code => EffectKey.TryParse(code, out var key) && key.IsOf(number) ? key : null)
                    .OfType<EffectKey>(),
            ]));

    public Task<EffectOutcome<NoResult>> RegisterContactAsync(ContactRecord contact, CancellationToken cancellation) =>
        _contactMoments.RegisterAsync(contact, cancellation);

    public Task<Reply<ReferenceMatch>> FindContactAsync(
        EffectKey reference, string partyId, Channel told, CancellationToken cancellation) =>
        _contactMoments.FindAsync(reference, partyId, told, cancellation);

    public Task<Reply<IReadOnlyList<Party>>> FindByCodeAsync(string code, CancellationToken cancellation) =>
        _parties.WithCodeAsync(code, cancellation);

    public Task<Reply<IReadOnlyList<Party>>> FindByEmailAsync(EmailAddress email, CancellationToken cancellation) =>
        _parties.WithContactAsync(
            email.ToString(),
            written => string.Equals(written.Trim(), email.ToString(), StringComparison.OrdinalIgnoreCase),
            cancellation);

    public async Task<Reply<IReadOnlyList<Party>>> FindByTelephoneAsync(
        TelephoneNumber number, CancellationToken cancellation) =>
        (await Replies.AllAsync(number.WrittenForms, form => _parties.WithContactAsync(
            form, written => TelephoneNumber.TryParse(written, out var found) && found == number, cancellation)))
        .Select(IReadOnlyList<Party> (lists) => [.. lists.SelectMany(found => found).DistinctBy(party => party.Id)]);

    public Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsInStreetAsync(
        string street, HouseNumber number, CancellationToken cancellation) =>
        _units.InStreetAsync(street, number, cancellation);

    public Task<Reply<IReadOnlyList<string>>> TelephonesAsync(string partyId, CancellationToken cancellation) =>
        _parties.TelephonesAsync(partyId, cancellation);
}
