using System.Net;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Http;

/// <summary>Notes of every attempt whether the system answered; a server's error is no answer.</summary>
internal sealed class PulseHandler(SystemPulse pulse, ForeignSystem system) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpStatusCode? status = null;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            status = response.StatusCode;
            return response;
        }
        finally
        {
            var answered = status is not null and not HttpStatusCode.RequestTimeout and < HttpStatusCode.InternalServerError;
            pulse.Note(system, answered, answered && !IsRefusal(status) ? null : (int?)status);
        }
    }

    // Of us, or of another call at this moment; any other answer is about what was asked.
    private static bool IsRefusal(HttpStatusCode? status) =>
        status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests;
}
