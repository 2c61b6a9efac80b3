using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.StaticAssets;

namespace ActivationWizard.App.Telemetry;

/// <summary>Names the span of a request after its route, without what stands in the address.</summary>
public static class TracedRequests
{
    internal const string Method = "http.request.method";
    internal const string Route = "http.route";
    internal const string Status = "http.response.status_code";

    /// <summary>
    /// After routing. Files, the pages' connection and the health check stay without a name, and are not sent.
    /// </summary>
    public static void UseTracedRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } activity
            || context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } route } endpoint
            || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || context.Request.Path.StartsWithSegments(Urls.Hub) || context.Request.Path.StartsWithSegments(Urls.Health))
            return;
        activity.DisplayName = $"{context.Request.Method} {route}";
        activity.SetTag(Method, context.Request.Method);
        activity.SetTag(Route, route);
        activity.SetTag(Status, context.Response.StatusCode);
    });
}
