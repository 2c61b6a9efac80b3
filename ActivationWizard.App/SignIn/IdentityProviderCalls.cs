using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ActivationWizard.App.SignIn;

/// <summary>Asks the identity provider who somebody is, beside what the framework asks.</summary>
internal sealed class IdentityProviderCalls(IOptionsMonitor<OpenIdConnectOptions> options, IOptions<SignInOptions> settings)
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
    public async Task<IdentityRead> ReadAsync(string identityToken, string? accessToken, CancellationToken cancellation)
    {
        var claims = Claims(identityToken);
        var userinfo = IdentityReading.NeedsUserinfo(claims, settings.Value)
            ? await UserinfoAsync(claims, accessToken, cancellation)
            : null;
        return IdentityReading.Of(claims, userinfo, settings.Value);
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
        using var request = new HttpRequestMessage(HttpMethod.Get, configuration.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var answer = await Provider.Backchannel.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new AuthenticationFailureException($"Userinfo answered {(int)answer.StatusCode}.");
        var person = await PersonAsync(answer, cancellation);
        // Else an access token of somebody else gives this person their roles.
        return ClaimPath.Text(person, "sub") == ClaimPath.Text(token, "sub")
            ? person
            : throw new AuthenticationFailureException("Userinfo is of another person than the identity token.");
    }

    private async Task<JsonElement> PersonAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        if (answer.Content.Headers.ContentType?.MediaType is "application/jwt")
            return await CheckAsync(text) ?? throw new AuthenticationFailureException("Userinfo is not signed as it must be.");
        try
        {
            using var person = JsonDocument.Parse(text, Strict);
            return person.RootElement.Clone();
        }
        catch (JsonException cause)
        {
            throw new AuthenticationFailureException("Userinfo cannot be read.", cause);
        }
    }
}
