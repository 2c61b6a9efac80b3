using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// The OAuth2 token (RFC 6749, client credentials), kept until shortly before it expires. One is asked for at a time.
/// </summary>
internal sealed class AccessTokens(ViewpointOptions options, TimeProvider time) : IDisposable
{
    private const int LongestAnswer = 64 * 1024;
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private Token? _token;

    /// <summary>
    /// A token other than <paramref name="refused"/>; null when our client is not let in. That none could be fetched is thrown
    /// as a connection that was not made, which for the request that waits for it is just what happened.
    /// </summary>
    public async Task<string?> GetAsync(
        string? refused,
        IEnumerable<string> correlation,
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
            _token = await FetchAsync(correlation, send, cancellation);
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
        IEnumerable<string> correlation,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellation)
    {
        // Shorter than an attempt, so that it is this call that gives up and not the one that waits for it.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.AttemptTimeoutSeconds / 2), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var request = Request(correlation);
            using var answer = await send(request, either.Token);
            if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                return null;

            answer.EnsureSuccessStatusCode();
            await answer.Content.LoadIntoBufferAsync(LongestAnswer, either.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(either.Token);
            var wire = JsonSerializer.Deserialize<TokenWire>(body, SystemJson.Options) ?? throw new JsonException("null");
            return new Token(wire.Value, time.GetUtcNow() + Kept(TimeSpan.FromSeconds(wire.ExpiresIn)));
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"No token was given ({failure.GetType().Name}).");
        }
    }

    private HttpRequestMessage Request(IEnumerable<string> correlation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{options.BaseAddress!.AbsoluteUri.TrimEnd('/')}/oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("scope", options.Scope)]),
        };
        var client = $"{Uri.EscapeDataString(options.ClientId!)}:{Uri.EscapeDataString(options.ClientSecret!)}";
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(client)));
        request.Headers.Add("X-Correlation-Id", correlation);
        return request;
    }

    private static TimeSpan Kept(TimeSpan lifetime) => lifetime > 2 * Margin ? lifetime - Margin : lifetime / 2;

    private sealed record Token(string Value, DateTimeOffset Until);

    // A lifetime that is not given is taken to be short.
    private sealed record TokenWire(
        [property: JsonPropertyName("access_token")] string Value,
        [property: JsonPropertyName("expires_in")] int ExpiresIn = 120);
}
