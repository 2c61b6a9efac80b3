using ActivationWizard.Integrations.Sandbox.Faults;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>All calls since the start or the last reset: counted all, and the latest shown.</summary>
internal sealed class CallLog
{
    private const int Shown = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<SandboxCall> _latest = [];
    private readonly Dictionary<(string System, string Method), int> _counts = [];
    private int _leaks;

    public IReadOnlyList<SandboxCall> Latest
    {
        get
        {
            lock (_gate) return [.. _latest];
        }
    }

    public void Add(SandboxRequest request, FaultKind? fault)
    {
        lock (_gate)
        {
            var leaks = Leaks(request);
            if (leaks) _leaks++;
            _counts[(request.System, request.Method)] = _counts.GetValueOrDefault((request.System, request.Method)) + 1;
            if (_latest.Count == Shown) _latest.Dequeue();
            _latest.Enqueue(new(_counts.Values.Sum(), request.System, request.Method, request.Path)
            {
                CorrelationId = request.CorrelationId,
                IdempotencyKey = request.IdempotencyKey,
                Fault = fault,
                Leaks = leaks,
            });
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _latest.Clear();
            _counts.Clear();
            _leaks = 0;
        }
    }

    public object Summary()
    {
        lock (_gate)
            return new
            {
                Total = _counts.Values.Sum(),
                Counts = _counts.Select(one => new { one.Key.System, one.Key.Method, Count = one.Value }).ToArray(),
                Leaks = _leaks,
                Calls = _latest.ToArray(),
            };
    }

    private static bool Leaks(SandboxRequest request) =>
        Canary(request.Path) || request.Query.Any(pair => Canary(pair.Value)) || request.Headers.Any(pair => Canary(pair.Value))
        || (Canary(request.Text) && request is not { System: "postex", Method: "POST" });

    private static bool Canary(string text) => text.Contains("KANARIE-", StringComparison.OrdinalIgnoreCase);
}
