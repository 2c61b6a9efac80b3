using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>Reading JSON that others wrote: what is not the text asked for is null, never an exception.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonNode? node, string property) =>
        node is JsonObject parent && parent[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The code of a VERA reference object, <c>{ "code" }</c>.</summary>
    public static string? Code(this JsonNode? node, string property) => (node as JsonObject)?[property].Text("code");

    public static IEnumerable<JsonObject> Items(this JsonNode? node, string property) =>
        ((node as JsonObject)?[property] as JsonArray)?.OfType<JsonObject>() ?? [];
}
