using System.Globalization;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>VERA's stuurgegevens: when this attempt is sent, in UTC as its patterns ask, and our correlation id.</summary>
internal sealed class VeraHeaders(TimeProvider time) : DelegatingHandler
{
    private const string SentAt = "X-Stuurgegevens-Tijdstip-Bericht";
    private const string Reference = "X-Stuurgegevens-Referentienummer";
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A repeated attempt is the same request.
        request.Headers.Remove(SentAt);
        request.Headers.Remove(Reference);
        request.Headers.Add(SentAt, time.GetUtcNow().UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture));
        request.Headers.Add(Reference, request.Headers.GetValues("X-Correlation-Id"));
        return base.SendAsync(request, cancellationToken);
    }
}
