using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox.Viewpoint;

/// <summary>Filters by dotted path: equality ignoring case; those on one list are met together by one of its items.</summary>
internal static class VeraFilter
{
    public static bool Meets(JsonNode? message, IEnumerable<KeyValuePair<string, string>> filters) =>
        Meets(message, [.. filters.Select(filter => new Wanted(filter.Key.Split('.'), filter.Value))]);

    private static bool Meets(JsonNode? node, Wanted[] wanted) => node switch
    {
        JsonArray items => items.Any(item => Meets(item, wanted)),
        JsonObject parent => wanted.GroupBy(one => one.Path.FirstOrDefault() ?? "")
            .All(group => Meets(parent[group.Key], [.. group.Select(one => one with { Path = one.Path[1..] })])),
        JsonValue value => wanted.All(one => one.Path.Length == 0
            && string.Equals(value.ToString(), one.Value, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private sealed record Wanted(string[] Path, string Value);
}
