using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace ActivationWizard.Integrations.Http;

/// <summary>A 2xx or 4xx that a system gave, read fully. 401, 403, 408 and 429 never get here.</summary>
internal sealed class SystemResponse(HttpStatusCode status, byte[] body, HttpResponseHeaders headers, string? errorCode)
{
    public HttpStatusCode Status => status;

    public bool IsSuccess => (int)status is >= 200 and < 300;

    public bool IsEmpty => body.Length is 0;

    /// <summary>As it came; overwritten as soon as the answer has been read.</summary>
    public ReadOnlyMemory<byte> Body => body;

    /// <summary>The code in this system's own error body; null for a success and for any other body.</summary>
    public string? ErrorCode => errorCode;

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>This status with this code; a 404 without a body means what the contract says of a 404.</summary>
    public bool Says(HttpStatusCode other, string code) =>
        status == other && (errorCode == code || (status is HttpStatusCode.NotFound && IsEmpty));

    /// <summary>The body of a success; null when it is not what was agreed.</summary>
    public T? Read<T>()
        where T : class
    {
        try
        {
            return IsSuccess ? JsonSerializer.Deserialize<T>(body, SystemJson.Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// The list in a success, each item with a fingerprint of how it was written; null when it is not a list, or an item is no
    /// <typeparamref name="T"/> and so could be any.
    /// </summary>
    public IReadOnlyList<(T Item, string Fingerprint)>? ReadList<T>()
        where T : class
    {
        try
        {
            using var document = IsSuccess ? JsonDocument.Parse(body, DocumentOptions) : null;
            return document?.RootElement is { ValueKind: JsonValueKind.Array } list
                ? [.. list.EnumerateArray().Select(Marked<T>)]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonDocumentOptions DocumentOptions => new() { MaxDepth = SystemJson.DeepestResponse };

    private static (T Item, string Fingerprint) Marked<T>(JsonElement item)
        where T : class => (
            item.Deserialize<T>(SystemJson.Options) ?? throw new JsonException("A list holds a null."),
            Convert.ToHexString(SHA256.HashData(JsonMarshal.GetRawUtf8Value(item))));
}
