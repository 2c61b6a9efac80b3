using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivationWizard.Integrations.Http;

/// <summary>
/// The OAuth2 token of one client (RFC 6749, client credentials), kept until a minute before it expires; one that lives shorter
/// than two minutes for half its life. One is asked for at a time.
/// </summary>
internal sealed class AccessTokens(TokenClient client, TimeProvider time) : IDisposable
{
    private const int LongestResponse = 64 * 1024;
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private Token? _token;

    /// <summary>
    /// Returns a token other than <paramref name="refused"/>, or null when the server does not let this client in.
    /// </summary>
    /// <exception cref="HttpRequestException">
    /// No token could be fetched. Its error is that of a connection that was not made, which is what happened to the request that
    /// waits for the token; the cause is inside, a <see cref="JsonException"/> when the answer was not a token's.
    /// </exception>
    public async Task<string?> GetAsync(
        string? refused,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellation)
    {
        if (Usable(refused) is { } known)
            return known;

        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (Usable(refused) is { } meanwhile)
                return meanwhile;
            _token = await FetchAsync(send, cancellation);
            return _token?.Value;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private string? Usable(string? refused) =>
        _token is { } token && token.Value != refused && time.GetUtcNow() < token.Until ? token.Value : null;

    private async Task<Token?> FetchAsync(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(client.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var request = Request();
            using var response = await send(request, either.Token);
            if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                return null;

            response.EnsureSuccessStatusCode();
            await response.Content.LoadIntoBufferAsync(LongestResponse, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return JsonSerializer.Deserialize<TokenWire>(body, SystemJson.Options) is { Value.Length: > 0 } wire
                ? new Token(wire.Value, time.GetUtcNow() + Kept(TimeSpan.FromSeconds(wire.ExpiresIn)))
                : throw new JsonException("There is no token in the answer.");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError, $"No token was given ({failure.GetType().Name}).", failure);
        }
    }

    private HttpRequestMessage Request()
    {
        var isBasic = client is { SecretGoes: SecretPlace.Header, Assertion: null };
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (!isBasic)
            form["client_id"] = client.Id;
        if (client.Assertion is { } assertion)
            (form["client_assertion_type"], form["client_assertion"]) = (ClientAssertion.Type, assertion.Sign(time.GetUtcNow()));
        else if (!isBasic)
            form["client_secret"] = client.Secret;
        if (client.Scope.Length > 0)
            form["scope"] = client.Scope;
        var request = new HttpRequestMessage(HttpMethod.Post, client.Address) { Content = new FormUrlEncodedContent(form) };
        if (isBasic)
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(
                $"{Uri.EscapeDataString(client.Id)}:{Uri.EscapeDataString(client.Secret)}")));
        return request;
    }

    private static TimeSpan Kept(TimeSpan lifetime) => lifetime > 2 * Margin ? lifetime - Margin : lifetime / 2;

    private sealed record Token(string Value, DateTimeOffset Until);

    // A lifetime that is not given is taken to be short. Some servers write it as text.
    private sealed record TokenWire(
        [property: JsonPropertyName("access_token")] string Value,
        [property: JsonPropertyName("expires_in"), JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
        int ExpiresIn = 120);
}
