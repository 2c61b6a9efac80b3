namespace ActivationWizard.Integrations.Http;

/// <summary>An answer was longer than its bound.</summary>
internal sealed class ResponseTooLongException() : Exception("The answer is longer than may be read.");

/// <summary>
/// Reads every answer to its end as part of the attempt, so that the attempt's deadline holds for the body too, and stops at
/// its bound: 1 MiB, unless the request says otherwise.
/// </summary>
internal sealed class BoundedResponses : DelegatingHandler
{
    public const int LongestResponse = 1024 * 1024;

    /// <summary>Where the body of the latest attempt is.</summary>
    public static readonly HttpRequestOptionsKey<byte[]> Body = new("ActivationWizard.Answer");

    /// <summary>The bound of this answer, in bytes; <see cref="LongestResponse"/> where a request has none.</summary>
    public static readonly HttpRequestOptionsKey<int> Bound = new("ActivationWizard.Bound");

    /// <summary>Set where what is longer than its bound is cut off there, and not refused.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsCutOff = new("ActivationWizard.IsCutOff");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.Set(Body, []);
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            request.Options.Set(Body, await ReadAsync(response.Content, BoundOf(request), IsCutAt(request), cancellationToken));
            return response;
        }
        catch (IOException broken)
        {
            response.Dispose();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer broke off.", broken);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static int BoundOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(Bound, out var bound) ? bound : LongestResponse;

    private static bool IsCutAt(HttpRequestMessage request) => request.Options.TryGetValue(IsCutOff, out var isCut) && isCut;

    private static async Task<byte[]> ReadAsync(
        HttpContent content, int bound, bool isCutOff, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > bound && !isCutOff)
            throw new ResponseTooLongException();

        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[Math.Min(content.Headers.ContentLength ?? 4096, bound) + 1];
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellation) is > 0 and var read)
        {
            length += read;
            if (length > bound)
                return isCutOff ? Exactly(buffer, bound) : throw new ResponseTooLongException();
            if (length == buffer.Length)
                buffer = Grown(buffer, bound);
        }

        return Exactly(buffer, length);
    }

    // What is left behind may hold an activation code.
    private static byte[] Grown(byte[] buffer, int bound) =>
        Moved(buffer, buffer.Length, Math.Min(buffer.Length * 2, bound + 1));

    private static byte[] Exactly(byte[] buffer, int length) => Moved(buffer, length, length);

    private static byte[] Moved(byte[] buffer, int length, int size)
    {
        var next = new byte[size];
        buffer.AsSpan(0, length).CopyTo(next);
        Array.Clear(buffer);
        return next;
    }
}
