using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>
/// An identity provider on loopback: discovery, keys, codes, signed tokens and userinfo, as OpenID Connect says, and as it should
/// not where a test makes it so.
/// </summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "wizard";
    public const string ClientSecret = "geheim-van-de-client";

    private static readonly string[] ResponseTypes = ["code"];

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly Dictionary<string, string> _nonces = [];
    private readonly HashSet<string> _refreshTokens = [];
    private WebApplication? _app;

    public string Authority { get; private set; } = "";

    /// <summary>What the next identity token says of the person.</summary>
    public IReadOnlyList<Claim> Person { get; set; } = [];

    /// <summary>What userinfo says.</summary>
    public Dictionary<string, object?> Userinfo { get; set; } = [];

    /// <summary>The status with which userinfo answers.</summary>
    public int UserinfoStatus { get; set; }

    /// <summary>It gives refresh tokens, each good for once.</summary>
    public bool GivesRefreshTokens { get; set; }

    /// <summary>The status with which the token endpoint answers a refresh token.</summary>
    public int RefreshStatus { get; set; }

    /// <summary>Makes the next identity token of its draft.</summary>
    public Func<TokenDraft, string> Issue { get; set; } = draft => draft.AsSigned();

    /// <summary>The issuer that the answer to the browser names; null for none.</summary>
    public string? AnswerIssuer { get; set; }

    /// <summary>The secret and verifier that came with the last code.</summary>
    public (string? Secret, string? Verifier) Asked { get; private set; }

    /// <summary>As it is at the beginning of a test.</summary>
    public void Reset()
    {
        (Person, Userinfo, UserinfoStatus, AnswerIssuer) = ([], [], StatusCodes.Status200OK, Authority);
        (GivesRefreshTokens, RefreshStatus) = (false, StatusCodes.Status200OK);
        Issue = draft => draft.AsSigned();
    }

    /// <summary>Takes back what it gave to everybody.</summary>
    public void Revoke() => _refreshTokens.Clear();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Authority,
            ["authorization_endpoint"] = $"{Authority}/authorize",
            ["token_endpoint"] = $"{Authority}/token",
            ["userinfo_endpoint"] = $"{Authority}/userinfo",
            ["jwks_uri"] = $"{Authority}/keys",
            ["end_session_endpoint"] = $"{Authority}/logout",
            ["response_types_supported"] = ResponseTypes,
            ["authorization_response_iss_parameter_supported"] = true,
        }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
        app.MapGet("/userinfo", () => UserinfoStatus is StatusCodes.Status200OK
            ? Results.Json(Userinfo)
            : Results.StatusCode(UserinfoStatus));
        await app.StartAsync();
        _app = app;
        Authority = app.Urls.Single();
        Reset();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _rsa.Dispose();
    }

    /// <summary>A token for the wizard, valid for five minutes, about nobody yet.</summary>
    public TokenDraft Draft()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new TokenDraft(_rsa)
            .With("iss", Authority).With("aud", ClientId).With("iat", now).With("nbf", now).With("exp", now + 300);
    }

    private IResult Authorize(HttpRequest request)
    {
        var code = Guid.NewGuid().ToString("N");
        _nonces[code] = request.Query["nonce"].ToString();
        var answer = $"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"]!)}";
        return Results.Redirect(AnswerIssuer is { } issuer ? $"{answer}&iss={Uri.EscapeDataString(issuer)}" : answer);
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        Asked = (form["client_secret"], form["code_verifier"]);
        var isRefresh = form["grant_type"] == "refresh_token";
        if (isRefresh && RefreshStatus is not StatusCodes.Status200OK)
            return Results.StatusCode(RefreshStatus);
        if (isRefresh && !_refreshTokens.Remove(form["refresh_token"].ToString()))
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        var draft = Draft();
        if (!isRefresh)
            draft.With("nonce", _nonces[form["code"].ToString()]);
        foreach (var claim in Person.GroupBy(claim => claim.Type, claim => claim.Value))
            draft.With(claim.Key, claim.Count() > 1 ? claim.ToArray() : claim.Single());
        return Results.Json(new
        {
            access_token = "access",
            token_type = "Bearer",
            expires_in = 300,
            id_token = Issue(draft),
            refresh_token = GivesRefreshTokens ? NewRefreshToken() : null,
        });
    }

    private string NewRefreshToken()
    {
        var token = Guid.NewGuid().ToString("N");
        _refreshTokens.Add(token);
        return token;
    }

    private object PublicKey()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = "1",
            n = Base64UrlEncoder.Encode(key.Modulus),
            e = Base64UrlEncoder.Encode(key.Exponent),
        };
    }
}
