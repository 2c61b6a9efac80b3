using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Viewpoint without an interface: every question goes to the employee, every effect becomes a step by hand.</summary>
internal sealed class ManualViewpoint : IViewpoint
{
    /// <inheritdoc />
    public Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsAsync(AddressKey address, CancellationToken cancellation) => Asked<IReadOnlyList<RentalUnit>>();

    /// <inheritdoc />
    public Task<Reply<IReadOnlyList<Agreement>>> AgreementsOfUnitAsync(string unitId, CancellationToken cancellation) => Asked<IReadOnlyList<Agreement>>();

    /// <inheritdoc />
    public Task<Reply<IReadOnlyList<Agreement>>> AgreementsOfPartyAsync(string partyId, CancellationToken cancellation) =>
        Asked<IReadOnlyList<Agreement>>();

    /// <inheritdoc />
    public Task<Reply<IReadOnlyList<Party>>> FindPartiesAsync(string surname, CancellationToken cancellation) => Asked<IReadOnlyList<Party>>();

    /// <inheritdoc />
    public Task<Reply<Party?>> ReadPartyAsync(string partyId, CancellationToken cancellation) => Asked<Party?>();

    /// <inheritdoc />
    public Task<Reply<IReadOnlyList<Party>>> PartiesActingForAsync(string tenantId, string role, CancellationToken cancellation) =>
        Asked<IReadOnlyList<Party>>();

    /// <inheritdoc />
    public Task<Reply<IReadOnlyList<Flag>>> FlagsAsync(string partyId, CancellationToken cancellation) => Asked<IReadOnlyList<Flag>>();

    /// <inheritdoc />
    public Task<Reply<IReadOnlyList<Coded>>> ArrangementsAsync(string agreementId, CancellationToken cancellation) => Asked<IReadOnlyList<Coded>>();

    /// <inheritdoc />
    public Task<Reply<string?>> FindDossierAsync(string partyId, CancellationToken cancellation) => Asked<string?>();

    /// <inheritdoc />
    public Task<EffectOutcome<NoResult>> CorrectContactsAsync(
        string partyId, ContactCorrection correction, EffectKey key, CancellationToken cancellation) => Left();

    /// <inheritdoc />
    public Task<EffectOutcome<NoResult>> RegisterLetterAsync(LetterRecord letter, CancellationToken cancellation) => Left();

    /// <inheritdoc />
    public Task<Reply<bool>> IsLetterRegisteredAsync(EffectKey reference, CancellationToken cancellation) => Asked<bool>();

    /// <inheritdoc />
    public Task<EffectOutcome<NoResult>> RegisterContactAsync(ContactRecord contact, CancellationToken cancellation) => Left();

    /// <inheritdoc />
    public Task<Reply<bool>> IsContactRegisteredAsync(EffectKey reference, CancellationToken cancellation) => Asked<bool>();

    private static Task<Reply<T>> Asked<T>() => Task.FromResult<Reply<T>>(new Reply<T>.NotAnswered(Silence.WorkedByHand));

    private static Task<EffectOutcome<NoResult>> Left() =>
        Task.FromResult<EffectOutcome<NoResult>>(new EffectOutcome<NoResult>.NotDone(Silence.WorkedByHand));
}
