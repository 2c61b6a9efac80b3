using System.Diagnostics;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Http;

/// <summary>
/// Around a whole call, its repeats included: a span with the system, our own name of the operation and the correlation id that
/// the system is given; no address, for that may hold a name. And the same in the metrics.
/// </summary>
internal sealed class ObservedCalls(SystemMeter meter, ForeignSystem system) : DelegatingHandler
{
    /// <summary>What the log calls the call.</summary>
    public static readonly HttpRequestOptionsKey<string> Operation = new("ActivationWizard.Operation");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = request.Options.TryGetValue(Operation, out var name) ? name : "other";
        using var span = SystemMeter.Source.StartActivity($"{system} {operation}", ActivityKind.Client);
        span?.SetTag("activationwizard.system", $"{system}").SetTag("activationwizard.operation", operation);
        if (span is not null && request.Headers.TryGetValues("X-Correlation-Id", out var ids))
            span.SetTag("activationwizard.correlation", string.Concat(ids));
        var since = Stopwatch.GetTimestamp();
        var outcome = "no answer";
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            outcome = $"{(int)response.StatusCode}";
            span?.SetTag("http.response.status_code", (int)response.StatusCode);
            if (!response.IsSuccessStatusCode)
                span?.SetStatus(ActivityStatusCode.Error);
            return response;
        }
        catch (Exception failure)
        {
            span?.SetTag("error.type", failure.GetType().Name).SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            meter.Called(system, operation, outcome, Stopwatch.GetElapsedTime(since));
        }
    }
}
