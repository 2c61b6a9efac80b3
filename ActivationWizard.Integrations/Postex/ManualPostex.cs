using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Postex;

/// <summary>Postex where there is no interface to it.</summary>
internal sealed class ManualPostex : IPostex
{
    public Task<Reply<DeliveryPreference>> ReadPreferenceAsync(string partyCode, CancellationToken cancellation) =>
        WorkedByHand.Ask<DeliveryPreference>();

    public Task<EffectOutcome<DeliveryPreference>> SetPreferenceAsync(
        string partyCode, DeliveryPreference preference, EffectKey key, CancellationToken cancellation) =>
        WorkedByHand.Do<DeliveryPreference>();

    public Task<EffectOutcome<Dispatch>> DispatchAsync(Letter letter, CancellationToken cancellation) =>
        WorkedByHand.Do<Dispatch>();

    public Task<Reply<DispatchStatus>> ReadDispatchAsync(string sessionId, CancellationToken cancellation) =>
        WorkedByHand.Ask<DispatchStatus>();

    public Task<Reply<IReadOnlyList<FoundDispatch>>> FindDispatchesAsync(
        EffectKey reference, string partyCode, IReadOnlyList<string> lines, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<FoundDispatch>>();
}
