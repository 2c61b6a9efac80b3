using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Betalingsregelingen (INC): the status and nothing else. The amounts in the answer are not read.</summary>
internal sealed class ArrangementsApi(VeraCalls calls)
{
    public Task<Reply<IReadOnlyList<Coded>>> OfAgreementAsync(string agreementId, CancellationToken cancellation) =>
        calls.ListAsync<Arrangement, Coded>(
            new("inc/v4/betalingsregelingen", ("overeenkomst.id", agreementId)),
            arrangement => arrangement.Overeenkomst?.Id == agreementId,
            arrangement => VeraList.ArrangementStatus.Read(arrangement.Status),
            cancellation);

    private sealed record Arrangement(string? Id = null, VeraCode? Status = null, VeraKey? Overeenkomst = null) : IVeraMessage;
}
