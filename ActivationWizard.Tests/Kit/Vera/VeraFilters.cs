using System.Text.Json.Nodes;

namespace ActivationWizard.Tests.Kit.Vera;

/// <summary>What goes with a request beside its body: filters in the query and the standard's headers.</summary>
internal static class VeraFilters
{
    /// <summary>Filters are fields of the message itself, nested ones as a dotted path: <c>rollen.soort.code</c>.</summary>
    public static IEnumerable<string> InQuery(VeraOperation operation, IEnumerable<KeyValuePair<string, string>> query)
    {
        var parameters = operation.Parameters.Where(parameter => parameter["in"]!.ToString() == "query").ToList();
        var message = parameters.FirstOrDefault(parameter => parameter["explode"] is not null)?["schema"];
        foreach (var (name, value) in query)
        {
            var named = parameters.FirstOrDefault(parameter =>
                parameter["name"]!.ToString() == name && parameter["explode"] is null)?["schema"];
            var fields = named is not null ? [named] : message is null ? [] : Fields(operation.Document, message, name);
            if (fields.Count == 0) yield return $"?{name}: is no filter of the standard";
            foreach (var text in Kindest(operation.Document, fields, value)) yield return $"?{name}{text[1..]}";
            if (ListOf(operation.Document, message, name) is { } list && !VeraReferenceData.Has(list, value))
            {
                yield return $"?{name}: {value} is not in {list}";
            }
        }
    }

    /// <summary>The standard's headers, where they are sent, hold what it says.</summary>
    public static IEnumerable<string> InHeaders(VeraOperation operation, Func<string, string?> header) =>
        from parameter in operation.Parameters
        where parameter["in"]!.ToString() == "header"
        let name = parameter["name"]!.ToString()
        let value = header(name)
        where value is not null
        from text in Kindest(operation.Document, [parameter["schema"]!], value)
        select $"{name}{text[1..]}";

    private static List<JsonNode> Fields(VeraDocument document, JsonNode message, string path)
    {
        List<JsonNode> found = [message];
        foreach (var name in path.Split('.'))
        {
            found = [.. found.SelectMany(node => Items(document, node)).SelectMany(reading => reading.Property(name))];
        }
        return found;
    }

    // Which reading a filter means cannot be told, so all are open; a list is met by one of its items.
    private static IEnumerable<VeraReading> Items(VeraDocument document, JsonNode node) =>
        VeraReading.Of(document, node, null).SelectMany(reading => reading.All("items").FirstOrDefault() is { } items
            ? VeraReading.Of(document, items, null)
            : [reading]);

    private static string? ListOf(VeraDocument document, JsonNode? message, string path) =>
        message is null || !path.EndsWith(".code", StringComparison.Ordinal) ? null
            : Fields(document, message, path[..^".code".Length])
                .Select(field => VeraReferenceData.ListIn(field["description"]?.ToString() ?? ""))
                .FirstOrDefault(list => list is not null);

    private static IReadOnlyList<string> Kindest(VeraDocument document, IReadOnlyList<JsonNode> fields, string value) =>
        fields.Select(field => new VeraValidator(document, VeraDirection.Sent).Validate(field, AsWritten(document, field, value)))
            .MinBy(violations => violations.Count) ?? [];

    // In an address and in a header a number and a yes or no are written as text.
    private static JsonValue AsWritten(VeraDocument document, JsonNode field, string value) =>
        document.Follow(field)["type"]?.ToString() switch
        {
            "integer" or "number" when long.TryParse(value, out var number) => JsonValue.Create(number),
            "boolean" when bool.TryParse(value, out var yes) => JsonValue.Create(yes),
            _ => JsonValue.Create(value),
        };
}
