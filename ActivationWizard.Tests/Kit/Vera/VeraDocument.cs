using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace ActivationWizard.Tests.Kit.Vera;

/// <summary>One OpenAPI file of the standard, read once; every scalar in it is a string.</summary>
internal sealed class VeraDocument
{
    private static readonly ConcurrentDictionary<string, VeraDocument> Documents = new(StringComparer.Ordinal);

    private readonly string _name;

    private VeraDocument(string name, JsonObject root) => (_name, Root) = (name, root);

    public JsonObject Root { get; }

    /// <summary>The folder with the files as the standard publishes them.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Kit", "Vera", "Standard");

    /// <summary>A file by its short name: BDO, BOG, BRG, BVG or INC.</summary>
    public static VeraDocument Get(string name) =>
        Documents.GetOrAdd(name, static name => Parse(name, File.ReadAllText(Path.Combine(Folder, name + ".yaml"))));

    /// <summary>Reads a document from text.</summary>
    public static VeraDocument Parse(string name, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return new(name, (JsonObject)ToJson(stream.Documents[0].RootNode)!);
    }

    /// <summary>A schema by name.</summary>
    public JsonObject Schema(string name) => Resolve("#/components/schemas/" + name);

    /// <summary>The node itself, or the one its <c>$ref</c> points to.</summary>
    public JsonObject Follow(JsonNode node)
    {
        var found = node.AsObject();
        while (found["$ref"] is { } reference) found = Resolve(reference.ToString());
        return found;
    }

    private JsonObject Resolve(string reference)
    {
        JsonNode? node = Root;
        foreach (var part in reference.Split('/').Skip(1)) node = node?[part];
        return node as JsonObject ?? throw new ArgumentException($"{_name} has no {reference}", nameof(reference));
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair =>
            KeyValuePair.Create(pair.Key.ToString(), ToJson(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(ToJson)]),
        _ => JsonValue.Create(node.ToString()),
    };
}
