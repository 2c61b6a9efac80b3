using System.Text.Json.Nodes;
using ActivationWizard.Tests.Kit.Vera;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>One message with one field of another shape.</summary>
/// <param name="Path">The field: <c>adressen[].adres.woonplaats</c>.</param>
/// <param name="What">What was done to it.</param>
/// <param name="Message">The whole message.</param>
internal sealed record ShapeVariant(string Path, string What, JsonObject Message);

/// <summary>
/// Makes the variants of a message from its schema: every field of every branch, absent, null, of every other type, with a code
/// of no list, and as each branch that a oneOf has. What is not needed is followed two levels down, what is needed to its end.
/// </summary>
internal sealed class ShapeVariants(VeraDocument document, JsonNode schema, JsonObject message, Func<string, bool> leadsToNeeded)
{
    private const int DepthOfIgnored = 2;

    private static readonly (string What, string? Json)[] Shapes =
    [
        ("null", null), ("text", "\"tekst\""), ("number", "7"), ("number as text", "\"7\""), ("yes", "true"),
        ("empty text", "\"\""),
        ("empty object", "{}"), ("empty list", "[]"), ("list of null", "[null]"), ("list of text", "[\"tekst\"]"),
        ("unknown code", "{\"code\":\"ZZZ\"}"), ("code as number", "{\"code\":7}"), ("code null", "{\"code\":null}"),
    ];

    private static readonly Dictionary<string, string> CodeOfBranch = new(StringComparer.Ordinal)
    {
        ["NatuurlijkPersoon"] = "NAT",
        ["Rechtspersoon"] = "REC",
        ["Relatiegroep"] = "GRO",
        ["Eenheidadres"] = "EEN",
        ["Postadres"] = "POS",
        ["BuitenlandsAdres"] = "BUI",
        ["Huurovereenkomst"] = "HUU",
        ["Inschrijving"] = "INS",
        ["Koopovereenkomst"] = "KOO",
        ["Onderhoudsovereenkomst"] = "OND",
        ["Serviceovereenkomst"] = "SER",
    };

    public IEnumerable<ShapeVariant> All() => Of(schema, "", 0);

    private IEnumerable<ShapeVariant> Of(JsonNode node, string prefix, int depth)
    {
        foreach (var (name, field) in Fields(node))
        {
            var path = prefix + name;
            yield return Changed(path, "absent", (parent, last) => parent.Remove(last));
            foreach (var (what, json) in Shapes)
                yield return Changed(path, what, (parent, last) => parent[last] = json is null ? null : JsonNode.Parse(json));
            foreach (var (branch, sample) in Branches(field))
                yield return Changed(path, branch, (parent, last) => parent[last] = sample.DeepClone());

            var items = VeraReading.Of(document, field, null).SelectMany(reading => reading.All("items")).FirstOrDefault();
            if (depth + 1 < DepthOfIgnored || leadsToNeeded(path))
            {
                foreach (var deeper in Of(items ?? field, items is null ? path + "." : path + "[].", depth + 1))
                    yield return deeper;
            }
        }
    }

    private IEnumerable<(string Name, JsonNode Schema)> Fields(JsonNode node) => VeraReading.Of(document, node, null)
        .SelectMany(reading => reading.All("properties"))
        .SelectMany(properties => properties.AsObject())
        .DistinctBy(property => property.Key)
        .Select(property => (property.Key, property.Value!));

    private ShapeVariant Changed(string path, string what, Action<JsonObject, string> change)
    {
        var copy = message.DeepClone().AsObject();
        var parts = path.Split('.');
        var parent = copy;
        foreach (var part in parts[..^1])
            parent = part.EndsWith("[]", StringComparison.Ordinal) ? FirstItem(parent, part[..^2]) : Child(parent, part);
        change(parent, parts[^1]);
        return new ShapeVariant(path, what, copy);
    }

    private static JsonObject Child(JsonObject parent, string name) => (JsonObject)(parent[name] ??= new JsonObject());

    private static JsonObject FirstItem(JsonObject parent, string name)
    {
        var list = (JsonArray)(parent[name] ??= new JsonArray());
        if (list.Count is 0)
            list.Add(new JsonObject());
        return (JsonObject)list[0]!;
    }

    // A branch as it is in the standard: all its fields, of the types they have there.
    private IEnumerable<(string Name, JsonNode Sample)> Branches(JsonNode field)
    {
        var node = document.Follow(field);
        foreach (var part in node["allOf"] as JsonArray ?? [])
            foreach (var found in Branches(part!))
                yield return found;
        foreach (var branch in node["oneOf"] as JsonArray ?? [])
        {
            var name = branch!["$ref"]!.ToString().Split('-')[^1];
            var sample = new JsonObject(
                Fields(branch).Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Sample(property.Schema))));
            if (CodeOfBranch.TryGetValue(name, out var code))
                sample["soort"] = new JsonObject { ["code"] = code };
            yield return ($"branch {name}", sample);
        }
    }

    private JsonNode Sample(JsonNode field) => VeraReading.Of(
        document, field, null)[0].All("type").FirstOrDefault()?.ToString() switch
    {
        "string" => "tekst",
        "boolean" => true,
        "integer" or "number" => 7,
        "array" => new JsonArray(),
        _ => new JsonObject(),
    };
}
