using System.Globalization;
using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox.Mailbox;

/// <summary>OData as far as it is used here: pages, order, filters that Graph has for mail.</summary>
internal static class GraphQuery
{
    private const int StandardPage = 10;

    /// <summary>One page of these, with the address of the next.</summary>
    public static SandboxReply Page<T>(
        SandboxRequest request, IReadOnlyList<T> all, int largest, Func<T, JsonObject> show)
    {
        var skip = Number(request, "$skip") ?? 0;
        var top = Math.Min(Number(request, "$top") ?? StandardPage, largest);
        var shown = new JsonObject
        {
            ["@odata.context"] = $"{request.Origin}/v1.0/$metadata",
            ["value"] = new JsonArray([.. all.Skip(skip).Take(top).Select(one => (JsonNode)Selected(request, show(one)))]),
        };
        if (request.QueryValue("$count") is "true")
            shown["@odata.count"] = all.Count;
        if (skip + top < all.Count)
            shown["@odata.nextLink"] = Next(request, skip + top);
        return new(200, shown);
    }

    /// <summary>Only what was asked for by <c>$select</c>, and always the id.</summary>
    public static JsonObject Selected(SandboxRequest request, JsonObject item)
    {
        if (request.QueryValue("$select")?.Split(',', StringSplitOptions.TrimEntries) is not { } asked) return item;
        foreach (var name in item.Select(pair => pair.Key).ToList())
            if (!asked.Contains(name) && name is not ("id" or "@odata.etag" or "singleValueExtendedProperties"))
                item.Remove(name);
        return item;
    }

    /// <summary>The text that a property must be equal to; false when the filter is about something else.</summary>
    public static bool TryEquals(string filter, string property, out string text)
    {
        var start = $"{property} eq '";
        var isWhole = filter.StartsWith(start, StringComparison.Ordinal) && filter.Length > start.Length
            && filter[^1] == '\'';
        var inside = isWhole ? filter[start.Length..^1] : "'";
        text = inside.Replace("''", "'", StringComparison.Ordinal);
        return !inside.Replace("''", "", StringComparison.Ordinal).Contains('\'', StringComparison.Ordinal);
    }

    /// <summary>The extended property and the text that it must be equal to.</summary>
    public static bool TryExtended(string filter, out string id, out string text)
    {
        (id, text) = ("", "");
        if (filter.Split('\'') is not [var start, var property, var middle, var value, ")"]) return false;
        var name = start.Split('(', ':') is [_, var given, ..] ? given : "";
        (id, text) = (property, value);
        return start.Replace(" ", "", StringComparison.Ordinal) == $"singleValueExtendedProperties/any({name}:{name}/ideq"
            && middle == $" and {name}/value eq ";
    }

    public static SandboxReply NoSuchFilter() =>
        MailboxSandbox.Fault(400, "ErrorInvalidUrlQueryFilter", "The query filter contains one or more invalid nodes.");

    private static int? Number(SandboxRequest request, string name) =>
        int.TryParse(request.QueryValue(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Next(SandboxRequest request, int skip)
    {
        var query = request.Query.Where(pair => pair.Key != "$skip")
            .Append(KeyValuePair.Create("$skip", skip.ToString(CultureInfo.InvariantCulture)))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        var path = string.Join('/', request.Path.Split('/').Select(Uri.EscapeDataString));
        return $"{request.Origin}{path}?{string.Join('&', query)}";
    }
}
