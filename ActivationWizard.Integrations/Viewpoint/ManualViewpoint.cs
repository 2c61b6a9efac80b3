using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Viewpoint where there is no interface to it.</summary>
internal sealed class ManualViewpoint : IViewpoint, ITenantLookup
{
    public Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsAsync(AddressKey address, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<RentalUnit>>();

    public Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsAtNumberAsync(AddressKey address, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<RentalUnit>>();

    public Task<Reply<IReadOnlyList<Agreement>>> AgreementsOfUnitAsync(string unitId, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<Agreement>>();

    public Task<Reply<IReadOnlyList<Agreement>>> AgreementsOfPartyAsync(string partyId, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<Agreement>>();

    public Task<Reply<IReadOnlyList<Party>>> FindPartiesAsync(string surname, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<Party>>();

    public Task<Reply<Party?>> ReadPartyAsync(string partyId, CancellationToken cancellation) =>
        WorkedByHand.Ask<Party?>();

    public Task<Reply<IReadOnlyList<Party>>> PartiesActingForAsync(
        string tenantId, string role, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<Party>>();

    public Task<Reply<IReadOnlyList<Flag>>> FlagsAsync(string partyId, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<Flag>>();

    public Task<Reply<IReadOnlyList<Coded>>> ArrangementsAsync(string agreementId, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<Coded>>();

    public Task<Reply<string?>> FindDossierAsync(string partyId, CancellationToken cancellation) =>
        WorkedByHand.Ask<string?>();

    public Task<EffectOutcome<NoResult>> CorrectContactsAsync(
        string partyId, ContactCorrection correction, EffectKey key, CancellationToken cancellation) =>
        WorkedByHand.Do<NoResult>();

    public Task<EffectOutcome<NoResult>> RegisterLetterAsync(LetterRecord letter, CancellationToken cancellation) =>
        WorkedByHand.Do<NoResult>();

    public Task<Reply<ReferenceMatch>> FindLetterAsync(
        EffectKey reference, string partyId, CancellationToken cancellation) =>
        WorkedByHand.Ask<ReferenceMatch>();

    public Task<Reply<IReadOnlyList<EffectKey>>> RegisteredKeysAsync(
        CaseNumber number, string partyId, CancellationToken cancellation) => WorkedByHand.Ask<IReadOnlyList<EffectKey>>();

    public Task<EffectOutcome<NoResult>> RegisterContactAsync(ContactRecord contact, CancellationToken cancellation) =>
        WorkedByHand.Do<NoResult>();

    public Task<Reply<ReferenceMatch>> FindContactAsync(
        EffectKey reference, string partyId, Channel told, CancellationToken cancellation) =>
        WorkedByHand.Ask<ReferenceMatch>();

    public Task<Reply<IReadOnlyList<Party>>> FindByCodeAsync(string code, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<Party>>();

    public Task<Reply<IReadOnlyList<Party>>> FindByEmailAsync(EmailAddress email, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<Party>>();

    public Task<Reply<IReadOnlyList<Party>>> FindByTelephoneAsync(TelephoneNumber number, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<Party>>();

    public Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsInStreetAsync(
        string street, HouseNumber number, CancellationToken cancellation) => WorkedByHand.Ask<IReadOnlyList<RentalUnit>>();

    public Task<Reply<IReadOnlyList<string>>> TelephonesAsync(string partyId, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<string>>();
}
