using System.Text.Json.Nodes;

namespace ActivationWizard.Tests.Kit.Vera;

/// <summary>
/// One way to read a schema: the plain parts that all hold together once references, allOf and oneOf are resolved.
/// </summary>
internal sealed record VeraReading(IReadOnlyList<JsonObject> Parts)
{
    // RELATIESOORT, OVEREENKOMSTSOORT and ADRESSOORT: the code names the schema that a oneOf then means.
    private static readonly Dictionary<string, string> Branches = new(StringComparer.Ordinal)
    {
        ["NAT"] = "NatuurlijkPersoon",
        ["REC"] = "Rechtspersoon",
        ["GRO"] = "Relatiegroep",
        ["HUU"] = "Huurovereenkomst",
        ["INS"] = "Inschrijving",
        ["KOO"] = "Koopovereenkomst",
        ["OND"] = "Onderhoudsovereenkomst",
        ["SER"] = "Serviceovereenkomst",
        ["EEN"] = "Eenheidadres",
        ["POS"] = "Postadres",
        ["BUI"] = "BuitenlandsAdres",
    };

    /// <summary>
    /// Every reading of the schema that is open to this message: one, unless a oneOf is left undecided by its soort.
    /// </summary>
    public static IReadOnlyList<VeraReading> Of(VeraDocument document, JsonNode schema, JsonNode? message)
    {
        var node = document.Follow(schema);
        List<VeraReading> readings = [new([node])];
        foreach (var part in node["allOf"] as JsonArray ?? [])
        {
            var ofPart = Of(document, part!, message);
            readings = [.. readings.SelectMany(one => ofPart.Select(other => one.And(other)))];
        }
        if (node["oneOf"] is JsonArray branches)
        {
            var open = Open(branches, message).SelectMany(branch => Of(document, branch, message)).ToList();
            readings = [.. readings.SelectMany(one => open.Select(other => one.And(other)))];
        }
        return readings;
    }

    /// <summary>The values of a keyword in all parts.</summary>
    public IEnumerable<JsonNode> All(string keyword) => Parts.Select(part => part[keyword]).OfType<JsonNode>();

    /// <summary>The schemas of a property, none when this reading does not know it.</summary>
    public IEnumerable<JsonNode> Property(string name) =>
        All("properties").Select(properties => properties[name]).OfType<JsonNode>();

    private VeraReading And(VeraReading other) => new([.. Parts, .. other.Parts]);

    private static IEnumerable<JsonNode> Open(JsonArray branches, JsonNode? message)
    {
        var code = ((message as JsonObject)?["soort"] as JsonObject)?["code"]?.ToString();
        var named = code is not null && Branches.TryGetValue(code, out var name)
            ? branches.Where(branch => branch!["$ref"]!.ToString().EndsWith("-" + name, StringComparison.Ordinal)).ToList()
            : [];
        return (named.Count > 0 ? named : branches.ToList()).OfType<JsonNode>();
    }
}
