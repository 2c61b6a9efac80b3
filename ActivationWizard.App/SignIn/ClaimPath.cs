using System.Text.Json;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Where a provider puts a claim: its name, or names with dots between for one inside another, as
/// <c>realm_access.roles</c>. A name that has dots itself, such as an address, is found as it is.
/// </summary>
internal static class ClaimPath
{
    /// <summary>
    /// The texts there: of a list, a single value, or either of them written as JSON in a string. Empty when there is none.
    /// </summary>
    public static IReadOnlyList<string> Values(JsonElement claims, string path) =>
        Find(claims, path) is { } found ? [.. Texts(found)] : [];

    /// <summary>The text there; null when there is none, or more than one.</summary>
    public static string? Text(JsonElement claims, string path) =>
        Find(claims, path) is { ValueKind: JsonValueKind.String } found && found.GetString()?.Trim() is { Length: > 0 } text
            ? text
            : null;

    // The whole first, then every way to cut it in two: names may have dots on either side.
    private static JsonElement? Find(JsonElement claims, string path)
    {
        var inside = Opened(claims);
        if (inside.ValueKind is not JsonValueKind.Object)
            return null;
        if (inside.TryGetProperty(path, out var whole))
            return whole.ValueKind is JsonValueKind.Null ? null : whole;
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            if (inside.TryGetProperty(path[..dot], out var part) && Find(part, path[(dot + 1)..]) is { } found)
                return found;
        }

        return null;
    }

    private static IEnumerable<string> Texts(JsonElement found) => Opened(found) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray()
            .Where(one => one.ValueKind is JsonValueKind.String)
            .Select(one => one.GetString()!),
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        _ => [],
    };

    private static JsonElement Opened(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String || value.GetString()!.TrimStart() is not ['[' or '{', ..] text)
            return value;
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return value;
        }
    }
}
