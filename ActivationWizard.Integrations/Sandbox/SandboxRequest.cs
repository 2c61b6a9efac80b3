using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>
/// A call as the simulators see it. Nothing of the transport is left, so that it can also be carried out later.
/// </summary>
internal sealed record SandboxRequest(string System, string Method, string Path)
{
    /// <summary>The simulated system's base address, without a slash at the end.</summary>
    public required string Origin { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public string Text { get; init; } = "";

    /// <summary>Null when there is none, and when it is not JSON.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>What a fault makes the system itself do differently.</summary>
    public Faults.Twist Twist { get; init; }

    public string? IdempotencyKey => Header("Idempotency-Key");

    public string? CorrelationId => Header("X-Correlation-Id");

    public JsonObject? Object => Body as JsonObject;

    public string this[string value] => Values[value];

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    public string? QueryValue(string name) =>
        Query.Where(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair.Value).FirstOrDefault();
}
