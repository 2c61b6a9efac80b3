using System.Net;

namespace ActivationWizard.Integrations.Mailbox.Graph;

/// <summary>Notes of every attempt whether Graph let us in.</summary>
internal sealed class GraphSignIn(MailPulse pulse) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            Note(response);
            return response;
        }
        catch (HttpRequestException)
        {
            pulse.Refused(MailPart.SignIn, MailRefusal.NoAnswer);
            throw;
        }
    }

    private void Note(HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.Unauthorized)
            // Without a token nothing was sent.
            pulse.Refused(
                MailPart.SignIn,
                response.RequestMessage?.Headers.Authorization is null ? MailRefusal.Token : MailRefusal.SignIn);
        else if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            pulse.Refused(MailPart.SignIn, MailRefusal.Busy);
        else if (response.StatusCode is HttpStatusCode.Forbidden)
            pulse.Refused(MailPart.SignIn, MailRefusal.MailboxClosed);
        else if (response.StatusCode < HttpStatusCode.InternalServerError)
            pulse.Did(MailPart.SignIn);
    }
}
