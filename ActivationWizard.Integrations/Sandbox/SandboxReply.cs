using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>What a simulator answers, before any fault has its way with it.</summary>
internal sealed record SandboxReply(int Status, JsonNode? Body = null)
{
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>Sent instead of <see cref="Body"/>: what is not JSON, or not as JSON should be.</summary>
    public string? Text { get; init; }

    public bool Succeeded => Status is >= 200 and < 300;

    public string? Content => Text ?? Body?.ToJsonString();

    public SandboxReply With(string header, string value) =>
        this with { Headers = new(Headers) { [header] = value } };
}
