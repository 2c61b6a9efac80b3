namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Adds the key, of an installation that comes in by one.</summary>
internal sealed class ViewpointKey(string? key) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove("X-API-KEY");
        request.Headers.Add("X-API-KEY", key);
        return base.SendAsync(request, cancellationToken);
    }
}
