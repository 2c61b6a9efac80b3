namespace ActivationWizard.Integrations.Http;

/// <summary>An answer was longer than 1 MiB.</summary>
internal sealed class ResponseTooLongException() : Exception("The answer is longer than 1 MiB.");

/// <summary>
/// Reads every answer to its end as part of the attempt, so that the attempt's deadline holds for the body too, and stops at
/// 1 MiB.
/// </summary>
internal sealed class BoundedResponses : DelegatingHandler
{
    public const int LongestResponse = 1024 * 1024;

    /// <summary>Where the body of the latest attempt is.</summary>
    public static readonly HttpRequestOptionsKey<byte[]> Body = new("ActivationWizard.Answer");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.Set(Body, []);
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            request.Options.Set(Body, await ReadAsync(response.Content, cancellationToken));
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

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > LongestResponse)
            throw new ResponseTooLongException();

        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[Math.Min(content.Headers.ContentLength ?? 4096, LongestResponse) + 1];
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellation) is > 0 and var read)
        {
            length += read;
            if (length > LongestResponse)
                throw new ResponseTooLongException();
            if (length == buffer.Length)
                buffer = Grown(buffer);
        }

        return Exactly(buffer, length);
    }

    // What is left behind may hold an activation code.
    private static byte[] Grown(byte[] buffer) => Moved(buffer, buffer.Length, Math.Min(buffer.Length * 2, LongestResponse + 1));

    private static byte[] Exactly(byte[] buffer, int length) => Moved(buffer, length, length);

    private static byte[] Moved(byte[] buffer, int length, int size)
    {
        var next = new byte[size];
        buffer.AsSpan(0, length).CopyTo(next);
        Array.Clear(buffer);
        return next;
    }
}
