using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>What a simulator answers, before any fault has its way with it.</summary>
internal sealed record SandboxReply(int Status, JsonNode? Body = null)
{
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>Sent instead of <see cref="Body"/>: what is not JSON, or not as JSON should be.</summary>
    public string? Text { get; init; }

    /// <summary>Sent instead of all text: what is in no encoding, such as a mail.</summary>
    public byte[]? Bytes { get; init; }

    public bool Succeeded => Status is >= 200 and < 300;

    public string? Content => Text ?? Body?.ToJsonString();

    /// <summary>A page, as a proxy or a sign-in screen gives it.</summary>
    public static SandboxReply Html(int status, string title) => new(status)
    {
        ContentType = "text/html; charset=utf-8",
        Text = $"<!doctype html><html lang=\"nl\"><title>{title}</title>"
            + "<form method=\"post\"><input name=\"wachtwoord\"></form></html>",
    };

    public SandboxReply With(string header, string value) =>
        this with { Headers = new(Headers) { [header] = value } };
}
