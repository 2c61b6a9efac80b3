using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Betalingsregelingen (INC): the status and nothing else. The amounts in the answer are not read.</summary>
internal sealed class ArrangementsApi(VeraCalls calls)
{
    public Task<Reply<IReadOnlyList<Coded>>> OfAgreementAsync(string agreementId, CancellationToken cancellation) =>
        calls.ListAsync<Arrangement, Coded>(
            new("inc/v4/betalingsregelingen", ("overeenkomst.id", agreementId)),
            arrangement => arrangement.Overeenkomst.Value?.Id.Value == agreementId,
            arrangement => VeraList.ArrangementStatus.Read(arrangement.Status),
            cancellation);

    // Needed: status, and overeenkomst for whose it is.
    private sealed record Arrangement(
        Field<string> Id = default, Field<VeraCode> Status = default, Field<VeraPointer> Overeenkomst = default) : IVeraMessage;
}
