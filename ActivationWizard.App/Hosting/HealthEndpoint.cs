using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// What a load balancer asks: 200 with <c>Healthy</c>, or 503 with <c>Unhealthy:</c> and the names of what is down. No details:
/// anybody may ask.
/// </summary>
public static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes
        .MapHealthChecks(Urls.Health, new HealthCheckOptions { ResponseWriter = WriteAsync })
        .AllowAnonymous();

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        var down = report.Entries.Where(entry => entry.Value.Status is not HealthStatus.Healthy).Select(entry => entry.Key);
        return context.Response.WriteAsync(
            report.Status is HealthStatus.Healthy ? $"{report.Status}" : $"{report.Status}: {string.Join(", ", down)}");
    }
}
