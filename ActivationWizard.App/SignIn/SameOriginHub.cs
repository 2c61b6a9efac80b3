using Microsoft.AspNetCore.Http.Extensions;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Refuses the pages' connection to a page of another site. Browsers put no same-origin rule on websockets, and send our cookie
/// along: without this, any site that an employee visits can work in the wizard.
/// </summary>
public static class SameOriginHub
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(Urls.Hub) || IsOurs(request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>The request comes from a page of ours. No Origin: not a browser, so nobody's cookie is being borrowed.</summary>
    public static bool IsOurs(HttpRequest request) =>
        request.Headers.Origin is not { Count: > 0 } origin
        || string.Equals(origin, Ours(request), StringComparison.OrdinalIgnoreCase);

    private static string Ours(HttpRequest request) => UriHelper.BuildAbsolute(request.Scheme, request.Host).TrimEnd('/');
}
