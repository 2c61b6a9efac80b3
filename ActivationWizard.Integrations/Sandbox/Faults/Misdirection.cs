using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox.Faults;

/// <summary>Makes an answer one about somebody else: whatever identified what was asked for is another now.</summary>
internal static class Misdirection
{
    private static readonly HashSet<string> Identifying =
        ["id", "klantId", "relatienummer", "reference", "recipientId", "postcode", "huisnummer", "achternaam", "code"];

    public static JsonNode Apply(JsonNode body, SandboxRequest request)
    {
        var asked = request.Path.Split('/').Concat(request.Query.Select(pair => pair.Value))
            .Append(request.Object.Text("reference")).Append(request.Object.Text("code"))
            .Where(value => value is { Length: > 0 }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Turn(body, asked!);
        return body;
    }

    private static void Turn(JsonNode? node, HashSet<string> asked)
    {
        if (node is JsonArray items)
            foreach (var item in items) Turn(item, asked);
        if (node is not JsonObject parent) return;

        foreach (var (name, value) in parent.ToList())
        {
            if (parent.Text(name) is not { } text) Turn(value, asked);
            // The codes of VERA's reference data identify nobody; they have two or three letters.
            else if (name == "accountId"
                || (Identifying.Contains(name) && asked.Contains(text) && (name != "code" || text.Length > 3)))
                parent[name] = name == "postcode" ? "9999ZZ" : text + "9";
        }
    }
}
