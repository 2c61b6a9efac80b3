using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ActivationWizard.Integrations.Http;

/// <summary>A 2xx or 4xx that a system gave, read fully. 401, 403, 408 and 429 never get here.</summary>
internal sealed class SystemAnswer(HttpStatusCode status, byte[] body, HttpResponseHeaders headers, string? errorCode)
{
    public HttpStatusCode Status => status;

    public bool IsSuccess => (int)status is >= 200 and < 300;

    public bool IsEmpty => body.Length is 0;

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

    /// <summary>The list in a success; null when it is not one, or an item is missing.</summary>
    public IReadOnlyList<T>? ReadList<T>()
        where T : class => Read<T[]>() is { } items && !items.Contains(null) ? items : null;
}
