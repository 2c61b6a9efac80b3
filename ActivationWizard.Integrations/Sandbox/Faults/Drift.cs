using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox.Faults;

/// <summary>A schema that moved on without telling: codes nobody knows, properties that are gone.</summary>
internal static class Drift
{
    private const string Unknown = "ZZZ";

    public static JsonNode UnknownCodes(JsonNode body, IReadOnlyList<string> fields)
    {
        EachObject(body, parent =>
        {
            foreach (var field in fields.Where(parent.ContainsKey))
                parent[field] = parent[field] is JsonObject ? new JsonObject { ["code"] = Unknown } : Unknown;
        });
        return body;
    }

    public static JsonNode LeftOut(JsonNode body, IReadOnlyList<string> fields)
    {
        EachObject(body, parent =>
        {
            foreach (var field in fields) parent.Remove(field);
        });
        return body;
    }

    private static void EachObject(JsonNode? node, Action<JsonObject> change)
    {
        if (node is JsonArray items)
            foreach (var item in items) EachObject(item, change);
        if (node is not JsonObject parent) return;
        change(parent);
        foreach (var (_, value) in parent) EachObject(value, change);
    }
}
