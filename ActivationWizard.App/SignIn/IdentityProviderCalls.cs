using System.Text.Json;
using ActivationWizard.Integrations.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ActivationWizard.App.SignIn;

/// <summary>Asks the identity provider who somebody is, beside what the framework asks.</summary>
public sealed class IdentityProviderCalls(
    IOptionsMonitor<OpenIdConnectOptions> options, IOptions<SignInOptions> settings, IdentityEndpoints endpoints)
{
    // A claim that is there twice says two things.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private OpenIdConnectOptions Provider => options.Get(OpenIdConnectDefaults.AuthenticationScheme);

    /// <summary>What the provider says of itself, as far as it was read lately.</summary>
    public Task<OpenIdConnectConfiguration> ConfigurationAsync(CancellationToken cancellation) =>
        Provider.ConfigurationManager!.GetConfigurationAsync(cancellation);

    /// <summary>
    /// Who a token that was checked is of. Throws <see cref="AuthenticationFailureException"/> when userinfo, where it is needed,
    /// gives no answer or is of somebody else.
    /// </summary>
    public Task<IdentityRead> ReadAsync(string identityToken, string? accessToken, CancellationToken cancellation) =>
        ReadAsync(Claims(identityToken), accessToken, cancellation);

    /// <summary>
    /// The same for a person who has signed in before, by an identity token that is checked here, or by userinfo alone where
    /// there is none. Throws as the other does, and when the token is not as it must be.
    /// </summary>
    public async Task<IdentityRead> ReadAgainAsync(
        string personId, string? identityToken, string? accessToken, CancellationToken cancellation)
    {
        var claims = identityToken is null ? JsonSerializer.SerializeToElement(new { sub = personId, name = personId })
            : await CheckAsync(identityToken);
        return claims is { } of && ClaimPath.Text(of, "sub") == personId
            ? await ReadAsync(of, accessToken, cancellation)
            : throw new AuthenticationFailureException("The identity token is not of this person, or not valid.");
    }

    /// <summary>
    /// New tokens for what was given before: null when the provider knows it no more. The identity token is not checked yet, and
    /// null where none came along. Throws <see cref="AuthenticationFailureException"/> for any other answer.
    /// </summary>
    public async Task<(SessionGrant? Grant, string? IdentityToken)> RefreshAsync(
        SessionGrant grant, DateTimeOffset now, CancellationToken cancellation)
    {
        var configuration = await ConfigurationAsync(cancellation);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = grant.RefreshToken ?? "",
            ["client_id"] = settings.Value.ClientId,
            ["client_secret"] = settings.Value.ClientSecret,
        };
        var answer = await endpoints.PostAsync(configuration.TokenEndpoint, form, cancellation);
        var said = answer.MediaType is "application/json" ? new OpenIdConnectMessage(answer.Body) : new();
        if (answer.IsSuccess)
            return (SessionGrant.Of(said, now, grant), said.IdToken);
        return said.Error is "invalid_grant"
            ? (null, null)
            : throw new AuthenticationFailureException($"The token endpoint answered {answer.Status}.");
    }

    /// <summary>
    /// The claims of a token that the provider signed for us and that is valid now; null for any other.
    /// </summary>
    public async Task<JsonElement?> CheckAsync(string token)
    {
        var parameters = Provider.TokenValidationParameters.Clone();
        parameters.ConfigurationManager = (BaseConfigurationManager)Provider.ConfigurationManager!;
        var result = await Provider.TokenHandler.ValidateTokenAsync(token, parameters);
        return result.IsValid ? Claims(token) : null;
    }

    private async Task<IdentityRead> ReadAsync(JsonElement claims, string? accessToken, CancellationToken cancellation)
    {
        var userinfo = IdentityReading.NeedsUserinfo(claims, settings.Value)
            ? await UserinfoAsync(claims, accessToken, cancellation)
            : null;
        return IdentityReading.Of(claims, userinfo, settings.Value) with { Sid = ClaimPath.Text(claims, "sid") };
    }

    private static JsonElement Claims(string token)
    {
        try
        {
            using var claims = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.Split('.')[1]), Strict);
            return claims.RootElement.Clone();
        }
        catch (JsonException cause)
        {
            throw new AuthenticationFailureException("The claims of a token cannot be read.", cause);
        }
    }

    private async Task<JsonElement?> UserinfoAsync(JsonElement token, string? accessToken, CancellationToken cancellation)
    {
        var configuration = await ConfigurationAsync(cancellation);
        if (accessToken is null || string.IsNullOrEmpty(configuration.UserInfoEndpoint))
            return null;
        var answer = await endpoints.GetAsync(configuration.UserInfoEndpoint, accessToken, cancellation);
        if (!answer.IsSuccess)
            throw new UserinfoException(answer);
        var person = await PersonAsync(answer);
        // Else an access token of somebody else gives this person their roles.
        return ClaimPath.Text(person, "sub") == ClaimPath.Text(token, "sub")
            ? person
            : throw new AuthenticationFailureException("Userinfo is of another person than the identity token.");
    }

    private async Task<JsonElement> PersonAsync(EndpointAnswer answer)
    {
        if (answer.MediaType is "application/jwt")
        {
            return await CheckAsync(answer.Body)
                ?? throw new AuthenticationFailureException("Userinfo is not signed as it must be.");
        }

        try
        {
            using var person = JsonDocument.Parse(answer.Body, Strict);
            return person.RootElement.Clone();
        }
        catch (JsonException cause)
        {
            throw new AuthenticationFailureException("Userinfo cannot be read.", cause);
        }
    }
}

/// <summary>Userinfo answered with an error.</summary>
public sealed class UserinfoException(EndpointAnswer answer)
    : AuthenticationFailureException($"Userinfo answered {answer.Status}.")
{
    /// <summary>It does not take the access token.</summary>
    public bool IsRefused => answer.IsRefused;
}
