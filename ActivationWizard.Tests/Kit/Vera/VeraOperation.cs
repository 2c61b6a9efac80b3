using System.Globalization;
using System.Text.Json.Nodes;

namespace ActivationWizard.Tests.Kit.Vera;

/// <summary>One call of the standard: method and path, with what goes in and what comes out.</summary>
internal sealed class VeraOperation
{
    private static readonly string[] Files = ["BDO", "BOG", "BRG", "BVG", "INC"];

    private readonly JsonObject _node;

    private VeraOperation(VeraDocument document, JsonObject node) => (Document, _node) = (document, node);

    public VeraDocument Document { get; }

    /// <summary>The body's schema, or null when the call takes none.</summary>
    public JsonObject? RequestSchema => Body(_node["requestBody"]);

    /// <summary>What may be in the query, the path or the headers.</summary>
    public IEnumerable<JsonObject> Parameters => (_node["parameters"] as JsonArray ?? []).Select(node => Document.Follow(node!));

    /// <summary>Whether the path belongs to one of the process APIs, such as <c>/brg/v4/relaties</c>.</summary>
    public static bool Covers(string path) => FileOf(path) is not null;

    /// <summary>
    /// The call, or null when the standard has none by this method and path; a query in the path does not matter.
    /// </summary>
    public static VeraOperation? Find(HttpMethod method, string path)
    {
        if (FileOf(path) is not { } file) return null;
        var document = VeraDocument.Get(file);
        var parts = Split(path)[2..];
        var node = document.Root["paths"]!.AsObject()
            .Where(pair => Matches(Split(pair.Key), parts))
            .Select(pair => pair.Value![method.Method.ToLowerInvariant()])
            .FirstOrDefault(found => found is not null);
        return node is null ? null : new(document, node.AsObject());
    }

    /// <summary>The schema of an answer with this status, or null when it shows no body; every error is a Foutbericht.</summary>
    public JsonObject? AnswerSchema(int status)
    {
        var answers = _node["responses"]!;
        var answer = answers[status.ToString(CultureInfo.InvariantCulture)] ?? answers["default"];
        return Body(answer) ?? (status >= 400 ? Document.Schema("Foutbericht") : null);
    }

    private JsonObject? Body(JsonNode? node) =>
        node is not null && Document.Follow(node)["content"]?["application/json"]?["schema"] is { } schema
            ? schema.AsObject()
            : null;

    private static string? FileOf(string path) =>
        Split(path) is [var first, "v4", _, ..]
            ? Files.FirstOrDefault(file => file.Equals(first, StringComparison.OrdinalIgnoreCase))
            : null;

    private static string[] Split(string path) => path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool Matches(string[] template, string[] parts) =>
        template.Length == parts.Length
        && template.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
}
