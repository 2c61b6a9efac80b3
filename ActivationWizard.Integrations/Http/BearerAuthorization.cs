using System.Net;
using System.Net.Http.Headers;

namespace ActivationWizard.Integrations.Http;

/// <summary>
/// Adds the token of an OAuth2 client. A token that is refused is replaced once: 401 says that nothing happened, so the same
/// request may go again, whatever it is.
/// </summary>
internal sealed class BearerAuthorization(AccessTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(null);
        var response = await SendWithAsync(token);
        if (response.StatusCode is not HttpStatusCode.Unauthorized || token is null)
            return response;

        response.Dispose();
        return await SendWithAsync(await TokenAsync(token));

        Task<string?> TokenAsync(string? refused) => tokens.GetAsync(refused, AskAsync, cancellationToken);

        Task<HttpResponseMessage> AskAsync(HttpRequestMessage forToken, CancellationToken cancellation)
        {
            forToken.Headers.Add("X-Correlation-Id", request.Headers.GetValues("X-Correlation-Id"));
            return base.SendAsync(forToken, cancellation);
        }

        Task<HttpResponseMessage> SendWithAsync(string? bearer)
        {
            if (bearer is null)
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request });

            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
