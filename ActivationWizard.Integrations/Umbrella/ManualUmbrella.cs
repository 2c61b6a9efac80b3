using System.Text.RegularExpressions;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Umbrella;

/// <summary>Umbrella where there is no interface to it.</summary>
internal sealed class ManualUmbrella(IOptions<UmbrellaOptions> options) : IUmbrella
{
    private readonly Regex _code = options.Value.CodeRegex;

    public ActivationCode? Recognise(string? typed) => ActivationCode.TryCreate(typed?.Trim(), _code);

    public Task<Reply<IReadOnlyList<Customer>>> FindCustomersAsync(string partyCode, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<Customer>>();

    public Task<Reply<IReadOnlyList<Customer>>> FindCustomersAtAsync(AddressKey address, CancellationToken cancellation) =>
        WorkedByHand.Ask<IReadOnlyList<Customer>>();

    public Task<Reply<PortalAccount>> ReadAccountAsync(string customerId, CancellationToken cancellation) =>
        WorkedByHand.Ask<PortalAccount>();

    public Task<EffectOutcome<PortalAccount>> CreateAccountAsync(
        string customerId, EmailAddress? email, EffectKey key, CancellationToken cancellation) =>
        WorkedByHand.Do<PortalAccount>();

    public Task<EffectOutcome<NoResult>> DeleteAccountAsync(
        string customerId, string version, EffectKey key, CancellationToken cancellation) => WorkedByHand.Do<NoResult>();

    public Task<EffectOutcome<Activation>> ActivateAsync(
        string customerId, EmailAddress? mailTo, EffectKey key, CancellationToken cancellation) => WorkedByHand.Do<Activation>();

    public Task<Reply<CodeReading>> ReadCodeAsync(string customerId, CancellationToken cancellation) =>
        WorkedByHand.Ask<CodeReading>();

    public Task<EffectOutcome<NoResult>> BlockAsync(string customerId, EffectKey key, CancellationToken cancellation) =>
        WorkedByHand.Do<NoResult>();

    public Task<EffectOutcome<NoResult>> UnblockAsync(string customerId, EffectKey key, CancellationToken cancellation) =>
        WorkedByHand.Do<NoResult>();
}
