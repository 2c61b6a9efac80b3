using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ActivationWizard.Integrations.Sandbox.Viewpoint;

/// <summary>Both ways in that VERA offers: a key, or a token by OAuth2 client credentials with its scopes.</summary>
internal sealed class ViewpointAccess(ViewpointSandboxOptions options, TimeProvider time)
{
    private static readonly HashSet<string> Scopes =
    [
        .. VeraResource.All.SelectMany(resource => new[] { resource.Scope + ".Read", resource.Scope + ".ReadWrite" }),
        .. VeraResource.All.Select(resource => resource.Api.ToUpperInvariant()).Distinct()
            .SelectMany(api => new[] { api + ".All.Read", api + ".All.ReadWrite" }),
    ];

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, string[] Scopes)> _tokens = [];

    public SandboxReply? Refuse(SandboxRequest request)
    {
        if (request.Path == "/oauth/token") return null;
        if (request.Header("X-API-KEY") is { } key) return key == options.ApiKey ? null : Unauthorised();
        if (request.Header("Authorization") is not { } header || !header.StartsWith("Bearer ", StringComparison.Ordinal)
            || !_tokens.TryGetValue(header["Bearer ".Length..], out var token) || token.Until <= time.GetUtcNow())
            return Unauthorised();
        return Allowed(request, token.Scopes)
            ? null
            : ViewpointSandbox.Foutbericht(403, "scope", "The token has no scope for this call.");
    }

    public SandboxReply Token(SandboxRequest request)
    {
        var form = QueryHelpers.ParseQuery(request.Text);
        var (id, secret) = Basic(request)
            ?? (form.GetValueOrDefault("client_id").ToString(), form.GetValueOrDefault("client_secret").ToString());
        if (form.GetValueOrDefault("grant_type") != "client_credentials") return Refused(400, "unsupported_grant_type");
        if (id != options.ClientId || secret != options.ClientSecret) return Refused(401, "invalid_client");

        var asked = form.GetValueOrDefault("scope").ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (asked.Any(scope => !Scopes.Contains(scope))) return Refused(400, "invalid_scope");
        if (asked.Length == 0) asked = [.. Scopes];
        var token = RandomNumberGenerator.GetHexString(48, lowercase: true);
        _tokens[token] = (time.GetUtcNow() + options.TokenLifetime, asked);
        return new SandboxReply(200, new JsonObject
        {
            ["access_token"] = token,
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)options.TokenLifetime.TotalSeconds,
            ["scope"] = string.Join(' ', asked),
        }).With("Cache-Control", "no-store");
    }

    private static bool Allowed(SandboxRequest request, string[] scopes)
    {
        if (VeraResource.All.FirstOrDefault(resource =>
            request.Path.StartsWith(resource.Path, StringComparison.Ordinal)) is not { } found)
            return true;
        var bases = new[] { found.Scope, found.Api.ToUpperInvariant() + ".All" };
        return bases.Any(scope =>
            scopes.Contains(scope + ".ReadWrite") || (request.Method == "GET" && scopes.Contains(scope + ".Read")));
    }

    private static (string Id, string Secret)? Basic(SandboxRequest request)
    {
        if (request.Header("Authorization") is not { } header
            || !header.StartsWith("Basic ", StringComparison.Ordinal)) return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header["Basic ".Length..], bytes, out var length)) return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return pair.Length == 2 ? (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])) : null;
    }

    private static SandboxReply Unauthorised() => new SandboxReply(401).With("WWW-Authenticate", "Bearer");

    private static SandboxReply Refused(int status, string error) => new(status, new JsonObject { ["error"] = error });
}
