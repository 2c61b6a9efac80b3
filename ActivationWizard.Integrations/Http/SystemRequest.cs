using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Http;

/// <summary>One call to a system. <paramref name="operation"/> is what the log calls it.</summary>
internal sealed class SystemRequest(HttpMethod method, string operation, SystemPath path)
{
    public string Operation => operation;

    public HttpMethod Method => method;

    public SystemPath Path => path;

    /// <summary>Sent as JSON; null sends no body.</summary>
    public object? Body { get; init; }

    /// <summary>Sent as <c>text/plain</c> instead of JSON; null for most.</summary>
    public string? Text { get; init; }

    /// <summary>The longest answer that is read, in bytes. Default 1 MiB.</summary>
    public int LongestResponse { get; init; } = BoundedResponses.LongestResponse;

    /// <summary>A longer one is read up to there, and not refused.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Required on every changing call; sent as <c>Idempotency-Key</c>.</summary>
    public EffectKey? Key { get; init; }

    /// <summary>The system gives the first answer again for the same key, so that the call may be repeated.</summary>
    public bool KeyIsHonoured { get; init; }

    /// <summary>The ETag to change only that version of.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Headers that only this system asks for.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Random, the same for every attempt of this call.</summary>
    public string CorrelationId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Asking again cannot change anything twice.</summary>
    public bool MayRepeat => method == HttpMethod.Get || (Key is not null && KeyIsHonoured);
}
