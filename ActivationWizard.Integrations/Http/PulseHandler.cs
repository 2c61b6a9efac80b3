using System.Net;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Http;

/// <summary>Notes of every attempt whether the system answered; a server's error is no answer.</summary>
internal sealed class PulseHandler(SystemPulse pulse, ForeignSystem system) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answered = false;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            answered = response.StatusCode is not HttpStatusCode.RequestTimeout and < HttpStatusCode.InternalServerError;
            return response;
        }
        finally
        {
            pulse.Note(system, answered);
        }
    }
}
