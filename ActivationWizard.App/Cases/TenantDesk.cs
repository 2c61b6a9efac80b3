using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.App.Cases;

/// <summary>
/// What a page of a case shows of its tenant beside the case itself: asked when somebody looks, and kept nowhere but in this
/// circuit.
/// </summary>
public sealed class TenantDesk(CurrentActor current, ITenantLookup lookup, RelatedCases related)
{
    private readonly Dictionary<string, Task<Reply<IReadOnlyList<string>>>> _telephones = [];

    /// <summary>
    /// Numbers to call, asked once per tenant; none while nobody is found, and where Viewpoint does not answer.
    /// </summary>
    public async Task<IReadOnlyList<string>> TelephonesAsync(ActivationCase activation)
    {
        if (activation.Facts.Person.Value?.Party?.Id is not { Length: > 0 } party)
            return [];
        if (!_telephones.TryGetValue(party, out var asked))
            _telephones[party] = asked = lookup.TelephonesAsync(party, CancellationToken.None);
        if (await asked is Reply<IReadOnlyList<string>>.Answered { Value: var found })
            return found;
        _telephones.Remove(party);
        return [];
    }

    /// <summary>Other requests of this tenant, and open ones at the address.</summary>
    public async Task<IReadOnlyList<RelatedCase>> OthersAsync(ActivationCase activation, CancellationToken cancellation) =>
        await related.OfAsync(activation, await current.GetAsync(), cancellation);
}
