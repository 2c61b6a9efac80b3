using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox.World;

/// <summary>A 2xx answer that a repeat with the same key gets again.</summary>
internal sealed record KeptResponse(
    string System, string Key, string Fingerprint, DateTimeOffset Until,
    int Status, JsonNode? Body, Dictionary<string, string> Headers);
