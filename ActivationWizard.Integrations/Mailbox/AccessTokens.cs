using System.Net.Http.Json;
using System.Text.Json.Serialization;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>The OAuth2 token, asked by client credentials (RFC 6749, 4.4), kept until a minute before it ends.</summary>
internal sealed class AccessTokens(IHttpClientFactory clients, IOptions<MailboxOptions> options, TimeProvider time)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "Mailbox";

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private volatile Kept? _kept;

    /// <summary>Throws what a mail server's refusal throws when no token is given.</summary>
    public async Task<string> GetAsync(CancellationToken cancellation)
    {
        if (_kept is { } kept && kept.Until > time.GetUtcNow())
            return kept.Token;

        using var client = clients.CreateClient(Client);
        using var form = new FormUrlEncodedContent(Fields(options.Value.OAuth));
        using var response = await client.PostAsync(new Uri(options.Value.OAuth.TokenAddress), form, cancellation);
        if ((int)response.StatusCode is >= 400 and < 500)
            throw new AuthenticationException("The token address refused the client of the mailbox.");
        response.EnsureSuccessStatusCode();

        var answer = await response.Content.ReadFromJsonAsync<TokenAnswer>(cancellation);
        if (answer is not { AccessToken.Length: > 0 })
            throw new NotSupportedException("The token address answered without a token.");
        _kept = new Kept(answer.AccessToken, time.GetUtcNow().AddSeconds(answer.ExpiresIn) - Margin);
        return answer.AccessToken;
    }

    private static Dictionary<string, string> Fields(MailboxOAuthOptions oauth)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = oauth.ClientId,
            ["client_secret"] = oauth.ClientSecret,
        };
        if (oauth.Scope.Length > 0)
            fields["scope"] = oauth.Scope;
        return fields;
    }

    private sealed record Kept(string Token, DateTimeOffset Until);

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
