using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>A value as the second reading sees it: there, not there, or there and of no use.</summary>
internal readonly record struct Seen(string? Text, bool Spoiled)
{
    public static Seen TextOf(JsonNode? parent, string name) => (parent as JsonObject)?[name] switch
    {
        null => default,
        JsonValue value when value.GetValueKind() is JsonValueKind.String => new(value.GetValue<string>(), false),
        _ => new(null, true),
    };

    /// <summary>Of <c>{ "code": "…" }</c>; an absent code is an absent field.</summary>
    public static Seen CodeOf(JsonNode? parent, string name) => (parent as JsonObject)?[name] switch
    {
        null => default,
        JsonObject code => TextOf(code, "code"),
        _ => new(null, true),
    };

    /// <summary>Of <c>{ "id": "…" }</c>.</summary>
    public static Seen IdOf(JsonNode? parent, string name) => (parent as JsonObject)?[name] switch
    {
        null => default,
        JsonObject pointer => TextOf(pointer, "id"),
        _ => new(null, true),
    };

    /// <summary>The items; a null among them for one that is no object, and one null for a list that is none.</summary>
    public static IReadOnlyList<JsonObject?> ItemsOf(JsonNode? parent, string name) => (parent as JsonObject)?[name] switch
    {
        null => [],
        JsonArray list => [.. list.Select(item => item as JsonObject)],
        _ => [null],
    };

    /// <summary>Whether today is within begindatum and einddatum; null when that cannot be told.</summary>
    public static bool? Runs(JsonNode? item, DateOnly today)
    {
        var (from, until) = (DayOf(item, "begindatum"), DayOf(item, "einddatum"));
        return from.Spoiled || until.Spoiled ? null
            : (from.Day is null || from.Day <= today) && (until.Day is null || today <= until.Day);
    }

    public static (DateOnly? Day, bool Spoiled) DayOf(JsonNode? parent, string name)
    {
        var text = TextOf(parent, name);
        return text is { Text: null, Spoiled: false } ? (null, false)
            : DateOnly.TryParseExact(text.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, false)
            : (null, true);
    }

    /// <summary>In the list: null for a code that is not, and for one that is of no use. Absent is false.</summary>
    public bool? IsOneOf(string list, params string[] codes) =>
        this is { Text: null, Spoiled: false } ? false : Spoiled || !list.Split(' ').Contains(Text) ? null : codes.Contains(Text);
}
