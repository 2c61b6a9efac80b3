namespace ActivationWizard.Integrations.Sandbox;

/// <summary>A call that came in, whatever became of it.</summary>
public sealed record SandboxCall(long Sequence, string System, string Method, string Path)
{
    /// <summary>The caller's <c>X-Correlation-Id</c>.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The caller's <c>Idempotency-Key</c>.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The fault the call met.</summary>
    public Faults.FaultKind? Fault { get; init; }

    /// <summary>Whether a code stood where none may stand: in the address or a header, or in a body that is not a letter.</summary>
    public bool Leaks { get; init; }
}

/// <summary>All calls since the start or the last reset.</summary>
internal sealed class CallLog
{
    private readonly Lock _gate = new();
    private readonly List<SandboxCall> _calls = [];

    public IReadOnlyList<SandboxCall> Calls
    {
        get
        {
            lock (_gate) return [.. _calls];
        }
    }

    public void Add(SandboxRequest request, Faults.FaultKind? fault)
    {
        lock (_gate)
            _calls.Add(new(_calls.Count + 1, request.System, request.Method, request.Path)
            {
                CorrelationId = request.CorrelationId,
                IdempotencyKey = request.IdempotencyKey,
                Fault = fault,
                Leaks = Leaks(request),
            });
    }

    public void Clear()
    {
        lock (_gate) _calls.Clear();
    }

    private static bool Leaks(SandboxRequest request) =>
        Canary(request.Path) || request.Query.Any(pair => Canary(pair.Value)) || request.Headers.Any(pair => Canary(pair.Value))
        || (Canary(request.Text) && request is not { System: "postex", Method: "POST" });

    private static bool Canary(string text) => text.Contains("KANARIE-", StringComparison.OrdinalIgnoreCase);
}
