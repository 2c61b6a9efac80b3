using System.Net;
using ActivationWizard.App.Security;
using ActivationWizard.App.Words;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.HttpOverrides;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// In production nothing is served that anybody on the way can read: a request is https itself, or a known proxy says that it
/// was. What is asked on this machine without a proxy goes over no network.
/// </summary>
public static partial class PlainHttp
{
    private static readonly string[] OfProxies =
    [
        ForwardedHeadersDefaults.XForwardedForHeaderName, ForwardedHeadersDefaults.XForwardedProtoHeaderName,
        ForwardedHeadersDefaults.XForwardedHostHeaderName, "Forwarded",
    ];

    /// <summary>After the proxies' word was taken, and before a request counts as one for the public address.</summary>
    public static void RefusePlainHttp(this WebApplication app, Installation installation)
    {
        if (installation.IsDemo)
            return;
        var told = 0;
        app.Use((context, next) =>
        {
            // A load balancer asks it on the network of the machines, and it says nothing.
            // Where the public address is set, a gateway may be silent: every request counts as one for that address.
            if (context.Request.IsHttps || HealthEndpoint.IsAsked(context.Request)
                || (IsOfThisMachine(context)
                    && (installation.PublicAddress is not null || !BareProxy.IsOfAProxy(context.Request))))
                return next(context);
            if (Interlocked.Exchange(ref told, 1) is 0)
                Refused(app.Logger, KnownProxies.Setting.Key, BareProxy.Missing(context.Request));
            return RefuseAsync(context, installation.PublicAddress);
        });
    }

    private static bool IsOfThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(SecurityLog.Plain(address))
        && !CameByProxy(context.Request) && !WasForwarded(context.Request);

    // What the framework took it leaves under another name.
    private static bool WasForwarded(HttpRequest request) =>
        request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalProtoHeaderName)
        || request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName);

    // Headers that nobody took: of a proxy that is not known, or that does not say by which protocol.
    private static bool CameByProxy(HttpRequest request) => OfProxies.Any(request.Headers.ContainsKey);

    private static Task RefuseAsync(HttpContext context, Uri? address)
    {
        var (request, response) = (context.Request, context.Response);
        var isLooked = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        // A proxy that is not known, or silent about the protocol, would send the browser round and round.
        if (isLooked && address is not null && !CameByProxy(request) && !IsSilent(request))
        {
            var host = address.IsDefaultPort ? new HostString(address.Host) : new HostString(address.Host, address.Port);
            response.StatusCode = StatusCodes.Status308PermanentRedirect;
            response.Headers.Location =
                UriHelper.BuildAbsolute(
                    address.Scheme, host, PublicAddress.PathOf(address), InApp(request, address), request.QueryString);
            return Task.CompletedTask;
        }

        response.StatusCode = StatusCodes.Status403Forbidden;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(CameByProxy(request) || WasForwarded(request) || BareProxy.IsOfAProxy(request)
            ? $"{ErrorsText.PlainHttp} {ErrorsText.ProxySilent.With(BareProxy.Missing(request))}"
            : ErrorsText.PlainHttp);
    }

    private static PathString InApp(HttpRequest request, Uri address) =>
        request.Path.StartsWithSegments(PublicAddress.PathOf(address), out var rest) ? rest : request.Path;

    private static bool IsSilent(HttpRequest request) =>
        WasForwarded(request) && !request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalProtoHeaderName);

    [LoggerMessage(1, LogLevel.Warning,
        "A request came over plain HTTP and was not served. A proxy that does TLS has to be in {Key} and to send "
        + "X-Forwarded-Proto; this request lacks {Missing}. This is said once.")]
    private static partial void Refused(ILogger logger, string key, string missing);
}
