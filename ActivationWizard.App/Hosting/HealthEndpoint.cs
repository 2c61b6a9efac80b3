using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// What a load balancer and whoever starts processes ask: 200 with <c>Healthy</c>, or 503 with <c>Unhealthy:</c> and the names of
/// what is down. No details: anybody may ask.
/// </summary>
public static class HealthEndpoint
{
    /// <summary>
    /// Whether the process lives, which asks nothing, and whether it can do its work, which asks everything that it needs;
    /// <see cref="Urls.Health"/> is the second one, as before there were two.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(Urls.Alive, new() { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks(Urls.Ready, new() { ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks(Urls.Health, new() { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    /// <summary>True for what is answered over plain HTTP too.</summary>
    public static bool IsAsked(HttpRequest request) => request.Path.StartsWithSegments(Urls.Health, StringComparison.Ordinal);

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        var down = report.Entries.Where(entry => entry.Value.Status is not HealthStatus.Healthy)
            .Select(entry => entry.Key).Order(StringComparer.Ordinal);
        return context.Response.WriteAsync(
            report.Status is HealthStatus.Healthy ? $"{report.Status}" : $"{report.Status}: {string.Join(", ", down)}");
    }
}
