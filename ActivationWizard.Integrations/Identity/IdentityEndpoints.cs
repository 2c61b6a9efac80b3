using System.Net;
using System.Net.Http.Headers;

namespace ActivationWizard.Integrations.Identity;

/// <summary>An answer of the identity provider, whatever its status.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="MediaType">What it says it is; null when it does not.</param>
/// <param name="Body">The whole text.</param>
public sealed record EndpointAnswer(int Status, string? MediaType, string Body)
{
    /// <summary>When it was sent, by the provider's clock; null when it does not say.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>It is what was asked for.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>It does not take what it was asked with.</summary>
    public bool IsRefused => Status is (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden;
}

/// <summary>The identity provider gave no answer, or one without an end.</summary>
public sealed class IdentityProviderAwayException(Exception cause)
    : Exception("The identity provider gave no answer.", cause);

/// <summary>
/// Asks the identity provider what the framework does not: the tokens of an earlier sign-in, and userinfo. Follows no redirect,
/// which could take a token elsewhere. Throws <see cref="IdentityProviderAwayException"/> when there is no answer.
/// </summary>
public sealed class IdentityEndpoints : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // In bytes. Claims of one person are a fraction of it.
    private const int LongestAnswer = 1024 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <summary>Gets from an endpoint on behalf of whom the access token is of; null for what anybody may ask.</summary>
    public async Task<EndpointAnswer> GetAsync(string address, string? accessToken, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accessToken is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return await SendAsync(request, cancellation);
    }

    /// <summary>Posts a form to an endpoint.</summary>
    public async Task<EndpointAnswer> PostAsync(
        string address, IReadOnlyDictionary<string, string> form, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        return await SendAsync(request, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<EndpointAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            return new EndpointAnswer(
                (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType,
                await answer.Content.ReadAsStringAsync(cancellation))
            {
                SentAt = answer.Headers.Date,
            };
        }
        catch (Exception cause) when (cause is HttpRequestException or InvalidOperationException
            || (cause is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new IdentityProviderAwayException(cause);
        }
    }
}
