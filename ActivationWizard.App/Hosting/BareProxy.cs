using Microsoft.AspNetCore.HttpOverrides;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// A proxy that passes requests on and says nothing of it, as a bare <c>proxy_pass</c> does: they look like requests of this
/// machine, and every address, cookie and connection that is made of them is wrong.
/// </summary>
internal static class BareProxy
{
    private const string Nothing = "–";

    private static readonly string[] Wanted =
        [ForwardedHeadersDefaults.XForwardedForHeaderName, ForwardedHeadersDefaults.XForwardedProtoHeaderName];

    /// <summary>
    /// No browser speaks HTTP/1.0, which nginx does where it is not told otherwise; and a page that came over https does not ask
    /// anything over http.
    /// </summary>
    public static bool IsOfAProxy(HttpRequest request) =>
        HttpProtocol.IsHttp10(request.Protocol) || PageOf(request) is { Scheme: "https" };

    /// <summary>The headers that the app needs and that did not come; <c>–</c> where they did, and were not believed.</summary>
    public static string Missing(HttpRequest request)
    {
        var missing = Wanted.Where(name => !Came(request, name)).ToList();
        if (PageOf(request) is { } page && !string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase))
            missing.Add("Host");
        return missing.Count is 0 ? Nothing : string.Join(", ", missing);
    }

    // What the framework took it leaves under another name.
    private static bool Came(HttpRequest request, string name) =>
        request.Headers.ContainsKey(name)
        || request.Headers.ContainsKey(name.Replace("X-Forwarded-", "X-Original-", StringComparison.Ordinal));

    // The page that asks, as its browser says it.
    private static Uri? PageOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) ? origin
        : Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referer) ? referer
        : null;
}
