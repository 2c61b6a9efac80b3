using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ActivationWizard.Integrations.Sandbox.Mailbox;

/// <summary>
/// The way in, as Entra ID has it for an app without a user: client credentials by a secret or a signed assertion, and one
/// mailbox that the app is limited to.
/// </summary>
internal sealed class MailboxAccess(MailboxSandboxOptions options, TimeProvider time)
{
    private const string Signed = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = [];
    private readonly ConcurrentDictionary<string, bool> _shown = [];

    public SandboxReply? Refuse(SandboxRequest request)
    {
        if (request.Path.StartsWith("/oauth2/", StringComparison.Ordinal)) return null;
        if (request.Header("Authorization") is not { } header || !header.StartsWith("Bearer ", StringComparison.Ordinal)
            || !_tokens.TryGetValue(header["Bearer ".Length..], out var until) || until <= time.GetUtcNow())
            return MailboxSandbox.Fault(401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.");
        var user = request.Path.Split('/') is [_, _, "users", var name, ..] ? name : null;
        return options.Address is null || string.Equals(user, options.Address, StringComparison.OrdinalIgnoreCase)
            ? null
            : MailboxSandbox.Fault(403, "ErrorAccessDenied", "Access to OData is disabled: [RAOP] : Blocked by tenant.");
    }

    public SandboxReply Token(SandboxRequest request)
    {
        var form = QueryHelpers.ParseQuery(request.Text);
        if (Value(form, "grant_type") != "client_credentials")
            return Refused(400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type.");
        if (Value(form, "client_id") != options.ClientId)
            return Refused(400, "unauthorized_client", "AADSTS700016: Application was not found in the directory.");
        if (!Value(form, "scope").EndsWith("/.default", StringComparison.Ordinal))
            return Refused(400, "invalid_scope", "AADSTS1002012: The provided value for scope is not valid.");
        var isRight = Value(form, "client_assertion_type") == Signed
            ? IsSigned(Value(form, "client_assertion"), $"{request.Origin}{request.Path}")
            : Value(form, "client_secret") == options.ClientSecret;
        if (!isRight) return Refused(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");

        var token = RandomNumberGenerator.GetHexString(64, lowercase: true);
        _tokens[token] = time.GetUtcNow() + options.TokenLifetime;
        return new SandboxReply(200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)options.TokenLifetime.TotalSeconds,
            ["ext_expires_in"] = (int)options.TokenLifetime.TotalSeconds,
            ["access_token"] = token,
        }).With("Cache-Control", "no-store");
    }

    private bool IsSigned(string assertion, string audience)
    {
        if (options.ClientCertificate is not { } certificate || assertion.Split('.') is not [var head, var claims, var signature])
            return false;
        using var key = certificate.GetRSAPublicKey();
        var (header, said) = (Json(head), Json(claims));
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return key is not null
            && header.Text("alg") == "PS256"
            && header.Text("x5t#S256") == Base64Url.EncodeToString(SHA256.HashData(certificate.RawData))
            && key.VerifyData(
                Encoding.ASCII.GetBytes($"{head}.{claims}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256,
                RSASignaturePadding.Pss)
            && said.Text("aud") == audience && said.Text("iss") == options.ClientId && said.Text("sub") == options.ClientId
            && (long?)said?["nbf"] <= now && now < (long?)said?["exp"]
            && said.Text("jti") is { } once && _shown.TryAdd(once, true);
    }

    private static JsonNode? Json(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part));

    private static string Value(Dictionary<string, StringValues> form, string name) => form.GetValueOrDefault(name).ToString();

    private static SandboxReply Refused(int status, string error, string description) =>
        new(status, new JsonObject { ["error"] = error, ["error_description"] = description });
}
